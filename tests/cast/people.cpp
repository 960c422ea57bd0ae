#include "cast/cast.hpp"
#include "domain/membership_fields.hpp"

#include <utility>

namespace phusa::cast
{

namespace
{

using Event = MembershipEventKind;

Date day(std::string_view iso) { return *Date::from_iso(iso); }

// Somebody of the Kinh without a religion, in a cell, with what differs still to be said.
Person person(std::int64_t id, std::string name, std::string_view born, Sex sex, const Organisation& cell)
{
    Person person;
    person.id = PersonId(id);
    person.version = 1;
    person.name = std::move(name);
    person.born = *PartialDate::from_iso(born);
    person.sex = sex;
    person.ethnicity = 1;
    person.religion = 1;
    person.birthplace = "Xã Bồi Hạ, huyện Bãi Ngang, tỉnh Sông Bồi";
    person.home = person.birthplace;
    person.residence = "Thôn Đầu Làng, xã Bồi Hạ";
    person.general_education = GeneralEducation::upper_secondary;
    person.qualification = Qualification::none;
    person.cell = cell.id;
    person.invented = true;
    person.valid = {.first = person.born.first(), .until = std::nullopt};
    person.recorded = {1};
    return person;
}

// An admission with the facts of the person's own record. Its id is the person's, a hundredfold.
Admission admission(const Person& person, const Organisation& cell, std::optional<Date> decided,
                    std::optional<Date> ceremony)
{
    auto admission = admission_with_facts_of(person);
    admission.id = AdmissionId(person.id.value * 100);
    admission.version = 1;
    admission.cell = cell.id;
    admission.decided_on = decided;
    admission.decision_number = "15-QĐ/HU";
    admission.ceremony_on = ceremony;
    admission.youth_union_member = person.youth_union_joined.has_value();
    admission.recorded = {1};
    return admission;
}

MembershipEvent event(const Person& person, int number, Event kind, std::string_view on)
{
    MembershipEvent event;
    event.id = MembershipEventId(person.id.value * 100 + number);
    event.version = 1;
    event.person = person.id;
    event.kind = kind;
    event.on = day(on);
    event.recorded = {1};
    return event;
}

} // namespace

Character sen()
{
    Person sen = person(1, "Phạm Thị Sen Hồng", "2006-05-12", Sex::female, village_cell());
    sen.occupation = Occupation::farmer;
    sen.work = "Trồng hoa, Hợp tác xã Đầu Làng";
    sen.youth_union_joined = *PartialDate::from_iso("2021-03-26");
    return {.person = sen};
}

Character lua()
{
    Person lua = person(2, "Trần Lúa Chín", "2001-09-30", Sex::male, village_cell());
    lua.occupation = Occupation::farmer;
    lua.youth_union_joined = *PartialDate::from_iso("2016-03");
    lua.standing = Standing::probationary;
    return {.person = lua, .admissions = {admission(lua, village_cell(), day("2026-01-12"), day("2026-02-03"))}};
}

Character may()
{
    Person may = person(3, "Đỗ Mây Trắng", "1984-02-29", Sex::female, village_cell());
    may.occupation = Occupation::village_activist;
    may.work = "Trưởng thôn Đầu Làng";
    may.qualification = Qualification::intermediate;
    may.political_theory = PoliticalTheory::intermediate;
    may.card_number = "099000000003";
    may.identity_masked = "••••••••0003";
    may.standing = Standing::official;
    return {.person = may,
            .admissions = {admission(may, village_cell(), day("2010-04-28"), day("2010-05-19"))},
            .events = {event(may, 1, Event::recognised, "2011-05-19")}};
}

Character gio()
{
    Person gio = person(4, "Bùi Gió Nồm", "1948", Sex::male, village_cell());
    gio.occupation = Occupation::armed_forces;
    gio.general_education = GeneralEducation::lower_secondary;
    gio.enlisted = *PartialDate::from_iso("1966-02");
    gio.discharged = *PartialDate::from_iso("1976-12");
    gio.standing = Standing::exempted;
    return {.person = gio,
            .admissions = {admission(gio, village_cell(), std::nullopt, day("1969-02-03"))},
            .events = {event(gio, 1, Event::recognised, "1970-02-03"), event(gio, 2, Event::exempted, "2019-07-01")}};
}

Character song()
{
    Person song = person(5, "Vũ Sóng Cả", "1979-11-05", Sex::male, village_cell());
    song.occupation = Occupation::other;
    song.standing = Standing::expelled;
    Admission admitted = admission(song, village_cell(), day("2008-08-20"), day("2008-09-02"));
    admitted.private_owner = true;
    return {.person = song,
            .admissions = {admitted},
            .events = {event(song, 1, Event::recognised, "2009-09-02"), event(song, 2, Event::expelled, "2015-04-10")}};
}

Character trang()
{
    Person trang = person(6, "Lê Trăng Rằm", "1986-08-15", Sex::female, village_cell());
    trang.occupation = Occupation::commune_official;
    trang.qualification = Qualification::college;
    trang.youth_union_joined = *PartialDate::from_iso("2002-03-26");
    trang.standing = Standing::official;
    Admission first = admission(trang, village_cell(), day("2009-01-15"), day("2009-02-03"));
    Admission again = admission(trang, village_cell(), day("2020-04-29"), day("2020-05-19"));
    again.id = AdmissionId(first.id.value + 1);
    again.readmission = true;
    again.youth_union_member = false;
    return {.person = trang,
            .admissions = {first, again},
            .events = {event(trang, 1, Event::recognised, "2010-02-03"), event(trang, 2, Event::removed, "2014-06-30"),
                       event(trang, 3, Event::recognised, "2021-05-19")}};
}

Character da()
{
    Person da = person(7, "Ngô Đá Cuội", "1955-03-08", Sex::male, village_cell());
    da.occupation = Occupation::farmer;
    da.work = "Kế toán Hợp tác xã Đầu Làng";
    da.standing = Standing::died;
    return {.person = da,
            .admissions = {admission(da, village_cell(), day("1985-08-12"), day("1985-09-02"))},
            .events = {event(da, 1, Event::recognised, "1987-03-02"), event(da, 2, Event::died, "2022-10-17")}};
}

Character dao()
{
    Person dao = person(8, "Nguyễn Thị Đào Phai", "1985-12-01", Sex::female, school_cell());
    dao.occupation = Occupation::public_service;
    dao.work = "Giáo viên Trường Tiểu học Bồi Hạ";
    dao.qualification = Qualification::university;
    dao.youth_union_joined = *PartialDate::from_iso("2000-03-26");
    dao.employed = *PartialDate::from_iso("2007-09");
    dao.standing = Standing::official;
    MembershipEvent moved = event(dao, 2, Event::moved_in, "2018-09-05");
    moved.from = village_cell().id;
    moved.to = school_cell().id;
    return {.person = dao,
            .admissions = {admission(dao, village_cell(), day("2010-01-20"), day("2010-02-03"))},
            .events = {event(dao, 1, Event::recognised, "2011-02-03"), moved}};
}

Character nuoc()
{
    Person nuoc = person(9, "Hoàng Nước Xuôi", "1990-04-18", Sex::female, school_cell());
    nuoc.occupation = Occupation::public_service;
    nuoc.qualification = Qualification::university;
    nuoc.standing = Standing::official;
    MembershipEvent came = event(nuoc, 2, Event::moved_in, "2023-08-15");
    came.to = school_cell().id;
    came.elsewhere = "Đảng bộ tỉnh Núi Biếc";
    return {.person = nuoc, .events = {event(nuoc, 1, Event::recognised, "2017-11-07"), came}};
}

Character dia()
{
    Person dia = person(10, "Đặng Địa Đàng", "1992-10-10", Sex::male, school_cell());
    dia.occupation = Occupation::public_service;
    dia.qualification = Qualification::university;
    dia.youth_union_joined = *PartialDate::from_iso("2007-03-26");
    dia.standing = Standing::moved_out;
    MembershipEvent left = event(dia, 2, Event::moved_out, "2024-07-01");
    left.from = school_cell().id;
    left.elsewhere = "Đảng bộ tỉnh Núi Biếc";
    return {.person = dia,
            .admissions = {admission(dia, school_cell(), day("2018-05-02"), day("2018-05-19"))},
            .events = {event(dia, 1, Event::recognised, "2019-05-19"), left}};
}

Character que()
{
    Person que = person(11, "Nông Quế Chi", "1978-06-06", Sex::female, museum_cell());
    que.ethnicity = 2;
    que.religion = 3;
    que.occupation = Occupation::public_service;
    que.work = "Giám đốc Bảo tàng Phù Sa";
    que.qualification = Qualification::doctor;
    que.academic_title = AcademicTitle::associate_professor;
    que.political_theory = PoliticalTheory::advanced;
    que.standing = Standing::official;
    return {.person = que,
            .admissions = {admission(que, museum_cell(), day("2012-01-30"), day("2012-02-03"))},
            .events = {event(que, 1, Event::recognised, "2013-02-03")}};
}

Character tre()
{
    Person tre = person(12, "Lý Tre Làng", "1970-01", Sex::male, museum_cell());
    tre.occupation = Occupation::public_service;
    tre.general_education = GeneralEducation::lower_secondary;
    tre.standing = Standing::resigned;
    return {.person = tre,
            .admissions = {admission(tre, museum_cell(), day("2007-04-27"), std::nullopt)},
            .events = {event(tre, 1, Event::recognised, "2008-05-19"), event(tre, 2, Event::resigned, "2017-03-01")}};
}

std::vector<Character> everyone()
{
    return {sen(), lua(), may(), gio(), song(), trang(), da(), dao(), nuoc(), dia(), que(), tre()};
}

} // namespace phusa::cast
