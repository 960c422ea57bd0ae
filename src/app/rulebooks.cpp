#include "app/rulebooks.hpp"

#include "app/dossiers/dossier_register.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/next_view.hpp"
#include "app/gate.hpp"
#include "app/recording.hpp"
#include "app/rulebook_settings.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/codes.hpp"
#include "rules/rule_keys.hpp"
#include "rules/rulebook.hpp"
#include "storage/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::string shown_value(const ValueKey& key, std::int32_t number)
{
    switch (key.kind) {
    case ValueKind::education:
        return std::string(general_educations().at(static_cast<std::uint8_t>(number)).title);
    case ValueKind::start:
        return number != 0 ? "từ ngày ban hành quyết định" : "từ ngày nhận quyết định";
    case ValueKind::number:
        break;
    }
    return std::to_string(number);
}

std::string title_of(Confidence confidence)
{
    switch (confidence) {
    case Confidence::reported:
        return "đọc trong văn bản trích dẫn quy định";
    case Confidence::secondary:
        return "chỉ thấy ở tài liệu trích lại";
    case Confidence::inferred:
        return "suy ra từ điều đã đọc";
    case Confidence::recalled:
        return "theo hiểu biết chung, chưa đối chiếu";
    case Confidence::confirmed:
        return "tỉnh đã xác nhận";
    }
    return {};
}

RuleView view_of(const Rulebook& book, Rule rule)
{
    const auto& value = book.at(rule);
    RuleView view{.rule = rule,
                  .title = std::string(title_of(rule)),
                  .known = value.known,
                  .values = {},
                  .citation = book.citation(rule),
                  .confidence = title_of(value.confidence),
                  .is_weak = value.known && is_weak(value.confidence),
                  .source = value.source,
                  .note = value.note};
    for (const auto& key : value_keys(rule))
        view.values.push_back({.key = std::string(key.key),
                               .title = std::string(key.title),
                               .value = written_value(key.kind, value.numbers[key.place]),
                               .shown = shown_value(key, value.numbers[key.place])});
    return view;
}

RulebookView view_of(const Rulebook& book, bool is_in_force)
{
    const auto& regulation = book.regulation();
    RulebookView view{.number = regulation.number,
                      .title = regulation.title,
                      .issued = regulation.issued,
                      .in_force_from = regulation.in_force_from,
                      .is_in_force = is_in_force,
                      .is_weak = is_weak(regulation.confidence),
                      .note = regulation.note,
                      .rules = {}};
    for (std::size_t i = 0; i < rule_count; ++i) {
        view.rules.push_back(view_of(book, static_cast<Rule>(i)));
        view.is_weak |= view.rules.back().is_weak;
    }
    return view;
}

RuleSetting setting_of(const RuleWish& wish)
{
    return {.regulation = wish.regulation,
            .rule = wish.rule,
            .key = wish.key,
            .value = clean_text(wish.value),
            .note = clean_text(wish.note)};
}

// The rulebooks with one more setting; invalid where it does not fit.
Result<Rulebooks> with_wish(App& app, const RuleWish& wish)
{
    auto setting = setting_of(wish);
    if (code_points(setting.note) < limit::reason_length_min)
        return invalid("note", "Hãy ghi căn cứ: số, ngày của văn bản hoặc người xác nhận.");
    auto books = app.rulebooks();
    TRY_DO(books.apply(setting));
    return books;
}

std::string day_text(const std::optional<Date>& day) { return day ? day->vietnamese() : "không có"; }

bool has(const JudgedDossier& judged, const Finding& finding)
{
    return std::ranges::any_of(judged.verdict.findings, [&](const Finding& each) {
        return each.rule == finding.rule && each.act == finding.act;
    });
}

void note_days(std::vector<std::string>& changes, const JudgedDossier& before, const JudgedDossier& after)
{
    const auto* was = before.next();
    const auto* is = after.next();
    if (!was || !is || was->act != is->act)
        return;
    if (was->earliest != is->earliest)
        changes.push_back(
            fmt::format("{}, sớm nhất: {} → {}", title_of(*is), day_text(was->earliest), day_text(is->earliest)));
    if (was->latest != is->latest)
        changes.push_back(
            fmt::format("{}, muộn nhất: {} → {}", title_of(*is), day_text(was->latest), day_text(is->latest)));
}

std::vector<std::string> changes_between(const JudgedDossier& before, const JudgedDossier& after)
{
    std::vector<std::string> changes;
    for (const auto& finding : after.verdict.findings) {
        if (!has(before, finding))
            changes.push_back(fmt::format("Thêm: {}", title_of(finding.rule)));
    }
    for (const auto& finding : before.verdict.findings) {
        if (!has(after, finding))
            changes.push_back(fmt::format("Không còn: {}", title_of(finding.rule)));
    }
    for (const auto& finding : after.verdict.findings)
        for (const auto& was : before.verdict.findings)
            if (was.rule == finding.rule && was.act == finding.act && was.due != finding.due)
                changes.push_back(
                    fmt::format("{}, hạn: {} → {}", title_of(finding.rule), day_text(was.due), day_text(finding.due)));
    note_days(changes, before, after);
    return changes;
}

} // namespace

std::vector<RulebookView> show_rulebooks(App& app)
{
    const auto& books = app.rulebooks();
    auto now = books.place_on(app.today());
    std::vector<RulebookView> views;
    for (std::size_t place = 0; place < books.all().size(); ++place)
        views.push_back(view_of(books[place], place == now));
    std::ranges::reverse(views);
    return views;
}

Result<RuleImpacts> preview_rule(App& app, const Actor& actor, const RuleWish& wish)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::set_rules));
    auto books = TRY(with_wish(app, wish));
    auto all = dossier_register(app);
    RuleImpacts impacts{.rows = {}, .total = 0, .dossiers = static_cast<std::int64_t>(all->entries.size())};
    for (const auto& entry : all->entries) {
        const auto& before = entry->judged;
        auto after = judge_dossier(app, books, before.dossier, before.person, before.acts, app.today());
        auto changes = changes_between(before, after);
        if (changes.empty())
            continue;
        impacts.total += 1;
        if (impacts.rows.size() < limit::page_rows)
            impacts.rows.push_back({.dossier = before.dossier.id,
                                    .name = before.person.name,
                                    .cell_name = handling_of(gate.tree(), before.dossier.cell).cell.name,
                                    .changes = std::move(changes)});
    }
    return impacts;
}

Result<void> set_rule(App& app, const Actor& actor, const RuleWish& wish)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::set_rules));
    TRY(with_wish(app, wish));
    auto transaction = app.database().write();
    auto settings = read_rule_settings(storage::setting(transaction, rulebook_settings_key).value_or(""));
    settings.push_back(setting_of(wish));
    record(app, transaction, actor,
           {.action = "rulebook.set",
            .subject = "rulebook:" + wish.regulation,
            .organisation = gate.home(),
            .details = {{"rule", std::string(key_of(wish.rule))},
                        {"key", wish.key},
                        {"value", clean_text(wish.value)},
                        {"note", clean_text(wish.note)}}});
    storage::set_setting(transaction, rulebook_settings_key, written_rule_settings(settings));
    transaction.commit();
    app.forget_rulebooks();
    return {};
}

} // namespace phusa
