#include "app/demo/data_faults.hpp"

#include "app/demo/demo_files.hpp"
#include "app/demo/random.hpp"

#include <algorithm>
#include <unordered_map>

namespace phusa::demo
{

namespace
{

constexpr double faulty = 0.012;
constexpr std::size_t pairs = 40;
constexpr int settled_years = 3;
constexpr int early_days = 40;

class Planting
{
public:
    Planting(std::uint64_t seed, Date as_of, Register& made) : seed_(seed), as_of_(as_of), made_(made)
    {
        for (auto& admission : made.admissions)
            admissions_.emplace(admission.person.value, &admission);
        for (auto& event : made.events)
            if (event.kind == MembershipEventKind::recognised)
                recognitions_.emplace(event.person.value, &event);
    }

    void plant()
    {
        std::vector<PersonVersion> twice;
        for (auto& version : made_.people) {
            if (!is_fit(version.person))
                continue;
            Random random(seed_, "data_faults", static_cast<std::uint64_t>(version.person.id.value));
            if (random.chance(faulty))
                spoil(version, random);
            else if (twice.size() < pairs && random.chance(0.002))
                twice.push_back(version);
        }
        for (const auto& version : twice)
            enter_again(version);
    }

private:
    bool is_fit(const Person& person) const
    {
        auto admission = admissions_.find(person.id.value);
        if (person.valid.until || person.standing != Standing::official || admission == admissions_.end())
            return false;
        auto day = admission->second->counted_on();
        return !admission_file().article.contains(day) && day.plus_months(settled_years * 12) < as_of_ &&
               recognitions_.contains(person.id.value);
    }

    void spoil(PersonVersion& version, Random& random)
    {
        auto& person = version.person;
        switch (random.below(12)) {
        case 0:
            person.born = *PartialDate::of_year(person.born.first().year());
            break;
        case 1:
            person.sex = Sex::unknown;
            break;
        case 2:
            person.ethnicity = 0;
            break;
        case 3:
            person.religion = 0;
            break;
        case 4:
            version.identity.clear();
            break;
        case 5:
            // A sheet that took it for a number has lost its first digit.
            if (!version.identity.empty())
                version.identity.erase(0, 1);
            break;
        case 6:
            person.home.clear();
            break;
        case 7:
            person.residence.clear();
            break;
        case 8:
            person.general_education = GeneralEducation::unknown;
            break;
        case 9:
            person.card_number.clear();
            break;
        case 10:
            admissions_.at(person.id.value)->decision_number.clear();
            break;
        default:
            spoil_days(person, random);
        }
    }

    // A year mistyped, or an official day before the twelve months were over.
    void spoil_days(Person& person, Random& random)
    {
        if (random.chance(0.5))
            person.born = PartialDate(person.born.first().plus_months(12));
        else
            recognitions_.at(person.id.value)->on = recognitions_.at(person.id.value)->on.plus_days(-early_days);
    }

    // Once more, as another cell wrote them down when they came: without the number, half of them with a birth less
    // exact.
    void enter_again(PersonVersion version)
    {
        auto& person = version.person;
        Random random(seed_, "data_faults.twice", static_cast<std::uint64_t>(person.id.value));
        auto came = as_of_.plus_days(-random.between(400, 900));
        person.id = PersonId(++made_.persons);
        person.cell = another_cell(person.cell, random);
        person.valid = {.first = came, .until = {}};
        for (auto* text : {&person.card_number, &person.file_number, &person.phone, &person.stay})
            text->clear();
        if (random.chance(0.4))
            person.born = *PartialDate::of_year(person.born.first().year());
        version.identity.clear();
        MembershipEvent moved;
        moved.id = MembershipEventId(static_cast<std::int64_t>(made_.events.size()) + 1);
        moved.person = person.id;
        moved.kind = MembershipEventKind::moved_in;
        moved.on = came;
        moved.to = person.cell;
        moved.elsewhere = "Chi bộ nơi công tác";
        made_.events.push_back(moved);
        auto official = moved;
        official.id = MembershipEventId(moved.id.value + 1);
        official.kind = MembershipEventKind::recognised;
        official.to.reset();
        official.elsewhere.clear();
        made_.events.push_back(official);
        made_.people.push_back(std::move(version));
    }

    // In the same commune where there is one, half of the time; else the same cell wrote them twice.
    OrganisationId another_cell(OrganisationId cell, Random& random) const
    {
        if (random.chance(0.5))
            return cell;
        const auto& home = made_.structure.cell(cell);
        std::vector<OrganisationId> near;
        for (const auto& other : made_.structure.cells)
            if (other.commune == home.commune && other.is_there(as_of_) && other.id != cell)
                near.push_back(other.id);
        return near.empty() ? cell : random.one_of(near);
    }

    std::uint64_t seed_;
    Date as_of_;
    Register& made_;
    std::unordered_map<std::int64_t, Admission*> admissions_;
    std::unordered_map<std::int64_t, MembershipEvent*> recognitions_;
};

} // namespace

void plant_data_faults(std::uint64_t seed, Date as_of, Register& made) { Planting(seed, as_of, made).plant(); }

} // namespace phusa::demo
