// What the province sets beside the files.
#include "base/text.hpp"
#include "rules/rule_keys.hpp"
#include "rules/rulebook.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr std::size_t clause_length_max = 120; // code points: "điểm a khoản 4.3 Điều 4"

Result<void> set_value(RuleValue& value, Rule rule, const RuleSetting::Value& wanted)
{
    if (wanted.key == "clause") {
        if (code_points(wanted.value) > clause_length_max)
            return invalid("clause", fmt::format("Điều, khoản ghi không quá {} chữ.", clause_length_max));
        value.clause = wanted.value;
        return {};
    }
    auto keys = value_keys(rule);
    auto key = std::ranges::find(keys, wanted.key, &ValueKey::key);
    if (key == keys.end())
        return invalid(wanted.key, fmt::format("Quy tắc {} không có trị số “{}”.", key_of(rule), wanted.key));
    auto number = read_value(key->kind, wanted.value);
    if (!number)
        return invalid(wanted.key, fmt::format("“{}” không phải là {}.", wanted.value, key->title));
    value.numbers[key->place] = *number;
    return {};
}

// Every value is there, so that the rule can be judged.
Result<void> check_complete(const RuleValue& value, Rule rule)
{
    for (const auto& key : value_keys(rule))
        if (key.kind != ValueKind::start && value.numbers[key.place] <= 0)
            return invalid(std::string(key.key), fmt::format("Hãy ghi {}.", key.title));
    return {};
}

Result<void> set_day(Regulation& regulation, const RuleSetting::Value& wanted)
{
    bool is_issued = wanted.key == "issued";
    if (!is_issued && wanted.key != "in_force_from")
        return invalid(wanted.key, fmt::format("Văn bản không có mục “{}”.", wanted.key));
    auto day = Date::from_iso(wanted.value);
    if (!day)
        return invalid(wanted.key, fmt::format("“{}” không phải là ngày.", wanted.value));
    (is_issued ? regulation.issued : regulation.in_force_from) = *day;
    return {};
}

// It stays between the one before and the one after.
Result<void> check_place(const Regulation& regulation, std::span<const Rulebook> books, std::size_t place)
{
    if (regulation.in_force_from < regulation.issued)
        return invalid("in_force_from", "Ngày có hiệu lực không được trước ngày ban hành.");
    if (place > 0 && regulation.in_force_from <= books[place - 1].regulation().in_force_from)
        return invalid("in_force_from", fmt::format("Ngày có hiệu lực phải sau ngày {} có hiệu lực.",
                                                    books[place - 1].regulation().number));
    if (place + 1 < books.size() && regulation.in_force_from >= books[place + 1].regulation().in_force_from)
        return invalid("in_force_from", fmt::format("Ngày có hiệu lực phải trước ngày {} có hiệu lực.",
                                                    books[place + 1].regulation().number));
    return {};
}

} // namespace

Result<void> Rulebooks::apply(const RuleSetting& setting)
{
    const auto* found = find(setting.regulation);
    if (!found)
        return invalid("regulation", fmt::format("Không có văn bản “{}”.", setting.regulation));
    if (setting.note.empty())
        return invalid("note", "Hãy ghi căn cứ của việc xác nhận hoặc đặt trị số.");
    auto place = static_cast<std::size_t>(found - books_.data());
    auto& book = books_[place];
    if (!setting.rule) {
        auto regulation = book.regulation_;
        for (const auto& wanted : setting.values)
            TRY_DO(set_day(regulation, wanted));
        TRY_DO(check_place(regulation, books_, place));
        book.confirm(std::move(regulation), setting.note);
        return {};
    }
    auto value = book.at(*setting.rule);
    for (const auto& wanted : setting.values)
        TRY_DO(set_value(value, *setting.rule, wanted));
    TRY_DO(check_complete(value, *setting.rule));
    value.known = true;
    value.since = std::max(value.since, book.regulation_.in_force_from);
    value.confidence = Confidence::confirmed;
    value.note = setting.note;
    book.values_[std::to_underlying(*setting.rule)] = std::move(value);
    return {};
}

// Values that hold from the first day of the regulation move with it.
void Rulebook::confirm(Regulation regulation, const std::string& note)
{
    for (auto& value : values_)
        if (value.since == regulation_.in_force_from || value.since < regulation.in_force_from)
            value.since = regulation.in_force_from;
    regulation_ = std::move(regulation);
    regulation_.confidence = Confidence::confirmed;
    regulation_.note = note;
}

} // namespace phusa
