#include "app/import/head.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cctype>
#include <cstdint>
#include <map>

namespace phusa
{

namespace
{

// Brackets hold remarks for those who fill in: "(dd/mm/yyyy)", "(12 số theo HD38)". Only where something is left.
std::string without_brackets(const std::string& text)
{
    std::string left;
    int depth = 0;
    for (char letter : text) {
        depth += letter == '(' ? 1 : 0;
        if (depth == 0)
            left += letter;
        depth -= letter == ')' && depth > 0 ? 1 : 0;
    }
    return left.find_first_not_of(" *") == std::string::npos ? text : left;
}

// Which letters and digits stand in a plain head, a bit for each.
std::uint64_t letters_in(std::string_view plain)
{
    std::uint64_t letters = 0;
    for (char letter : plain)
        letters |= std::uint64_t{1} << (static_cast<unsigned char>(letter) % 64);
    return letters;
}

// One way to know a column: a head, folded, and which column it means.
struct KnownHead {
    std::string plain;
    std::size_t column = 0;
    std::uint64_t letters = letters_in(plain);
};

std::vector<KnownHead> known_heads(std::span<const ImportColumn> columns)
{
    std::vector<KnownHead> known;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        known.push_back({plain_head(columns[index].title), index});
        known.push_back({plain_head(columns[index].key), index});
        for (auto head : columns[index].heads)
            known.push_back({plain_head(head), index});
    }
    return known;
}

// Every kind's list is folded once.
const std::vector<KnownHead>& known_heads_of(std::span<const ImportColumn> columns)
{
    static const auto all = [] {
        std::map<const ImportColumn*, std::vector<KnownHead>> lists;
        for (auto kind : all_import_kinds())
            lists.emplace(columns_of(kind).data(), known_heads(columns_of(kind)));
        return lists;
    }();
    return all.at(columns.data());
}

constexpr std::size_t apart_max = 2;

// How many letters may be wrong in a head of this length and still be meant.
std::size_t letters_allowed(std::size_t length)
{
    constexpr std::size_t short_head = 5;
    constexpr std::size_t long_head = 15;
    return length < short_head ? 0 : length < long_head ? 1 : apart_max;
}

std::string cell_text(const SheetRow& row, std::size_t index)
{
    return index < row.cells.size() ? text_of(row.cells[index]) : std::string();
}

// The heads of a row, or of two that belong together.
std::vector<std::string> heads_of(const SheetRow& upper, const SheetRow* lower)
{
    std::size_t count = std::max(upper.cells.size(), lower ? lower->cells.size() : 0);
    std::vector<std::string> heads;
    for (std::size_t index = 0; index < count; ++index) {
        auto head = cell_text(upper, index);
        auto below = lower ? cell_text(*lower, index) : std::string();
        if (head.empty() || head == below)
            head = below;
        else if (!below.empty())
            head += " - " + below;
        heads.push_back(std::move(head));
    }
    return heads;
}

std::vector<SheetColumn> columns_with(const std::vector<std::string>& heads, std::span<const ImportColumn> columns)
{
    std::vector<SheetColumn> found;
    std::vector<bool> taken(columns.size());
    // Known heads come before misspelt ones, wherever they stand.
    for (bool misspelt : {false, true})
        for (std::size_t index = 0; index < heads.size(); ++index) {
            if (!misspelt)
                found.push_back({.index = index, .head = heads[index], .column = {}});
            if (found[index].column || heads[index].empty())
                continue;
            auto meaning = meaning_of(heads[index], columns);
            if (!meaning || meaning->misspelt != misspelt || taken[meaning->column])
                continue;
            taken[meaning->column] = true;
            found[index].column = meaning->column;
            found[index].recognised = misspelt ? Recognised::misspelt : Recognised::by_head;
        }
    return found;
}

std::size_t recognised_in(const std::vector<SheetColumn>& columns)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(columns, [](const auto& column) { return column.column.has_value(); }));
}

bool looks_like_values(const SheetRow& row)
{
    return std::ranges::any_of(row.cells, [](const Cell& cell) {
        return std::holds_alternative<Date>(cell) || std::holds_alternative<std::int64_t>(cell) ||
               std::holds_alternative<double>(cell);
    });
}

Problem no_head(std::span<const ImportColumn> columns)
{
    std::string wanted;
    for (const auto& column : columns)
        if (column.required)
            wanted.append(wanted.empty() ? "" : ", ").append(column.title);
    return {.kind = Problem::Kind::invalid,
            .message = fmt::format("Không thấy hàng tiêu đề trong 40 hàng đầu của bảng. Hàng tiêu đề cần có ít nhất: "
                                   "{}. Hãy tải tệp mẫu để xem các cột.",
                                   wanted)};
}

} // namespace

bool is_blank(const Cell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return text->find_first_not_of(" \t\r\n") == std::string::npos;
    return std::holds_alternative<std::monostate>(cell);
}

std::string text_of(const Cell& cell)
{
    if (const auto* number = std::get_if<std::int64_t>(&cell))
        return std::to_string(*number);
    if (const auto* number = std::get_if<double>(&cell))
        return fmt::format("{}", *number);
    if (const auto* text = std::get_if<std::string>(&cell))
        return clean_text(*text);
    return shown(cell, Table::Kind::date);
}

std::string plain_head(std::string_view head)
{
    auto folded = fold(without_brackets(std::string(head)));
    std::string plain;
    for (char letter : folded) {
        auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0)
            plain += letter;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    // "_1" behind a head that stands twice.
    while (!plain.empty() &&
           (plain.back() == ' ' || (plain.size() > 2 && plain.back() == '1' && *(plain.end() - 2) == ' ')))
        plain.pop_back();
    return plain;
}

// Only what lies at most `limit` beside the diagonal can matter: each row of the table is this narrow band of it.
std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t limit)
{
    assert(limit <= apart_max);
    auto far = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit)
        return far;
    using Band = std::array<std::size_t, 2 * apart_max + 3>; // [1 + j - i + limit], with a border on both sides
    Band row;
    row.fill(far);
    for (std::size_t j = 0; j <= limit; ++j)
        row[1 + j + limit] = j;
    Band above = row;
    Band before;
    before.fill(far);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before, above);
        std::swap(above, row);
        row.fill(far);
        for (std::size_t j = i > limit ? i - limit : 0; j <= std::min(b.size(), i + limit); ++j) {
            auto at = 1 + j + limit - i;
            row[at] = std::min(above[at + 1], row[at - 1]) + 1;
            if (j == 0)
                continue;
            row[at] = std::min(row[at], above[at] + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at] + 1);
        }
        if (std::min(std::ranges::min(row), std::ranges::min(above)) > limit)
            return far;
    }
    return std::min(row[1 + b.size() + limit - a.size()], far);
}

std::optional<HeadMeaning> meaning_of(std::string_view head, std::span<const ImportColumn> columns)
{
    auto plain = plain_head(head);
    auto letters = letters_in(plain);
    auto allowed = letters_allowed(plain.size());
    std::optional<std::size_t> nearest;
    std::size_t least = allowed + 1;
    bool is_unclear = false;
    for (const auto& known : known_heads_of(columns)) {
        // A wrong letter takes one away and brings another: most heads need not be looked at letter by letter.
        if (std::popcount(letters ^ known.letters) > 2 * static_cast<int>(allowed))
            continue;
        auto apart = letters_apart(plain, known.plain, allowed);
        if (apart == 0)
            return HeadMeaning{.column = known.column, .misspelt = false};
        if (apart > least || apart > allowed)
            continue;
        is_unclear = apart == least && nearest && *nearest != known.column;
        least = apart;
        nearest = known.column;
    }
    if (!nearest || is_unclear)
        return std::nullopt;
    return HeadMeaning{.column = *nearest, .misspelt = true};
}

Result<SheetHead> find_head(std::span<const SheetRow> first_rows, std::span<const ImportColumn> columns)
{
    constexpr std::size_t recognised_min = 2;
    std::size_t most = recognised_min - 1;
    SheetHead best;
    for (std::size_t at = 0; at < first_rows.size(); ++at) {
        const auto& upper = first_rows[at];
        bool has_lower = at + 1 < first_rows.size() && first_rows[at + 1].number == upper.number + 1 &&
                         !looks_like_values(first_rows[at + 1]);
        for (const auto* lower : {static_cast<const SheetRow*>(nullptr), has_lower ? &first_rows[at + 1] : nullptr}) {
            auto found = columns_with(heads_of(upper, lower), columns);
            if (recognised_in(found) <= most)
                continue;
            most = recognised_in(found);
            best = {.first_row = upper.number,
                    .last_row = lower ? lower->number : upper.number,
                    .columns = std::move(found)};
        }
    }
    if (best.last_row == 0)
        return std::unexpected(no_head(columns));
    return best;
}

bool numbers_columns(const SheetRow& row)
{
    std::size_t numbered = 0;
    for (std::size_t index = 0; index < row.cells.size(); ++index) {
        auto text = text_of(row.cells[index]);
        std::erase_if(text, [](char letter) { return letter == '(' || letter == ')'; });
        if (text.empty())
            continue;
        if (text.size() > 2 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
            return false;
        ++numbered;
    }
    return numbered > 1;
}

} // namespace phusa
