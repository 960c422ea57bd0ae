#include "app/rulebooks/view_making.hpp"

#include "base/text.hpp"
#include "domain/codes.hpp"
#include "rules/citation.hpp"
#include "rules/rule_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::string shown_number(ValueKind kind, std::int32_t number)
{
    switch (kind) {
    case ValueKind::education:
        return lower_case(general_educations().at(static_cast<std::uint8_t>(number)).title);
    case ValueKind::start:
        return number != 0 ? "từ ngày ban hành quyết định" : "từ ngày nhận quyết định";
    case ValueKind::number:
        break;
    }
    return std::to_string(number);
}

struct ConfidenceWords {
    std::string_view key;
    std::string_view title;
};

ConfidenceWords words_of(Confidence confidence)
{
    switch (confidence) {
    case Confidence::reported:
        return {"S", "đọc trong văn bản trích dẫn quy định"};
    case Confidence::secondary:
        return {"S2", "chỉ thấy ở tài liệu trích lại"};
    case Confidence::inferred:
        return {"I", "suy ra từ điều đã đọc"};
    case Confidence::recalled:
        return {"R", "theo hiểu biết chung, chưa đối chiếu"};
    case Confidence::confirmed:
        return {"province", "tỉnh đã xác nhận"};
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> choices_of(ValueKind kind)
{
    std::vector<std::pair<std::string, std::string>> choices;
    if (kind == ValueKind::start)
        for (std::int32_t number : {0, 1})
            choices.emplace_back(written_value(kind, number), shown_number(kind, number));
    if (kind == ValueKind::education)
        for (const auto& each : general_educations().codes())
            if (each.number != 0)
                choices.emplace_back(each.key, shown_number(kind, each.number));
    return choices;
}

bool says_the_same(const Rulebook& a, const Rulebook& b, Rule rule)
{
    if (a.at(rule).known != b.at(rule).known)
        return false;
    return std::ranges::all_of(
        value_keys(rule), [&](const ValueKey& key) { return a.number(rule, key.place) == b.number(rule, key.place); });
}

RuleView rule_view(const Rulebooks& books, std::size_t place, Rule rule, Date today)
{
    const auto& book = books[place];
    const auto& value = book.at(rule);
    auto words = words_of(value.confidence);
    RuleView view{.rule = rule,
                  .title = std::string(title_of(rule)),
                  .known = value.known,
                  .values = {},
                  .summary = summary_of(book, rule),
                  .since = {},
                  .clause = value.clause,
                  .citation = value.known ? citation_on_screen(book, rule) : std::string(),
                  .on_paper = value.known ? citation_on_paper(books, place, rule, today) : std::string(),
                  .confidence = value.known ? std::string(words.title) : std::string(),
                  .confidence_key = value.known ? std::string(words.key) : std::string(),
                  .is_weak = value.known && is_weak(value.confidence),
                  .source = value.source,
                  .note = value.note,
                  .is_changed = place > 0 && !says_the_same(books[place - 1], book, rule),
                  .before = {}};
    if (value.known && value.since > book.regulation().in_force_from)
        view.since = value.since;
    if (view.is_changed)
        view.before = summary_of(books[place - 1], rule);
    for (const auto& key : value_keys(rule)) {
        auto number = value.numbers[key.place];
        view.values.push_back({.key = std::string(key.key),
                               .title = std::string(key.title),
                               .value = value.known ? written_value(key.kind, number) : std::string(),
                               .shown = value.known ? shown_number(key.kind, number) : std::string(),
                               .choices = choices_of(key.kind)});
    }
    return view;
}

RulebookState state_of(const Rulebooks& books, std::size_t place, Date today)
{
    if (books[place].regulation().in_force_from > today)
        return RulebookState::coming;
    return books.place_on(today) == place ? RulebookState::in_force : RulebookState::past;
}

} // namespace

std::string slug_of(std::string_view number)
{
    std::string slug;
    for (char each : fold(number)) {
        bool is_kept = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
        if (is_kept)
            slug += each;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (slug.ends_with('-'))
        slug.pop_back();
    return slug;
}

Result<std::size_t> place_of_slug(const Rulebooks& books, std::string_view slug)
{
    for (std::size_t place = 0; place < books.all().size(); ++place)
        if (slug_of(books[place].regulation().number) == slug)
            return place;
    return problem(Problem::Kind::not_found, "Không có quy định này.");
}

std::string summary_of(const Rulebook& book, Rule rule)
{
    const auto& value = book.at(rule);
    if (!value.known)
        return "không xét";
    auto keys = value_keys(rule);
    if (keys.empty())
        return "có xét";
    if (rule == Rule::vote_majority)
        return fmt::format("{}/{}", value.numbers[value::numerator], value.numbers[value::denominator]);
    std::vector<std::string> parts;
    for (const auto& key : keys) {
        auto shown = shown_number(key.kind, value.numbers[key.place]);
        bool counts = key.kind == ValueKind::number && keys.size() == 1 && key.title.starts_with("số ");
        if (counts || (key.kind == ValueKind::number && key.title == "số ngày làm việc"))
            parts.push_back(fmt::format("{} {}", shown, key.title.substr(std::string_view("số ").size())));
        else if (key.kind == ValueKind::start)
            parts.push_back("tính " + shown);
        else
            parts.push_back(fmt::format("{}: {}", key.title, shown));
    }
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string title_of_value(std::optional<Rule> rule, std::string_view key)
{
    if (!rule)
        return key == "issued" ? "ngày ban hành" : "ngày có hiệu lực";
    if (key == "clause")
        return "điều, khoản";
    auto found = std::ranges::find(value_keys(*rule), key, &ValueKey::key);
    return found == value_keys(*rule).end() ? std::string(key) : std::string(found->title);
}

std::string shown_value(std::optional<Rule> rule, std::string_view key, std::string_view value)
{
    if (!rule) {
        auto day = Date::from_iso(value);
        return day ? day->vietnamese() : std::string(value);
    }
    auto found = std::ranges::find(value_keys(*rule), key, &ValueKey::key);
    auto number = found == value_keys(*rule).end() ? std::nullopt : read_value(found->kind, value);
    return number ? shown_number(found->kind, *number) : std::string(value);
}

RulebookView view_of(const Rulebooks& books, std::size_t place, Date today)
{
    const auto& regulation = books[place].regulation();
    auto words = words_of(regulation.confidence);
    RulebookView view{.number = regulation.number,
                      .slug = slug_of(regulation.number),
                      .title = regulation.title,
                      .issuer = regulation.issuer,
                      .issued = regulation.issued,
                      .in_force_from = regulation.in_force_from,
                      .until = {},
                      .replaces = regulation.replaces,
                      .guidance = regulation.guidance,
                      .state = state_of(books, place, today),
                      .is_added = !shipped_rulebooks().find(regulation.number),
                      .is_weak = is_weak(regulation),
                      .confidence = std::string(words.title),
                      .confidence_key = std::string(words.key),
                      .source = regulation.source,
                      .note = regulation.note,
                      .on_paper = regulation_on_paper(books, place, today),
                      .rules = {}};
    if (place + 1 < books.all().size())
        view.until = books[place + 1].regulation().in_force_from.plus_days(-1);
    for (std::size_t i = 0; i < rule_count; ++i) {
        view.rules.push_back(rule_view(books, place, static_cast<Rule>(i), today));
        view.weak_values += view.rules.back().is_weak;
        view.changed_values += view.rules.back().is_changed;
    }
    return view;
}

} // namespace phusa
