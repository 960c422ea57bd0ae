#include "app/import/kind.hpp"

#include "domain/named.hpp"

#include <array>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::array<Named<ImportKind>, 4> kinds = {{
    {ImportKind::organisations, "organisations", "Tổ chức đảng, đoàn thể"},
    {ImportKind::members, "members", "Đảng viên"},
    {ImportKind::admissions, "admissions", "Kết nạp đảng viên"},
    {ImportKind::dossiers, "dossiers", "Hồ sơ kết nạp (từ hồ sơ giấy)"},
}};

} // namespace

std::string_view key_of(ImportKind kind) { return named<ImportKind>(kinds, kind).key; }
std::string_view title_of(ImportKind kind) { return named<ImportKind>(kinds, kind).title; }
std::optional<ImportKind> import_kind(std::string_view key) { return value_of<ImportKind>(kinds, key); }
std::vector<ImportKind> all_import_kinds() { return values_of<ImportKind>(kinds); }

std::string import_kind_keys()
{
    std::string keys;
    for (auto kind : all_import_kinds())
        keys.append(keys.empty() ? "" : ", ").append(key_of(kind));
    return keys;
}

Right right_to_import(ImportKind kind)
{
    switch (kind) {
    case ImportKind::organisations:
        return Right::change_organisations;
    case ImportKind::members:
    case ImportKind::admissions:
        return Right::change_people;
    case ImportKind::dossiers:
        return Right::record_cell_acts; // whoever has it may change people too
    }
    std::unreachable();
}

std::span<const ImportColumn> columns_of(ImportKind kind)
{
    switch (kind) {
    case ImportKind::organisations:
        return organisation_columns();
    case ImportKind::members:
        return member_columns();
    case ImportKind::admissions:
        return admission_columns();
    case ImportKind::dossiers:
        return dossier_columns();
    }
    std::unreachable();
}

std::optional<std::size_t> column_index(std::span<const ImportColumn> columns, std::string_view key)
{
    for (std::size_t index = 0; index < columns.size(); ++index)
        if (columns[index].key == key)
            return index;
    return std::nullopt;
}

bool is_written(const ImportColumn& column) { return column.part_of.empty(); }

std::string allowed_values(const ImportColumn& column)
{
    if (!column.list)
        return std::string(column.allowed);
    std::string values;
    for (const auto& code : column.list().codes())
        if (code.number != 0 || code.key == "none")
            values.append(values.empty() ? "" : "; ").append(code.title);
    return values;
}

} // namespace phusa
