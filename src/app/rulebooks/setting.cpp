#include "app/rulebooks/setting.hpp"

#include "app/gate.hpp"
#include "app/recording.hpp"
#include "app/rulebooks/impact_reckoning.hpp"
#include "app/rulebooks/kept.hpp"
#include "app/rulebooks/view_making.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "rules/rule_keys.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

// As it stands in a rulebook now, to see what a wish changes.
std::string written_now(const Rulebook& book, std::optional<Rule> rule, std::string_view key)
{
    if (!rule)
        return key == "issued" ? book.regulation().issued.iso() : book.regulation().in_force_from.iso();
    const auto& value = book.at(*rule);
    if (key == "clause")
        return value.clause;
    auto found = std::ranges::find(value_keys(*rule), key, &ValueKey::key);
    bool is_there = value.known && found != value_keys(*rule).end();
    return is_there ? written_value(found->kind, value.numbers[found->place]) : std::string();
}

Result<std::string> as_written(std::optional<Rule> rule, const std::string& key, std::string_view typed)
{
    auto text = clean_text(typed);
    if (rule)
        return text;
    auto date = PartialDate::from_vietnamese(text);
    auto day = date ? date->day() : std::nullopt;
    if (!day)
        return invalid(key, date ? "Hãy ghi đủ ngày, tháng, năm." : date.error().message);
    return day->iso();
}

Result<RuleSetting> setting_of(const Rulebooks& books, const RuleWish& wish)
{
    const auto& book = books[TRY(place_of_slug(books, wish.slug))];
    RuleSetting setting{.regulation = book.regulation().number, .rule = wish.rule, .note = clean_text(wish.note)};
    for (const auto& [key, typed] : wish.values) {
        auto value = TRY(as_written(wish.rule, key, typed));
        if (value != written_now(book, wish.rule, key))
            setting.values.push_back({key, std::move(value)});
    }
    if (code_points(setting.note) < limit::reason_length_min)
        return invalid("note", "Hãy ghi căn cứ: số, ngày của văn bản, ai xác nhận (ít nhất 8 chữ).");
    if (code_points(setting.note) > limit::note_length_max)
        return invalid("note", "Căn cứ dài quá; hãy ghi ngắn hơn.");
    return setting;
}

// The rulebooks with one more setting; a Problem where it does not fit.
Result<Rulebooks> with_wish(const Rulebooks& books, const RuleWish& wish)
{
    auto changed = books;
    auto setting = TRY(setting_of(books, wish));
    TRY_DO(changed.apply(setting));
    return changed;
}

std::string now_in_words(const Rulebook& book, std::optional<Rule> rule)
{
    const auto& regulation = book.regulation();
    if (!rule)
        return fmt::format("ban hành {}, có hiệu lực từ {}", regulation.issued.vietnamese(),
                           regulation.in_force_from.vietnamese());
    const auto& clause = book.at(*rule).clause;
    auto summary = summary_of(book, *rule);
    return clause.empty() ? summary : fmt::format("{} ({})", summary, clause);
}

Change change_of(const Gate& gate, const RuleSetting& setting)
{
    Change change{.action = {},
                  .subject = "rulebook:" + setting.regulation,
                  .organisation = gate.home(),
                  .details = {{"regulation", setting.regulation},
                              {"rule", setting.rule ? std::string(title_of(*setting.rule)) : "Số, ngày của văn bản"}}};
    std::string values;
    for (const auto& each : setting.values)
        values += fmt::format("{}{}: {}", values.empty() ? "" : "; ", title_of_value(setting.rule, each.key),
                              shown_value(setting.rule, each.key, each.value));
    change.details.emplace_back("value", values.empty() ? "xác nhận như đang ghi" : values);
    return change;
}

struct TakingBack {
    KeptRules kept; // with it taken back
    KeptSetting* setting;
};

Result<TakingBack> taking_back(KeptRules kept, std::int64_t number, Deed deed)
{
    auto found = std::ranges::find(kept.settings, number, &KeptSetting::number);
    if (found == kept.settings.end())
        return problem(Problem::Kind::not_found, "Không có lần đặt trị số này.");
    if (found->taken_back)
        return problem(Problem::Kind::conflict, "Lần đặt này đã được rút lại.");
    std::vector<std::int64_t> unfit_before;
    rulebooks_with(kept, &unfit_before);
    found->taken_back = std::move(deed);
    std::vector<std::int64_t> unfit;
    rulebooks_with(kept, &unfit);
    if (unfit.size() > unfit_before.size())
        return problem(Problem::Kind::refused, "Có lần đặt sau dựa vào lần này. Hãy rút lại lần sau trước.");
    auto* setting = &*found;
    return TakingBack{.kept = std::move(kept),
                      .setting = setting}; // the vector moves, its elements stay where they are
}

} // namespace

Result<RuleImpacts> preview_rule(App& app, const Actor& actor, const RuleWish& wish, const RuleImpactPage& page)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::set_rules));
    const auto& books = app.rulebooks();
    auto changed = TRY(with_wish(books, wish));
    return impacts_of(app, gate, {.before = books, .after = changed, .as_of = app.today()}, page);
}

Result<TableStream> export_rule_impacts(App& app, const Actor& actor, const RuleWish& wish)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    const auto& books = app.rulebooks();
    auto changed = TRY(with_wish(books, wish));
    return export_impacts(app, actor, {.before = books, .after = changed, .as_of = app.today()},
                          fmt::format("Hồ sơ thay đổi nếu đặt trị số của Quy định {}",
                                      books[TRY(place_of_slug(books, wish.slug))].regulation().number));
}

Result<void> set_rule(App& app, const Actor& actor, const RuleWish& wish)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::set_rules));
    auto transaction = app.database().write();
    auto kept = read_kept_rules(kept_rules_text(transaction));
    auto books = rulebooks_with(kept);
    auto setting = TRY(setting_of(books, wish));
    auto was = now_in_words(*books.find(setting.regulation), setting.rule);
    TRY_DO(books.apply(setting));
    auto change = change_of(gate, setting);
    change.action = "rulebook.set";
    change.details.emplace_back("before", was);
    change.details.emplace_back("note", setting.note);
    record(app, transaction, actor, change);
    auto number = kept.settings.empty() ? 1 : kept.settings.back().number + 1;
    Deed deed{.at = app.clock().now(), .by = actor.display_name, .reason = setting.note};
    kept.settings.push_back({.number = number, .setting = std::move(setting), .was = was, .set = std::move(deed)});
    keep_rules(transaction, kept);
    transaction.commit();
    app.forget_rulebooks();
    return {};
}

Result<RuleImpacts> preview_taking_back(App& app, const Actor& actor, std::int64_t setting)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::set_rules));
    std::string text;
    {
        auto session = app.database().read();
        text = kept_rules_text(session);
    }
    auto without = TRY(taking_back(read_kept_rules(text), setting, {}));
    auto changed = rulebooks_with(without.kept);
    return impacts_of(app, gate, {.before = app.rulebooks(), .after = changed, .as_of = app.today()}, {});
}

Result<void> take_back_rule(App& app, const Actor& actor, std::int64_t setting, std::string_view reason)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::set_rules));
    auto why = clean_text(reason);
    if (code_points(why) < limit::reason_length_min)
        return invalid("reason", "Hãy ghi lý do rút lại (ít nhất 8 chữ).");
    auto transaction = app.database().write();
    auto taken = TRY(taking_back(read_kept_rules(kept_rules_text(transaction)), setting,
                                 {.at = app.clock().now(), .by = actor.display_name, .reason = why}));
    auto change = change_of(gate, taken.setting->setting);
    change.action = "rulebook.take_back";
    change.details.emplace_back("reason", why);
    record(app, transaction, actor, change);
    keep_rules(transaction, taken.kept);
    transaction.commit();
    app.forget_rulebooks();
    return {};
}

} // namespace phusa
