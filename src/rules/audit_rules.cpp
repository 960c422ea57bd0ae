#include "rules/audit_rules.hpp"

#include "base/embedded.hpp"
#include "base/toml.hpp"
#include "rules/file_mistake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <span>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr std::string_view file_name = "audit_faults.toml";
constexpr int days_max = 366;
constexpr int points_max = 100;

// One table of the file; collects every mistake, and reads what is wrong as empty.
class TableReader
{
public:
    TableReader(const toml::table& table, std::string place, std::vector<FileMistake>& mistakes)
        : table_(table), place_(std::move(place)), mistakes_(mistakes)
    {
    }

    const toml::table& table() const { return table_; }
    void wrong(std::string_view key, std::string what)
    {
        auto where = place_.empty() ? std::string(key) : fmt::format("{}: {}", place_, key);
        mistakes_.push_back({.line = static_cast<int>(table_.source().begin.line), .where = where, .what = what});
    }
    void check_keys(std::span<const std::string_view> known)
    {
        for (const auto& [key, node] : table_)
            if (std::ranges::find(known, key.str()) == known.end())
                wrong(key.str(), "không có mục này");
    }
    std::string required_text(std::string_view key)
    {
        auto found = table_[key].value_exact<std::string>().value_or(std::string());
        if (found.empty())
            wrong(key, "thiếu");
        return found;
    }

private:
    const toml::table& table_;
    std::string place_;
    std::vector<FileMistake>& mistakes_;
};

int number(TableReader& reader, std::string_view key, int least, int most)
{
    auto found = reader.table()[key].value_exact<std::int64_t>();
    if (found && *found >= least && *found <= most)
        return static_cast<int>(*found);
    reader.wrong(key, fmt::format("phải là số nguyên từ {} đến {}", least, most));
    return least;
}

template<typename Find>
auto named_value(TableReader& reader, std::string_view key, Find find)
{
    auto found = find(reader.required_text(key));
    if (!found)
        reader.wrong(key, "không có giá trị này");
    return found.value_or(typename decltype(found)::value_type{});
}

AuditRules::Risk read_risk(TableReader& reader)
{
    reader.check_keys(std::array<std::string_view, 3>{"reason", "points", "most"});
    return {.reason = named_value(reader, "reason", risk_reason),
            .points = number(reader, "points", 0, points_max),
            .most = number(reader, "most", 0, points_max)};
}

AuditRules::Interval read_interval(TableReader& reader)
{
    reader.check_keys(std::array<std::string_view, 3>{"from", "to", "days"});
    return {.from = named_value(reader, "from", act_kind),
            .to = named_value(reader, "to", act_kind),
            .days = number(reader, "days", 1, days_max)};
}

CheckFaultKind read_fault(TableReader& reader)
{
    reader.check_keys(std::array<std::string_view, 4>{"key", "title", "look", "severity"});
    return {.key = reader.required_text("key"),
            .title = reader.required_text("title"),
            .look = reader.required_text("look"),
            .severity = named_value(reader, "severity", fault_severity)};
}

template<typename Item>
void read_each(const toml::table& file, std::string_view key, std::vector<FileMistake>& mistakes,
               std::vector<Item>& items, Item (*read)(TableReader&))
{
    const auto* entries = file[key].as_array();
    if (!entries || !entries->is_array_of_tables()) {
        mistakes.push_back({.line = 0, .where = std::string(key), .what = "thiếu"});
        return;
    }
    for (const toml::node& node : *entries) {
        TableReader reader(*node.as_table(), fmt::format("{} thứ {}", key, items.size() + 1), mistakes);
        items.push_back(read(reader));
    }
}

template<typename Item, typename Value>
bool has_twice(std::vector<Item> items, Value Item::* value)
{
    std::ranges::sort(items, {}, value);
    return std::ranges::adjacent_find(items, {}, value) != items.end();
}

} // namespace

Result<AuditRules> parse_audit_rules(std::string_view toml)
{
    std::vector<FileMistake> mistakes;
    auto parsed = toml::parse(toml);
    if (!parsed)
        return problem(Problem::Kind::invalid,
                       fmt::format("{}, dòng {}: {}", file_name, parsed.error().source().begin.line,
                                   parsed.error().description()));
    const toml::table& file = parsed.table();
    TableReader head(file, "", mistakes);
    head.check_keys(std::array<std::string_view, 8>{"confidence", "share_min", "share_max", "share_usual",
                                                    "correct_days", "risk", "interval", "fault"});
    if (head.required_text("confidence") != "custom")
        head.wrong("confidence", "chỉ nhận custom: đây là nếp làm việc, không phải quy định");
    AuditRules rules;
    rules.share_min = number(head, "share_min", 1, 100);
    rules.share_max = number(head, "share_max", rules.share_min, 100);
    rules.share_usual = number(head, "share_usual", rules.share_min, rules.share_max);
    rules.correct_days = number(head, "correct_days", 1, days_max);
    read_each(file, "risk", mistakes, rules.risks, read_risk);
    read_each(file, "interval", mistakes, rules.intervals, read_interval);
    read_each(file, "fault", mistakes, rules.faults, read_fault);
    if (has_twice(rules.risks, &AuditRules::Risk::reason))
        head.wrong("risk", "có dấu hiệu ghi hai lần");
    if (has_twice(rules.faults, &CheckFaultKind::key))
        head.wrong("fault", "có loại thiếu sót ghi hai lần");
    if (!mistakes.empty())
        return std::unexpected(problem_of(file_name, mistakes));
    return rules;
}

const AuditRules& shipped_audit_rules()
{
    static const AuditRules rules = [] {
        auto file = embedded_file("regulations/audit_faults.toml");
        assert(file);
        auto parsed = parse_audit_rules(*file);
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return *std::move(parsed);
    }();
    return rules;
}

} // namespace phusa
