#include "app/demo/admission_days.hpp"

#include <array>
#include <map>

// Which cell admits whom.
namespace phusa::demo
{

namespace
{

struct SettingShare {
    Setting setting;
    std::uint32_t share;
};

// Where people of one row of Biểu 2 are admitted, by occupation from `unknown` to `other`. Shares are of people, spread
// over all cells of a setting.
const std::array<std::vector<SettingShare>, YearPlan::occupation_rows> settings_of = {{
    {{Setting::village, 1}},
    {{Setting::agency, 1}},
    {{Setting::party_agency, 1}},
    {{Setting::commune_office, 9}, {Setting::village, 1}},
    {{Setting::village, 1}},
    {{Setting::school, 62},
     {Setting::high_school, 14},
     {Setting::health, 15},
     {Setting::college, 6},
     {Setting::public_service, 3}},
    {{Setting::village, 6}, {Setting::enterprise, 4}},
    {{Setting::enterprise, 1}},
    {{Setting::enterprise, 1}},
    {{Setting::enterprise, 1}},
    {{Setting::village, 1}},
    {{Setting::police, 5}, {Setting::army, 5}},
    {{Setting::college, 1}},
    {{Setting::high_school, 1}},
    {{Setting::village, 8}, {Setting::commune_office, 1}, {Setting::enterprise, 1}},
}};

// The cells of one setting that admit in one year.
struct Choice {
    std::vector<OrganisationId> cells;
    WeightedDraw draw;
};

class Placement
{
public:
    explicit Placement(const Structure& structure) : structure_(structure) {}

    OrganisationId place(const Newcomer& who, Random random)
    {
        auto start = Period::year(who.counted_on.year()).first;
        if (start != year_)
            begin_year(start);
        WeightedDraw settings;
        const auto& shares = settings_of[static_cast<std::size_t>(who.occupation)];
        for (const auto& share : shares)
            settings.add(share.share);
        auto setting = shares[settings.draw(random)].setting;
        constexpr int tries = 20; // a cell may end within the year
        for (int i = 0; i < tries; ++i) {
            auto& choice = choices_[setting];
            if (choice.cells.empty())
                break;
            auto cell = choice.cells[choice.draw.draw(random)];
            if (structure_.cell(cell).is_there(who.counted_on))
                return cell;
        }
        auto& villages = choices_[Setting::village];
        for (;;)
            if (auto cell = villages.cells[villages.draw.draw(random)]; structure_.cell(cell).is_there(who.counted_on))
                return cell;
    }

private:
    void begin_year(Date start)
    {
        year_ = start;
        choices_.clear();
        for (const auto& cell : structure_.cells) {
            if (!cell.is_there(start) || (cell.silent_from && *cell.silent_from <= start))
                continue;
            auto& choice = choices_[cell.setting];
            choice.cells.push_back(cell.id);
            choice.draw.add(cell.weight);
        }
    }

    const Structure& structure_;
    Date year_;
    std::map<Setting, Choice> choices_;
};

} // namespace

void place_newcomers(std::uint64_t seed, const Structure& structure, std::span<Newcomer> people)
{
    Placement placement(structure);
    for (auto& who : people)
        who.cell = placement.place(who, Random(seed, "place", who.number));
}

} // namespace phusa::demo
