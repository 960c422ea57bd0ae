#include "app/demo/structure_builder.hpp"

#include <fmt/format.h>

namespace phusa::demo
{

// Two villages of every fourth commune became one between 2018 and 2020.
void merge_villages(StructureBuilder& builder)
{
    constexpr std::size_t every = 4;
    auto& cells = builder.structure().cells;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        auto &kept = cells[i], &gone = cells[i + 1];
        bool first_of_commune = i == 0 || cells[i - 1].commune != kept.commune;
        if (!kept.commune || *kept.commune % every != 0 || !first_of_commune || gone.setting != Setting::village)
            continue;
        auto random = builder.random("village merger", *kept.commune);
        auto on = day(random.between(2018, 2020), random.between(1, 6), 1);
        if (on > builder.as_of())
            continue;
        builder.end(gone.id, on);
        builder.succeed(SuccessionKind::merged, on, gone.id, kept.id,
                        fmt::format("Dữ liệu mẫu: sáp nhập thôn, tổ dân phố năm {}", on.year()));
        gone.until = on;
        gone.successor = kept.id;
    }
}

// Offices in which everybody is a member already, for some years or still.
void note_units_without_masses(StructureBuilder& builder)
{
    auto random = builder.random("no masses left");
    for (const auto& cell : builder.structure().cells) {
        const auto& unit = builder.now(cell.id);
        bool small_office = unit.kind == OrganisationKind::grassroots_cell && unit.sector == Sector::agency;
        if (!small_office || !random.chance(0.25))
            continue;
        auto first = day(random.between(2008, 2024), 1, 1);
        std::optional<Date> until;
        if (random.chance(0.5))
            until = first.plus_months(12 * random.between(1, 6));
        if (first <= builder.as_of())
            builder.structure().facts.push_back({.row = 0,
                                                 .organisation = cell.id,
                                                 .kind = OrganisationFactKind::no_masses_left,
                                                 .valid = {first, until},
                                                 .note = "Dữ liệu mẫu",
                                                 .recorded = {}});
    }
}

} // namespace phusa::demo
