#include "rules/file_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace phusa
{

namespace
{

int line_of(const toml::table& table, std::string_view key)
{
    for (const auto& [name, node] : table)
        if (name.str() == key)
            return static_cast<int>(name.source().begin.line);
    return static_cast<int>(table.source().begin.line);
}

} // namespace

Problem problem_of(std::string_view file, const std::vector<FileMistake>& mistakes)
{
    assert(!mistakes.empty());
    const auto& first = mistakes.front();
    return {.kind = Problem::Kind::invalid, .message = fmt::format("{}, {}: {}", file, first.where, first.what)};
}

void FileReader::wrong(std::string_view key, std::string what)
{
    auto where = place_.empty() ? std::string(key) : fmt::format("{}: {}", place_, key);
    mistakes_.push_back({.line = line_of(table_, key), .where = std::move(where), .what = std::move(what)});
}

void FileReader::check_keys(std::span<const std::string_view> known)
{
    for (const auto& [key, node] : table_)
        if (std::ranges::find(known, key.str()) == known.end())
            wrong(key.str(), "không có mục này");
}

std::string FileReader::text(std::string_view key)
{
    const toml::node* node = table_.get(key);
    if (!node)
        return {};
    if (node->is_string())
        return node->as_string()->get();
    wrong(key, "phải là chuỗi ký tự");
    return {};
}

std::string FileReader::required_text(std::string_view key)
{
    auto found = text(key);
    const toml::node* node = table_.get(key);
    if (found.empty() && (!node || node->is_string()))
        wrong(key, "thiếu");
    return found;
}

std::vector<std::string> FileReader::texts(std::string_view key)
{
    const toml::node* node = table_.get(key);
    if (!node)
        return {};
    const auto* array = node->as_array();
    if (!array || !std::ranges::all_of(*array, [](const toml::node& item) { return item.is_string(); })) {
        wrong(key, "phải là danh sách chuỗi ký tự");
        return {};
    }
    std::vector<std::string> found;
    for (const toml::node& item : *array)
        found.push_back(item.as_string()->get());
    return found;
}

std::optional<Date> FileReader::date(std::string_view key)
{
    const toml::node* node = table_.get(key);
    if (!node) {
        wrong(key, "thiếu");
        return {};
    }
    if (!node->is_date()) {
        wrong(key, "phải là ngày, ví dụ 2011-11-01");
        return {};
    }
    toml::date written = node->as_date()->get();
    auto found = Date::of(written.year, written.month, written.day);
    if (!found)
        wrong(key, "không có ngày này");
    return found;
}

std::optional<toml::table> read_toml(std::string_view text, std::vector<FileMistake>& mistakes)
{
    auto parsed = toml::parse(text);
    if (parsed)
        return std::move(parsed).table();
    auto line = static_cast<int>(parsed.error().source().begin.line);
    mistakes.push_back({.line = line,
                        .where = fmt::format("dòng {}", line),
                        .what = fmt::format("không đọc được theo cách viết TOML ({})", parsed.error().description())});
    return {};
}

} // namespace phusa
