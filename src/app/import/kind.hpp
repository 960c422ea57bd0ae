#pragma once

#include "domain/account.hpp"
#include "domain/codes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// What a sheet can hold.
enum class ImportKind : std::uint8_t { organisations, members, admissions, dossiers };
std::string_view key_of(ImportKind kind);
std::string_view title_of(ImportKind kind);
std::optional<ImportKind> import_kind(std::string_view key);
std::vector<ImportKind> all_import_kinds();
// "organisations, members, …": for messages that say what there is.
std::string import_kind_keys();
// What importing such things takes, at the units of its rows.
Right right_to_import(ImportKind kind);

// How the cells of a column are read.
enum class CellMeaning : std::uint8_t {
    text,
    name,     // of a person: ALL CAPS are put right
    digits,   // a number that is a text: cards, files, telephones
    identity, // căn cước or CMND
    date,     // a day, a month or a year
    day,      // a day only
    code,     // one value of `list`
    yes_no,
    count, // a whole number from 0
    unit,
};

// One column of a kind: the same in import, template and export.
struct ImportColumn {
    std::string_view key;   // of files and the answer in JSON
    std::string_view title; // the head that we write
    CellMeaning meaning = CellMeaning::text;
    bool required = false;
    // Other heads by which offices know it (forms.md §8), as they write them; compared folded.
    std::span<const std::string_view> heads = {};
    const CodeList& (*list)() = nullptr;
    std::string_view allowed = {}; // where there is no list: what may stand there, for people
    // A column that is one part of another one's text ("Quê quán - Tỉnh"), in the order in which they are joined. It
    // is read, never written.
    std::string_view part_of = {};
};

// In the order of template and export.
std::span<const ImportColumn> columns_of(ImportKind kind);
std::span<const ImportColumn> organisation_columns();
std::span<const ImportColumn> member_columns();
std::span<const ImportColumn> admission_columns();
std::span<const ImportColumn> dossier_columns();

// The index of a key in `columns`.
std::optional<std::size_t> column_index(std::span<const ImportColumn> columns, std::string_view key);
// Whether the whole columns (no parts) of a kind.
bool is_written(const ImportColumn& column);
// "Nam; Nữ", or what the column itself says.
std::string allowed_values(const ImportColumn& column);

} // namespace phusa
