#include "app/demo/structure_builder.hpp"

#include <fmt/format.h>

namespace phusa::demo
{

namespace
{

using Kind = OrganisationKind;

struct MassOrganisation {
    Kind kind;
    std::string_view name;
    std::string_view sign;
};

constexpr MassOrganisation mass_organisations[] = {
    {Kind::youth_union, "Đoàn TNCS Hồ Chí Minh", "TN"}, {Kind::trade_union, "Công đoàn", "CD"},
    {Kind::women_union, "Hội Liên hiệp Phụ nữ", "PN"},  {Kind::farmers_union, "Hội Nông dân", "ND"},
    {Kind::veterans, "Hội Cựu chiến binh", "CCB"},      {Kind::fatherland_front, "Uỷ ban Mặt trận Tổ quốc", "MT"},
};

// "Đảng bộ xã Đông Hoà" -> "xã Đông Hoà".
std::string place_of(const Organisation& unit)
{
    constexpr std::string_view head = "Đảng bộ ";
    return unit.name.starts_with(head) ? unit.name.substr(head.size()) : unit.name;
}

std::string name_of(const MassOrganisation& organisation, const Organisation& unit)
{
    bool above_communes = unit.kind == Kind::province_committee || unit.kind == Kind::district_committee;
    auto name = organisation.kind == Kind::trade_union && above_communes ? "Liên đoàn Lao động" : organisation.name;
    return fmt::format("{} {}", name, place_of(unit));
}

void found_beside(StructureBuilder& builder, OrganisationId unit, Date first, NameSource source)
{
    for (const auto& organisation : mass_organisations)
        builder.add_beside(organisation.kind, name_of(organisation, builder.now(unit)), unit, organisation.sign, first,
                           source);
}

} // namespace

void found_mass_organisations(StructureBuilder& builder)
{
    auto root = builder.structure().root;
    auto first = builder.now(root).valid.first;
    found_beside(builder, root, first, NameSource::units_of_2020);
    builder.add_beside(Kind::political_school, "Trường Chính trị tỉnh Thái Bình", root, "TCT", day(1957, 1, 1),
                       NameSource::units_of_2020);
    for (auto district : builder.children(root)) {
        if (builder.now(district).kind != Kind::district_committee)
            continue;
        found_beside(builder, district, first, NameSource::units_of_2020);
        builder.add_beside(Kind::political_centre, "Trung tâm Chính trị " + place_of(builder.now(district)), district,
                           "TTCT", day(1995, 9, 5), NameSource::units_of_2020);
        for (auto unit : builder.children(district))
            if (builder.now(unit).sector == Sector::commune)
                found_beside(builder, unit, first, NameSource::units_of_2020);
    }
}

void reorganise_mass_organisations(StructureBuilder& builder, const std::vector<OrganisationId>& communes)
{
    auto root = builder.structure().root;
    auto on = reorganisation_day();
    auto units = builder.structure().units;
    constexpr std::string_view document = "Sắp xếp đơn vị hành chính từ 01/7/2025 (Nghị quyết 202/2025/QH15)";
    for (std::int64_t number = 1; number <= units; ++number) {
        auto unit = builder.now(OrganisationId(number));
        if (!unit.beside || unit.valid.until)
            continue;
        if (unit.beside != root) {
            builder.end(unit.id, on);
            builder.succeed(SuccessionKind::dissolved, on, unit.id, {}, document);
            continue;
        }
        auto name = unit.name;
        name.replace(name.find("Thái Bình"), std::string_view("Thái Bình").size(), "Hưng Yên");
        builder.rename(unit.id, name, "33" + unit.code.substr(2), on);
        builder.succeed(SuccessionKind::merged, on, unit.id, unit.id, document);
    }
    for (auto commune : communes)
        found_beside(builder, commune, on, NameSource::units_of_2025);
}

} // namespace phusa::demo
