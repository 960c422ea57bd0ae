// Reads regulations/rulebooks/*.toml.
#include "base/toml.hpp"
#include "rules/rule_keys.hpp"
#include "rules/rulebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 6> common_keys = {"since", "clause", "of", "confidence", "source", "note"};

std::unexpected<Problem> wrong(std::string_view file, std::string_view where, std::string_view what)
{
    return problem(Problem::Kind::invalid, fmt::format("rulebooks, {}: {}: {}", file, where, what));
}

// One ["rule"] table of one file.
struct Entry {
    std::string file; // the number of its regulation
    std::string rule;
    const toml::table& table;

    std::unexpected<Problem> wrong(std::string_view key, std::string_view what) const
    {
        return phusa::wrong(file, fmt::format("{}: {}", rule, key), what);
    }
};

Result<std::string> text_of(const Entry& entry, std::string_view key)
{
    const toml::node* node = entry.table.get(key);
    if (!node)
        return std::string();
    if (!node->is_string())
        return entry.wrong(key, "phải là chuỗi ký tự");
    return node->as_string()->get();
}

Result<Confidence> confidence_of(const Entry& entry)
{
    static const std::map<std::string, Confidence, std::less<>> known = {{"S", Confidence::reported},
                                                                         {"S2", Confidence::secondary},
                                                                         {"I", Confidence::inferred},
                                                                         {"R", Confidence::recalled}};
    auto found = known.find(TRY(text_of(entry, "confidence")));
    if (found == known.end())
        return entry.wrong("confidence", "chỉ nhận S, S2, I hoặc R");
    return found->second;
}

Result<Date> since_of(const Entry& entry, Date in_force_from)
{
    const toml::node* node = entry.table.get("since");
    if (!node)
        return in_force_from;
    auto written = node->value<toml::date>();
    auto date = written ? Date::of(written->year, written->month, written->day) : std::nullopt;
    if (!date || *date < in_force_from)
        return entry.wrong("since", "phải là ngày trong thời gian văn bản có hiệu lực, ví dụ 2022-01-18");
    return *date;
}

Result<std::int32_t> number_of(const Entry& entry, const ValueKey& key)
{
    const toml::node* node = entry.table.get(key.key);
    if (!node)
        return entry.wrong(key.key, "thiếu");
    std::string written;
    if (auto number = node->value_exact<std::int64_t>())
        written = std::to_string(*number);
    else if (auto text = node->value_exact<std::string>(); text && key.kind != ValueKind::number)
        written = *text;
    auto value = read_value(key.kind, written);
    if (!value)
        return entry.wrong(key.key, fmt::format("không phải là {}", key.title));
    return *value;
}

Result<void> check_keys(const Entry& entry, Rule rule)
{
    for (const auto& [key, node] : entry.table)
        if (std::ranges::find(common_keys, key.str()) == common_keys.end() &&
            std::ranges::find(value_keys(rule), key.str(), &ValueKey::key) == value_keys(rule).end())
            return entry.wrong(key.str(), "không có mục này");
    return {};
}

Result<RuleValue> read_rule(const Entry& entry, Rule rule, Date in_force_from)
{
    TRY_DO(check_keys(entry, rule));
    RuleValue value;
    value.known = true;
    value.since = TRY(since_of(entry, in_force_from));
    value.confidence = TRY(confidence_of(entry));
    value.clause = TRY(text_of(entry, "clause"));
    value.of = TRY(text_of(entry, "of"));
    value.source = TRY(text_of(entry, "source"));
    value.note = TRY(text_of(entry, "note"));
    for (const auto& key : value_keys(rule))
        value.numbers[key.place] = TRY(number_of(entry, key));
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

using Values = std::array<RuleValue, rule_count>;

// The values before the file's own are read: none, or those that it `keeps`.
Result<Values> values_before(const std::string& keeps, const Regulation& regulation, const std::vector<Rulebook>& books)
{
    Values values;
    if (keeps.empty())
        return values;
    if (books.empty() || books.back().regulation().number != keeps)
        return wrong(regulation.number, "keeps", "không phải văn bản đứng ngay trước");
    for (std::size_t number = 0; number < rule_count; ++number)
        values[number] = kept(books.back().at(static_cast<Rule>(number)), regulation, books.back());
    return values;
}

Result<Rulebook> read_book(const toml::table& file, const Regulation& regulation, const std::vector<Rulebook>& books)
{
    Values values = TRY(values_before(file["keeps"].value_or(std::string()), regulation, books));
    for (const auto& [key, node] : file) {
        if (key.str() == "regulation" || key.str() == "keeps")
            continue;
        auto found = rule(key.str());
        if (!found || !node.is_table())
            return wrong(regulation.number, key.str(), "không có quy tắc này");
        Entry entry{.file = regulation.number, .rule = std::string(key.str()), .table = *node.as_table()};
        values[std::to_underlying(*found)] = TRY(read_rule(entry, *found, regulation.in_force_from));
    }
    return Rulebook(regulation, std::move(values));
}

// The files by the number of their regulation; no two of one.
Result<std::map<std::string, toml::table>> by_regulation(std::span<const std::string_view> files)
{
    std::map<std::string, toml::table> tables;
    for (auto text : files) {
        auto parsed = toml::parse(text);
        if (!parsed)
            return wrong(fmt::format("dòng {}", parsed.error().source().begin.line), "TOML",
                         parsed.error().description());
        auto number = parsed.table()["regulation"].value_or(std::string());
        if (number.empty())
            return wrong("đầu tệp", "regulation", "thiếu");
        if (!tables.emplace(number, std::move(parsed).table()).second)
            return wrong(number, "regulation", "có hai tệp của văn bản này");
    }
    return tables;
}

} // namespace

Result<Rulebooks> parse_rulebooks(std::span<const std::string_view> files, std::span<const Regulation> regulations)
{
    auto tables = TRY(by_regulation(files));
    std::vector<Rulebook> books;
    for (const auto& regulation : regulations) {
        auto found = tables.find(regulation.number);
        if (found == tables.end())
            return wrong(regulation.number, "regulation", "chưa có tệp của văn bản này");
        books.push_back(TRY(read_book(found->second, regulation, books)));
        tables.erase(found);
    }
    if (!tables.empty())
        return wrong(tables.begin()->first, "regulation", "không có văn bản này trong regulations.toml");
    if (books.empty())
        return wrong("regulations.toml", "regulation", "thiếu");
    return Rulebooks(std::move(books));
}

} // namespace phusa
