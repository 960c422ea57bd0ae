#include "rules/pace.hpp"

#include "base/embedded.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr int days_max = 366;

std::unexpected<Problem> wrong(std::string_view step, std::string_view key, std::string_view what)
{
    return problem(Problem::Kind::invalid, fmt::format("pace.toml, {}: {}: {}", step, key, what));
}

Result<ActKind> act_of(const toml::table& table, std::string_view step, std::string_view key)
{
    auto text = table[key].value<std::string>();
    auto kind = text ? act_kind(*text) : std::nullopt;
    if (!kind)
        return wrong(step, key, "không có bước này");
    return *kind;
}

Result<PaceStep> read_step(const toml::table& table, std::size_t place)
{
    auto name = fmt::format("bước thứ {}", place);
    for (const auto& [key, value] : table)
        if (key != "act" && key != "before" && key != "days" && key != "note")
            return wrong(name, key.str(), "không có mục này");
    PaceStep step{
        .act = TRY(act_of(table, name, "act")), .before = TRY(act_of(table, name, "before")), .days = 0, .note = {}};
    auto days = table["days"].value_exact<std::int64_t>();
    if (!days || *days < 0 || *days > days_max)
        return wrong(name, "days", "phải là số ngày từ 0 đến 366");
    step.days = static_cast<int>(*days);
    step.note = table["note"].value_or(std::string());
    if (step.note.empty())
        return wrong(name, "note", "thiếu");
    return step;
}

bool comes_before_something(const std::vector<PaceStep>& steps, ActKind act)
{
    return std::ranges::find(steps, act, &PaceStep::act) != steps.end();
}

// What a step lies before is known already, and nothing reckoned from it moves any more.
Result<void> check_order(const std::vector<PaceStep>& earlier, const PaceStep& step)
{
    auto name = fmt::format("bước thứ {}", earlier.size() + 1);
    if (step.before != ActKind::ceremony && !comes_before_something(earlier, step.before))
        return wrong(name, "before", "phải là lễ kết nạp hoặc một bước đã ghi ở trên");
    if (std::ranges::find(earlier, step.act, &PaceStep::before) != earlier.end() || step.act == step.before)
        return wrong(name, "act", "phải ghi trên các bước đứng trước nó");
    return {};
}

} // namespace

Result<std::vector<PaceStep>> parse_pace(std::string_view toml)
{
    auto parsed = toml::parse(toml);
    if (!parsed)
        return problem(Problem::Kind::invalid, fmt::format("pace.toml, dòng {}: {}", parsed.error().source().begin.line,
                                                           parsed.error().description()));
    const toml::table& file = parsed.table();
    for (const auto& [key, value] : file)
        if (key != "step" && key != "confidence")
            return wrong("đầu tệp", key.str(), "không có mục này");
    if (file["confidence"].value<std::string>() != "custom")
        return wrong("đầu tệp", "confidence", "chỉ nhận custom: đây là nếp làm việc, không phải quy định");
    const auto* entries = file["step"].as_array();
    if (!entries || !entries->is_array_of_tables())
        return wrong("đầu tệp", "step", "thiếu");
    std::vector<PaceStep> steps;
    for (const toml::node& node : *entries) {
        auto step = TRY(read_step(*node.as_table(), steps.size() + 1));
        TRY_DO(check_order(steps, step));
        steps.push_back(std::move(step));
    }
    return steps;
}

std::span<const PaceStep> shipped_pace()
{
    static const std::vector<PaceStep> steps = [] {
        auto file = embedded_file("regulations/pace.toml");
        assert(file);
        auto parsed = parse_pace(*file);
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return *std::move(parsed);
    }();
    return steps;
}

} // namespace phusa
