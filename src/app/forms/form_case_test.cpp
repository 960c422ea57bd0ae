#include "app/forms/form_case_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr std::int64_t first_id = 1001;

[[noreturn]] void fail(const CaseRow& row, const std::string& what)
{
    throw std::runtime_error(row.place + ": " + what);
}

std::optional<Date> day_or_none(const CaseRow& row, std::size_t cell)
{
    if (row.cell(cell).empty())
        return std::nullopt;
    auto day = Date::from_iso(row.cell(cell));
    if (!day)
        fail(row, "no day: " + row.cell(cell));
    return day;
}

Date day_of(const CaseRow& row, std::size_t cell)
{
    auto day = day_or_none(row, cell);
    if (!day)
        fail(row, "a day is missing");
    return *day;
}

template<typename Enum>
Enum coded(const CaseRow& row, std::size_t cell, const CodeList& list)
{
    auto number = row.cell(cell).empty() ? std::optional<std::uint8_t>(0) : list.number_of(row.cell(cell));
    if (!number)
        fail(row, "unknown: " + row.cell(cell));
    return static_cast<Enum>(*number);
}

} // namespace

FormCase::FormCase(const std::string& path)
{
    for (const auto& row : case_rows(path))
        take(row);
    std::int64_t id = first_id;
    for (auto& admission : admissions)
        admission.id = AdmissionId(id++);
    for (auto& event : events)
        event.id = MembershipEventId(id++);
}

void FormCase::take(const CaseRow& row)
{
    const auto& what = row.cells.front();
    if (!questions.empty() && what != "form")
        questions.back().rows.push_back(row); // a row of a form may be named as a line is
    else if (what == "unit")
        take_unit(row);
    else if (what == "merged")
        successions.push_back({.kind = SuccessionKind::merged,
                               .on = day_of(row, 3),
                               .from = unit(row, 1),
                               .to = unit(row, 2),
                               .document = {}});
    else if (what == "masses")
        take_masses(row);
    else if (what == "admitted")
        take_admission(row);
    else if (what == "event")
        take_event(row);
    else if (what == "follows")
        human(row.cell(1)).cells.emplace_back(day_of(row, 5), unit(row, 4));
    else if (what == "form")
        questions.push_back({row.cell(1), row.cell(2), row.cell(3), row.cell(4), row.place, {}});
    else
        fail(row, "unknown line");
}

void FormCase::take_unit(const CaseRow& row)
{
    auto kind = organisation_kind(row.cell(2));
    if (!kind)
        fail(row, "unknown kind");
    Organisation made;
    made.id = OrganisationId(first_id + static_cast<std::int64_t>(units.size()));
    made.kind = *kind;
    made.code = row.cell(1);
    made.name = row.cell(4);
    if (!row.cell(3).empty())
        made.parent = unit(row, 3);
    made.valid = {day_of(row, 5), day_or_none(row, 6)};
    units.push_back(std::move(made));
}

void FormCase::take_masses(const CaseRow& row)
{
    OrganisationFact fact;
    fact.organisation = unit(row, 1);
    fact.valid = {day_of(row, 2), day_or_none(row, 3)};
    facts.push_back(std::move(fact));
}

void FormCase::take_admission(const CaseRow& row)
{
    Admission admission;
    auto& who = human(row.cell(1));
    admission.person = who.person.id;
    admission.sex = coded<Sex>(row, 2, sexes());
    admission.born = PartialDate::from_iso(row.cell(3)).value();
    admission.cell = unit(row, 4);
    admission.decided_on = day_or_none(row, 5);
    admission.ceremony_on = day_or_none(row, 6);
    admission.occupation = coded<Occupation>(row, 7, occupations());
    admission.general_education = coded<GeneralEducation>(row, 8, general_educations());
    admission.qualification = coded<Qualification>(row, 9, qualifications());
    auto words = row.cell(10);
    auto says = [&](const char* word) { return words.find(word) != std::string::npos; };
    constexpr std::uint8_t buddhism = 2, another_people = 2;
    admission.youth_union_member = says("doan_vien");
    admission.readmission = says("ket_nap_lai");
    admission.private_owner = says("chu_dn");
    admission.religion = says("theo_dao") ? buddhism : 1;
    admission.ethnicity = says("dan_toc") ? another_people : 1;
    who.cells.emplace_back(admission.counted_on(), admission.cell);
    admissions.push_back(std::move(admission));
}

void FormCase::take_event(const CaseRow& row)
{
    auto kind = membership_event_kind(row.cell(2));
    if (!kind)
        fail(row, "unknown event");
    auto& who = human(row.cell(1));
    MembershipEvent event;
    event.person = who.person.id;
    event.kind = *kind;
    event.on = day_of(row, 3);
    if (!row.cell(4).empty())
        event.from = unit(row, 4);
    if (!row.cell(5).empty())
        event.to = unit(row, 5);
    event.elsewhere = row.cell(6);
    if (event.to)
        who.cells.emplace_back(event.on, *event.to);
    events.push_back(std::move(event));
}

FormCase::Human& FormCase::human(const std::string& name)
{
    auto [found, is_new] = humans_.try_emplace(name);
    if (is_new) {
        found->second.person.id = PersonId(first_id + static_cast<std::int64_t>(humans_.size()));
        found->second.person.name = name;
        found->second.person.born = PartialDate::from_iso("1980").value();
    }
    return found->second;
}

OrganisationId FormCase::unit(const CaseRow& row, std::size_t cell) const
{
    auto found = std::ranges::find(units, row.cell(cell), &Organisation::code);
    if (found == units.end())
        fail(row, "no such unit: " + row.cell(cell));
    return found->id;
}

std::vector<storage::NewPerson> FormCase::people() const
{
    std::vector<storage::NewPerson> all;
    for (const auto& [name, human] : humans_) {
        auto cells = human.cells;
        std::ranges::stable_sort(cells, {}, [](const auto& each) { return each.first; });
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i + 1 < cells.size() && cells[i + 1].first == cells[i].first)
                continue;
            auto version = human.person;
            version.cell = cells[i].second;
            version.valid.first = cells[i].first;
            if (i + 1 < cells.size())
                version.valid.until = cells[i + 1].first;
            all.push_back({std::move(version), {}});
        }
    }
    return all;
}

} // namespace phusa
