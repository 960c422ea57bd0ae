// Reads regulations/rulebooks/*.toml and the rulebooks that a province adds.
#include "rules/file_reader.hpp"
#include "rules/regulation_reading.hpp"
#include "rules/rule_keys.hpp"
#include "rules/rulebook.hpp"
#include "rules/rulebook_addition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 6> common_keys = {"since", "clause", "of", "confidence", "source", "note"};

using Mistakes = std::vector<FileMistake>;
using Values = std::array<RuleValue, rule_count>;

Confidence confidence_of(FileReader& reader)
{
    static const std::map<std::string, Confidence, std::less<>> known = {{"S", Confidence::reported},
                                                                         {"S2", Confidence::secondary},
                                                                         {"I", Confidence::inferred},
                                                                         {"R", Confidence::recalled}};
    auto found = known.find(reader.text("confidence"));
    if (found != known.end())
        return found->second;
    reader.wrong("confidence", "chỉ nhận S, S2, I hoặc R");
    return Confidence::recalled;
}

Date since_of(FileReader& reader, Date in_force_from)
{
    const toml::node* node = reader.table().get("since");
    if (!node)
        return in_force_from;
    auto written = node->value<toml::date>();
    auto date = written ? Date::of(written->year, written->month, written->day) : std::nullopt;
    if (date && *date >= in_force_from)
        return *date;
    reader.wrong("since", "phải là ngày trong thời gian văn bản có hiệu lực, ví dụ 2022-01-18");
    return in_force_from;
}

std::int32_t number_of(FileReader& reader, const ValueKey& key)
{
    const toml::node* node = reader.table().get(key.key);
    if (!node) {
        reader.wrong(key.key, "thiếu");
        return 0;
    }
    std::string written;
    if (auto number = node->value_exact<std::int64_t>())
        written = std::to_string(*number);
    else if (auto text = node->value_exact<std::string>(); text && key.kind != ValueKind::number)
        written = *text;
    auto value = read_value(key.kind, written);
    if (!value)
        reader.wrong(key.key, fmt::format("không phải là {}", key.title));
    return value.value_or(0);
}

std::vector<std::string_view> keys_of(Rule rule)
{
    std::vector<std::string_view> keys(common_keys.begin(), common_keys.end());
    for (const auto& key : value_keys(rule))
        keys.push_back(key.key);
    return keys;
}

RuleValue read_rule(FileReader& reader, Rule rule, Date in_force_from)
{
    reader.check_keys(keys_of(rule));
    RuleValue value;
    value.known = true;
    value.since = since_of(reader, in_force_from);
    value.confidence = confidence_of(reader);
    value.clause = reader.text("clause");
    value.of = reader.text("of");
    value.source = reader.text("source");
    value.note = reader.text("note");
    for (const auto& key : value_keys(rule))
        value.numbers[key.place] = number_of(reader, key);
    return value;
}

// What an unread regulation takes over from the one before it. A clause number of the other text says nothing here.
RuleValue kept(RuleValue value, const Regulation& by, const Rulebook& from)
{
    value.since = by.in_force_from;
    if (value.known && value.of.empty())
        value.clause.clear();
    if (value.confidence != Confidence::recalled)
        value.confidence = Confidence::inferred;
    value.note =
        fmt::format("Chưa thấy {} thay đổi điểm này; tính như Quy định {}.", by.number, from.regulation().number);
    return value;
}

// The values before the file's own are read: none, or those that it `keeps` of the one before.
Values values_before(FileReader& file, const Regulation& regulation, const Rulebook* before)
{
    Values values;
    auto keeps = file.text("keeps");
    if (keeps.empty())
        return values;
    if (!before || before->regulation().number != keeps) {
        file.wrong("keeps", "không phải văn bản đứng ngay trước");
        return values;
    }
    for (std::size_t number = 0; number < rule_count; ++number)
        values[number] = kept(before->at(static_cast<Rule>(number)), regulation, *before);
    return values;
}

// `prefix` stands before the name of the rule in mistakes: the number of the regulation in files of the program.
Rulebook read_book(FileReader& file, const std::string& prefix, const Regulation& regulation, const Rulebook* before,
                   Mistakes& mistakes)
{
    auto values = values_before(file, regulation, before);
    for (const auto& [key, node] : file.table()) {
        if (key.str() == "regulation" || key.str() == "keeps")
            continue;
        auto found = rule(key.str());
        if (!found || !node.is_table()) {
            file.wrong(key.str(), "không có quy tắc này");
            continue;
        }
        FileReader reader(*node.as_table(), prefix + std::string(key.str()), mistakes);
        values[std::to_underlying(*found)] = read_rule(reader, *found, regulation.in_force_from);
    }
    return {regulation, std::move(values)};
}

// The files by the number of their regulation; no two of one.
std::map<std::string, toml::table> by_regulation(std::span<const std::string_view> files, Mistakes& mistakes)
{
    std::map<std::string, toml::table> tables;
    for (auto text : files) {
        auto table = read_toml(text, mistakes);
        if (!table)
            continue;
        auto number = (*table)["regulation"].value_or(std::string());
        if (number.empty())
            FileReader(*table, "đầu tệp", mistakes).wrong("regulation", "thiếu");
        else if (!tables.emplace(number, std::move(*table)).second)
            mistakes.push_back({.where = number + ": regulation", .what = "có hai tệp của văn bản này"});
    }
    return tables;
}

std::vector<Rulebook> read_books(std::span<const std::string_view> files, std::span<const Regulation> regulations,
                                 Mistakes& mistakes)
{
    auto tables = by_regulation(files, mistakes);
    std::vector<Rulebook> books;
    for (const auto& regulation : regulations) {
        auto found = tables.find(regulation.number);
        if (found == tables.end()) {
            mistakes.push_back({.where = regulation.number + ": regulation", .what = "chưa có tệp của văn bản này"});
            continue;
        }
        FileReader file(found->second, regulation.number, mistakes);
        books.push_back(
            read_book(file, regulation.number + ": ", regulation, books.empty() ? nullptr : &books.back(), mistakes));
        tables.erase(found);
    }
    for (const auto& [number, table] : tables)
        mistakes.push_back({.where = number + ": regulation", .what = "không có văn bản này trong regulations.toml"});
    if (regulations.empty())
        mistakes.push_back({.where = "regulations.toml: regulation", .what = "thiếu"});
    return books;
}

// [[regulation]] once, or [regulation].
const toml::table* head_of(const toml::table& file)
{
    const toml::node* node = file.get("regulation");
    if (const auto* tables = node ? node->as_array() : nullptr)
        node = tables->size() == 1 ? tables->get(0) : nullptr;
    return node ? node->as_table() : nullptr;
}

void check_follows(FileReader& head, const Regulation& regulation, const Rulebooks& books)
{
    const auto& last = books.all().back().regulation();
    if (books.find(regulation.number))
        head.wrong("number", "đã có văn bản mang số này");
    if (regulation.replaces != last.number)
        head.wrong("replaces", fmt::format("phải là văn bản đứng ngay trước: {}", last.number));
    if (regulation.in_force_from <= last.in_force_from)
        head.wrong("in_force_from",
                   fmt::format("phải sau ngày {} có hiệu lực ({})", last.number, last.in_force_from.vietnamese()));
}

} // namespace

Result<Rulebooks> parse_rulebooks(std::span<const std::string_view> files, std::span<const Regulation> regulations)
{
    Mistakes mistakes;
    auto books = read_books(files, regulations, mistakes);
    if (!mistakes.empty())
        return std::unexpected(problem_of("rulebooks", mistakes));
    return Rulebooks(std::move(books));
}

std::expected<Rulebook, std::vector<FileMistake>> read_added_rulebook(std::string_view toml, const Rulebooks& books)
{
    Mistakes mistakes;
    auto table = read_toml(toml, mistakes);
    if (!table)
        return std::unexpected(std::move(mistakes));
    FileReader file(*table, {}, mistakes);
    const auto* head = head_of(*table);
    if (!head) {
        file.wrong("regulation", "phải có một bảng [[regulation]] ghi số, ngày của văn bản");
        return std::unexpected(std::move(mistakes));
    }
    FileReader reader(*head, "regulation", mistakes);
    auto regulation = read_regulation(reader);
    check_follows(reader, regulation, books);
    auto book = read_book(file, {}, regulation, &books.all().back(), mistakes);
    if (mistakes.empty())
        return book;
    std::ranges::stable_sort(mistakes, {}, &FileMistake::line);
    return std::unexpected(std::move(mistakes));
}

} // namespace phusa
