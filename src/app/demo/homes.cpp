#include "app/demo/homes.hpp"

namespace phusa::demo
{

Homes::Homes(const Structure& structure)
    : structure_(structure), villages_(geography().communes_2020.size()), communes_(geography().districts.size())
{
    for (std::size_t i = 0; i < geography().communes_2020.size(); ++i)
        communes_[geography().communes_2020[i].district].push_back(i);
    for (const auto& cell : structure.cells) {
        if (cell.setting == Setting::village)
            villages_[*cell.commune].push_back(cell.id);
        alike_[{cell.setting, cell.district.value_or(communes_.size())}].push_back(cell.id);
    }
}

std::size_t Homes::commune_of(const Cell& cell, Random random) const
{
    if (cell.commune)
        return *cell.commune;
    constexpr std::size_t city = 0;
    auto anywhere = random.below(static_cast<std::uint32_t>(communes_.size()));
    auto district = cell.district ? *cell.district : random.chance(0.5) ? city : anywhere;
    return random.one_of(communes_[district]);
}

OrganisationId Homes::village(std::size_t commune, Date day, Random& random) const
{
    for (;;)
        if (auto cell = random.one_of(villages_[commune]); structure_.cell(cell).is_there(day))
            return cell;
}

std::optional<OrganisationId> Homes::like(const Cell& cell, Date day, Random& random) const
{
    const auto& cells = alike_.at({cell.setting, cell.district.value_or(communes_.size())});
    constexpr int tries = 5;
    for (int i = 0; i < tries; ++i)
        if (auto other = random.one_of(cells); other != cell.id && structure_.cell(other).is_there(day))
            return other;
    return std::nullopt;
}

} // namespace phusa::demo
