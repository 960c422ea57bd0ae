#include "app/demo/person_facts.hpp"

#include "app/demo/names.hpp"

#include <fmt/format.h>

#include <cassert>

namespace phusa::demo
{

namespace
{

constexpr int months_a_year = 12;
constexpr std::uint8_t kinh = 1;
constexpr std::uint8_t no_religion = 1, buddhist = 2, catholic = 3;

std::string old_address(std::size_t commune)
{
    const auto& place = geography().communes_2020[commune];
    const auto& district = geography().districts[place.district];
    return fmt::format("{} {}, {} {}, tỉnh Thái Bình", place.kind, place.name, district.kind, district.name);
}

std::string new_address(std::size_t commune)
{
    const auto& place = geography().communes_2025[geography().communes_2020[commune].successor];
    return fmt::format("{} {}, tỉnh Hưng Yên", place.kind, place.name);
}

PartialDate month_of(Date day) { return *PartialDate::of_month(day.year(), day.month()); }

// The day of birth follows from the age in calendar months; of old people only the month may be known.
PartialDate born_on(const Newcomer& who, Random& random)
{
    auto month = Date::of(who.counted_on.year(), who.counted_on.month(), 1)->plus_months(-who.age_months);
    constexpr int exact_since = 1950;
    if (month.year() < exact_since && random.chance(0.3))
        return month_of(month);
    return PartialDate(month.plus_days(random.between(0, 27)));
}

} // namespace

PersonFacts::PersonFacts(std::uint64_t seed, const Structure& structure, const Homes& homes, const Newcomer& who,
                         Date as_of)
    : structure_(structure), who_(who), as_of_(as_of),
      home_(homes.commune_of(structure.cell(who.cell), Random(seed, "home", who.number)))
{
    Random random(seed, "person", who.number);
    person_.id = PersonId(who.number);
    person_.born = born_on(who, random);
    person_.sex = who.sex;
    person_.name = invented_name(random, who.sex, person_.born.first().year());
    person_.occupation = who.occupation;
    person_.general_education = who.general_education;
    person_.qualification = who.qualification;
    person_.invented = true;
    job_ = random.below(1000);
    invent_youth(random);
    invent_learning(random);
    invent_places(random);
    invent_numbers(random);
}

void PersonFacts::invent_youth(Random& random)
{
    person_.ethnicity = random.chance(0.997) ? kinh : static_cast<std::uint8_t>(random.between(2, 8));
    auto faith = random.unit();
    person_.religion = faith < 0.016 ? catholic : faith < 0.024 ? buddhist : no_religion;
    auto born = person_.born.first();
    if (who_.youth_union_member || random.chance(0.5)) {
        auto joined = born.plus_months(random.between(16 * months_a_year, 17 * months_a_year + 11));
        person_.youth_union_joined =
            random.chance(0.5) ? PartialDate(*Date::of(joined.year(), 3, 26)) : month_of(joined);
    }
    auto working_age = born.plus_months(random.between(20, 25) * months_a_year);
    bool in_uniform = who_.occupation == Occupation::armed_forces;
    bool hired = who_.occupation <= Occupation::enterprise_worker && who_.occupation != Occupation::village_activist &&
                 who_.occupation != Occupation::unknown;
    if (hired && working_age < who_.counted_on)
        person_.employed = month_of(working_age);
    if (in_uniform)
        person_.enlisted = month_of(who_.counted_on.plus_months(-random.between(6, 24)));
}

void PersonFacts::invent_learning(Random& random)
{
    bool leads = who_.occupation <= Occupation::village_activist || who_.occupation == Occupation::enterprise_leader;
    auto luck = random.unit();
    if (luck < (leads ? 0.3 : 0.08))
        person_.political_theory = PoliticalTheory::intermediate;
    else if (luck < (leads ? 0.7 : 0.35))
        person_.political_theory = PoliticalTheory::elementary;
    if (leads && luck > 0.96)
        person_.political_theory = PoliticalTheory::advanced;
    constexpr std::string_view levels[] = {"Tiếng Anh A2", "Tiếng Anh B1", "Tiếng Anh trình độ B",
                                           "Tiếng Nga trình độ A"};
    if (who_.qualification >= Qualification::university && random.chance(0.6))
        person_.foreign_language = levels[random.below(std::size(levels))];
}

void PersonFacts::invent_places(Random& random)
{
    auto communes = static_cast<std::uint32_t>(geography().communes_2020.size());
    auto origin = random.chance(0.7) ? home_ : random.below(communes);
    person_.birthplace = old_address(origin);
    person_.home = person_.birthplace;
    const auto& villages = unit_file().villages;
    bool rural = geography().communes_2020[home_].kind == "xã";
    hamlet_ = rural ? "Thôn " + random.one_of(villages) : fmt::format("Tổ dân phố số {}", random.between(1, 9));
}

void PersonFacts::invent_numbers(Random& random)
{
    constexpr int telephones_since = 1945;
    if (person_.born.first().year() >= telephones_since && random.chance(0.8))
        person_.phone = fmt::format("000{:07}", random.below(10'000'000));
    person_.card_number = fmt::format("00.{:06}", who_.number);
    person_.file_number = fmt::format("00-{:07}", who_.number);
}

// 12 digits as those of a citizen's card, but 999 is no province: sex and century, year of birth, running number.
std::string PersonFacts::identity() const
{
    int year = person_.born.first().year();
    int sex_and_century = (year / 100 - 19) * 2 + (who_.sex == Sex::female ? 1 : 0);
    assert(sex_and_century >= 0 || year < 1900);
    return fmt::format("999{}{:02}{:06}", std::max(sex_and_century, 0) % 10, year % 100, who_.number % 1'000'000);
}

std::string PersonFacts::work_at(const Stay& stay) const
{
    if (stay.retired)
        return "Nghỉ hưu";
    const auto& cell = structure_.cell(stay.cell);
    const auto& workplace = stay.is_2025_office ? cell.workplace_2025 : cell.workplace;
    bool unlike = cell.setting == Setting::village && structure_.cell(who_.cell).setting != Setting::village;
    return unlike ? "Lao động tự do" : work_title(who_, cell.setting, workplace, job_);
}

Person PersonFacts::at(const Stay& stay) const
{
    auto person = person_;
    person.cell = stay.cell;
    person.work = work_at(stay);
    person.residence =
        fmt::format("{}, {}", hamlet_, as_of_ >= reorganisation_day() ? new_address(home_) : old_address(home_));
    return person;
}

} // namespace phusa::demo
