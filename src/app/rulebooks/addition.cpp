#include "app/rulebooks/addition.hpp"

#include "app/gate.hpp"
#include "app/recording.hpp"
#include "app/rulebooks/impact_reckoning.hpp"
#include "app/rulebooks/kept.hpp"
#include "app/rulebooks/view_making.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "rules/rulebook_addition.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::vector<RulebookMistake> mistakes_of(const std::vector<FileMistake>& mistakes)
{
    std::vector<RulebookMistake> found;
    for (const auto& each : mistakes)
        found.push_back({.line = each.line, .where = each.where, .what = each.what});
    return found;
}

// What the file format does not ask for, but a register does.
std::vector<RulebookMistake> misfits(const Rulebook& book, const Rulebooks& books)
{
    const auto& number = book.regulation().number;
    auto wrong = [](std::string what) {
        return std::vector<RulebookMistake>{{.where = "regulation: number", .what = std::move(what)}};
    };
    if (slug_of(number).empty() || code_points(number) > limit::name_length_max)
        return wrong("phải là số của văn bản, ví dụ 24-QĐ/TW");
    for (const auto& each : books.all())
        if (slug_of(each.regulation().number) == slug_of(number))
            return wrong(fmt::format("trùng với {}", each.regulation().number));
    if (books.all().size() >= shipped_rulebooks().all().size() + added_rulebooks_max)
        return wrong(fmt::format("đã thêm {} quy định; hãy nâng cấp phần mềm", added_rulebooks_max));
    return {};
}

KeptRules kept_now(App& app)
{
    auto session = app.database().read();
    return read_kept_rules(kept_rules_text(session));
}

Result<KeptRulebook*> find_added(KeptRules& kept, std::string_view slug, bool (KeptRulebook::*is)() const)
{
    for (auto& each : kept.added)
        if ((each.*is)() && slug_of(each.number) == slug)
            return &each;
    return problem(Problem::Kind::not_found, "Không có quy định này, hoặc đã được áp dụng hay bỏ đi.");
}

Result<std::string> reason_in(std::string_view field, std::string_view typed)
{
    auto text = clean_text(typed);
    if (code_points(text) < limit::reason_length_min)
        return invalid(std::string(field), "Hãy ghi rõ hơn (ít nhất 8 chữ): theo văn bản nào, vì sao.");
    return text;
}

RulebookDraft draft_of(const KeptRulebook& kept, const Rulebooks& books, Date today)
{
    RulebookDraft draft{.number = kept.number,
                        .slug = slug_of(kept.number),
                        .uploaded_at = vietnamese_time(kept.drafted.at),
                        .uploaded_by = kept.drafted.by,
                        .view = {},
                        .mistakes = {}};
    auto book = read_added_rulebook(kept.text, books);
    if (!book) {
        draft.mistakes = mistakes_of(book.error());
        return draft;
    }
    auto with = books;
    with.add(std::move(*book));
    draft.view = view_of(with, with.all().size() - 1, today);
    draft.view.state = RulebookState::draft;
    return draft;
}

Result<Rulebooks> with_draft(App& app, std::string_view slug)
{
    auto kept = kept_now(app);
    const auto* draft = TRY(find_added(kept, slug, &KeptRulebook::is_draft));
    auto books = app.rulebooks();
    auto book = read_added_rulebook(draft->text, books);
    if (!book)
        return problem(Problem::Kind::conflict, "Dự thảo không còn khớp với các quy định đang dùng; hãy tải tệp mới.");
    books.add(std::move(*book));
    return books;
}

RulebookChange change_to(App& app, const Rulebooks& after)
{
    auto begins = after.all().back().regulation().in_force_from;
    return {.before = app.rulebooks(), .after = after, .as_of = std::max(begins, app.today()), .open_only = true};
}

void record_deed(App& app, storage::Transaction& transaction, const Actor& actor, Change change,
                 const std::string& number, const std::string& note = {})
{
    change.subject = "rulebook:" + number;
    change.organisation = Gate(app, actor).home();
    change.details = {{"regulation", number}};
    if (!note.empty())
        change.details.emplace_back("note", note);
    record(app, transaction, actor, change);
}

Deed deed_now(App& app, const Actor& actor, std::string reason = {})
{
    return {.at = app.clock().now(), .by = actor.display_name, .reason = std::move(reason)};
}

} // namespace

Result<UploadedRulebook> upload_rulebook(App& app, const Actor& actor, std::string_view file)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    if (file.size() > rulebook_file_bytes_max)
        return problem(Problem::Kind::too_large, "Tệp quá lớn: một quy định không quá 64 KB.");
    if (!is_valid_utf8(file))
        return UploadedRulebook{.slug = {}, .mistakes = {{.where = "tệp", .what = "phải là chữ Unicode (UTF-8)"}}};
    auto transaction = app.database().write();
    auto kept = read_kept_rules(kept_rules_text(transaction));
    auto books = rulebooks_with(kept);
    auto book = read_added_rulebook(file, books);
    if (!book)
        return UploadedRulebook{.slug = {}, .mistakes = mistakes_of(book.error())};
    if (auto wrong = misfits(*book, books); !wrong.empty())
        return UploadedRulebook{.slug = {}, .mistakes = std::move(wrong)};
    auto number = book->regulation().number;
    std::erase_if(kept.added, [&](const KeptRulebook& each) { return each.is_draft() && each.number == number; });
    if (std::ranges::count_if(kept.added, &KeptRulebook::is_draft) >= std::ptrdiff_t{rulebook_drafts_max})
        return problem(Problem::Kind::conflict, "Đang có quá nhiều dự thảo; hãy bỏ bớt rồi tải lên lại.");
    kept.added.push_back({.number = number, .text = std::string(file), .drafted = deed_now(app, actor)});
    record_deed(app, transaction, actor, {.action = "rulebook.draft", .subject = {}}, number);
    keep_rules(transaction, kept);
    transaction.commit();
    app.forget_rulebooks();
    return UploadedRulebook{.slug = slug_of(number), .mistakes = {}};
}

Result<std::vector<RulebookDraft>> list_drafts(App& app, const Actor& actor)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    std::vector<RulebookDraft> drafts;
    for (const auto& each : kept_now(app).added)
        if (each.is_draft())
            drafts.push_back(draft_of(each, app.rulebooks(), app.today()));
    std::ranges::reverse(drafts);
    return drafts;
}

Result<RulebookDraft> show_draft(App& app, const Actor& actor, std::string_view slug)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    auto kept = kept_now(app);
    return draft_of(*TRY(find_added(kept, slug, &KeptRulebook::is_draft)), app.rulebooks(), app.today());
}

Result<RuleImpacts> preview_draft(App& app, const Actor& actor, std::string_view slug, const RuleImpactPage& page)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::set_rules));
    auto after = TRY(with_draft(app, slug));
    return impacts_of(app, gate, change_to(app, after), page);
}

Result<TableStream> export_draft_impacts(App& app, const Actor& actor, std::string_view slug)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    auto after = TRY(with_draft(app, slug));
    return export_impacts(
        app, actor, change_to(app, after),
        fmt::format("Hồ sơ thay đổi khi Quy định {} có hiệu lực", after.all().back().regulation().number));
}

Result<void> adopt_draft(App& app, const Actor& actor, std::string_view slug, std::string_view note)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    auto why = TRY(reason_in("note", note));
    auto transaction = app.database().write();
    auto kept = read_kept_rules(kept_rules_text(transaction));
    auto* draft = TRY(find_added(kept, slug, &KeptRulebook::is_draft));
    if (!read_added_rulebook(draft->text, rulebooks_with(kept)))
        return problem(Problem::Kind::conflict, "Dự thảo không còn khớp với các quy định đang dùng; hãy tải tệp mới.");
    draft->adopted = deed_now(app, actor, why);
    record_deed(app, transaction, actor, {.action = "rulebook.adopt", .subject = {}}, draft->number, why);
    // Added rulebooks are read in their order: it goes behind those that were adopted before it.
    auto place = kept.added.begin() + (draft - kept.added.data());
    std::rotate(place, std::next(place), kept.added.end());
    keep_rules(transaction, kept);
    transaction.commit();
    app.forget_rulebooks();
    return {};
}

Result<void> drop_draft(App& app, const Actor& actor, std::string_view slug)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    auto transaction = app.database().write();
    auto kept = read_kept_rules(kept_rules_text(transaction));
    auto* draft = TRY(find_added(kept, slug, &KeptRulebook::is_draft));
    draft->removed = deed_now(app, actor);
    draft->text.clear();
    record_deed(app, transaction, actor, {.action = "rulebook.drop_draft", .subject = {}}, draft->number);
    keep_rules(transaction, kept);
    transaction.commit();
    app.forget_rulebooks();
    return {};
}

Result<void> remove_rulebook(App& app, const Actor& actor, std::string_view slug, std::string_view reason)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    auto why = TRY(reason_in("reason", reason));
    auto transaction = app.database().write();
    auto kept = read_kept_rules(kept_rules_text(transaction));
    auto* added = TRY(find_added(kept, slug, &KeptRulebook::is_adopted));
    auto books = rulebooks_with(kept);
    const auto& last = books.all().back().regulation();
    if (last.number != added->number)
        return problem(Problem::Kind::refused, "Đã có quy định đứng sau; hãy gỡ quy định đó trước.");
    if (last.in_force_from <= app.today())
        return problem(Problem::Kind::refused,
                       "Quy định đã có hiệu lực, không gỡ được nữa: hồ sơ đã được xét theo quy định này.");
    added->removed = deed_now(app, actor, why);
    added->text.clear();
    record_deed(app, transaction, actor, {.action = "rulebook.remove", .subject = {}}, added->number, why);
    keep_rules(transaction, kept);
    transaction.commit();
    app.forget_rulebooks();
    return {};
}

bool may_remove(App& app, const RulebookView& view)
{
    return view.is_added && !view.until && view.in_force_from > app.today();
}

Result<std::vector<PastRulebook>> list_removed(App& app, const Actor& actor)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::set_rules));
    std::vector<PastRulebook> past;
    for (const auto& each : kept_now(app).added)
        if (each.removed)
            past.push_back({.number = each.number,
                            .uploaded_at = vietnamese_time(each.drafted.at),
                            .uploaded_by = each.drafted.by,
                            .was_adopted = each.adopted.has_value(),
                            .removed_at = vietnamese_time(each.removed->at),
                            .removed_by = each.removed->by,
                            .reason = each.removed->reason});
    std::ranges::reverse(past);
    return past;
}

} // namespace phusa
