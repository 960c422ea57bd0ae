#include "app/papers/body_names.hpp"

#include <array>
#include <ranges>
#include <utility>

namespace phusa
{

std::string committee_name(std::string_view organisation)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names = {
        {{"Đảng bộ tỉnh ", "Tỉnh uỷ "},
         {"Đảng bộ huyện ", "Huyện uỷ "},
         {"Đảng bộ thị xã ", "Thị uỷ "},
         {"Đảng bộ thành phố ", "Thành uỷ "},
         {"Đảng bộ ", "Đảng uỷ "}}};
    for (const auto& [before, after] : names)
        if (organisation.starts_with(before))
            return std::string(after).append(organisation.substr(before.size()));
    return std::string(organisation);
}

std::string_view committee_sign(const Organisation& organisation)
{
    bool is_town =
        organisation.name.starts_with("Đảng bộ thành phố ") || organisation.name.starts_with("Đảng bộ thị xã ");
    switch (organisation.kind) {
    case OrganisationKind::province_committee:
        return "TU";
    case OrganisationKind::district_committee:
        return is_town ? "ThU" : "HU";
    case OrganisationKind::grassroots_cell:
    case OrganisationKind::cell:
        return "CB";
    default:
        return "ĐU";
    }
}

std::string short_union_name(std::string_view name)
{
    constexpr std::string_view full = "Đoàn TNCS Hồ Chí Minh ";
    return name.starts_with(full) ? "Đoàn " + std::string(name.substr(full.size())) : std::string(name);
}

std::string place_name(std::span<const Organisation> path)
{
    constexpr std::array<std::string_view, 8> places = {"Đảng bộ xã ",      "Đảng bộ phường ", "Đảng bộ thị trấn ",
                                                        "Đảng bộ đặc khu ", "Đảng bộ huyện ",  "Đảng bộ thành phố ",
                                                        "Đảng bộ thị xã ",  "Đảng bộ tỉnh "};
    for (const auto& unit : path | std::views::reverse)
        for (auto place : places)
            if (unit.name.starts_with(place))
                return unit.name.substr(place.size());
    return {};
}

} // namespace phusa
