#include "app/papers/making.hpp"

#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/dossier_register.hpp"
#include "app/papers/body_names.hpp"
#include "app/papers/form_template.hpp"
#include "app/papers/paper_facts.hpp"
#include "app/papers/paper_fields.hpp"
#include "app/papers/paper_occasion.hpp"
#include "app/papers/paper_series.hpp"
#include "app/papers/templates.hpp"
#include "app/recording.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "documents/docx_filler.hpp"
#include "documents/paper_layout.hpp"
#include "domain/case_reading.hpp"
#include "storage/made_papers.hpp"
#include "storage/paper_numbers.hpp"
#include "storage/paper_templates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr std::string_view invented_mark =
    "Dữ liệu minh hoạ: người và đơn vị nêu trong giấy này đều do máy đặt ra; giấy không có giá trị.";

// The act that the paper is about: the one asked for, or the latest that it goes with and that still counts.
Result<const RecordedAct*> act_of(const JudgedDossier& judged, const PaperForm& form, const PaperWish& wish)
{
    const RecordedAct* found = nullptr;
    for (const auto& act : judged.acts) {
        if (!goes_with(form, judged, act))
            continue;
        if (act.side && !wish.act)
            found = &act;
        auto place = std::ranges::find(judged.judged.acts, act.id);
        bool counts = place != judged.judged.acts.end() &&
                      !is_set_aside(judged.judged.value, static_cast<std::size_t>(place - judged.judged.acts.begin()));
        if (wish.act ? act.id == *wish.act : counts)
            found = &act;
    }
    if (wish.act && !found)
        return problem(Problem::Kind::not_found, fmt::format("Mẫu {} không đi với việc này của hồ sơ.", form.code));
    return found;
}

// The paper of the same form and act, made before.
std::optional<MadePaper> made_before(storage::Session& session, const PaperForm& form, const JudgedDossier& judged,
                                     const RecordedAct* act)
{
    auto wanted = act ? std::optional(act->id) : std::nullopt;
    for (auto& paper : storage::made_papers_of(session, judged.dossier.id))
        if (paper.code == form.code && paper.act == wanted)
            return std::move(paper);
    return std::nullopt;
}

// Makes one paper within one transaction.
class Maker
{
public:
    Maker(App& app, storage::Transaction& transaction, const JudgedDossier& judged, const PaperForm& form,
          const PaperOccasion& occasion)
        : app_(app), transaction_(transaction), judged_(judged), form_(form), act_(occasion.act),
          facts_(paper_facts(app, transaction, judged, form, occasion)),
          before_(made_before(transaction, form, judged, act_))
    {
        made_ = before_.value_or(MadePaper{});
        made_.dossier = judged.dossier.id;
        made_.act = act_ ? std::optional(act_->id) : std::nullopt;
        made_.code = form.code;
        made_.on = facts_.on;
    }

    Result<PaperFile> make(const Actor& actor)
    {
        if (!made_.id)
            made_.id = storage::allocate_made_papers(transaction_);
        settle_number();
        auto file = TRY(filled());
        made_.sha256 = to_hex(sha256(file.bytes));
        auto by = record(app_, transaction_, actor, change());
        if (drawn_)
            storage::give_number(transaction_, series(), made_.number, made_.id, by);
        if (!before_)
            storage::add_made_paper(transaction_, made_, by);
        else if (!is_same_as_before())
            TRY_DO(storage::renew_made_paper(transaction_, made_, by));
        return PaperFile{.made = made_,
                         .title = form_.title,
                         .file_name = fmt::format("{} {}", form_.code, judged_.person.name),
                         .docx = std::move(file.bytes),
                         .unknown = std::move(file.unknown),
                         .missing = std::move(file.missing)};
    }

private:
    NumberSeries series() { return series_of(transaction_, form_, facts_.bodies.issuer, *facts_.on); }

    void settle_number()
    {
        if (form_.type.empty())
            return;
        auto own = act_ && !form_.is_extra ? act_->paper.number : std::string();
        if (!own.empty()) {
            facts_.number = own;
        } else if (made_.number > 0) {
            facts_.number = made_.number_text;
        } else if (facts_.on && facts_.bodies.issuer.id) {
            made_.number = storage::free_number(transaction_, series());
            made_.number_text = number_text(series(), made_.number);
            made_.issuer = facts_.bodies.issuer.id;
            facts_.number = made_.number_text;
            drawn_ = true;
        } else {
            facts_.number = fmt::format("……-{}/{}", form_.type, sign_of_series(form_, facts_.bodies.issuer));
        }
        if (act_ && !facts_.number.starts_with("……") && !form_.is_extra)
            facts_.numbers[act_->id] = facts_.number;
    }

    Result<FilledDocx> filled()
    {
        auto day = facts_.on.value_or(app_.today());
        const auto& set = paper_book().set_on(day);
        const auto* text = form_.text_in(set.key);
        if (!text)
            return problem(Problem::Kind::refused, fmt::format("Bộ mẫu {} không có mẫu {}.", set.name, form_.code));
        made_.set = set.key;
        made_.template_version = 0;
        std::string docx;
        if (auto sent = template_for(app_, transaction_, form_.code, set.key, judged_.dossier.cell)) {
            made_.template_version = sent->version;
            docx = storage::paper_template_content(transaction_, sent->version);
        } else {
            docx = form_template(form_, *text, paper_layout_on(day));
        }
        auto values = paper_values(facts_);
        if (judged_.person.invented)
            values.mark = invented_mark;
        return fill_docx(docx, values);
    }

    Change change() const
    {
        Change change{.action = "paper.make",
                      .subject = fmt::format("dossier:{}", judged_.dossier.id.value),
                      .person = judged_.person.id,
                      .organisation = judged_.dossier.cell,
                      .details = {{"paper", form_.code}, {"set", made_.set}, {"sha256", made_.sha256}}};
        if (!made_.number_text.empty())
            change.details.emplace_back("number", made_.number_text);
        return change;
    }

    bool is_same_as_before() const
    {
        return before_->sha256 == made_.sha256 && before_->set == made_.set && before_->on == made_.on &&
               before_->template_version == made_.template_version && before_->number == made_.number;
    }

    App& app_;
    storage::Transaction& transaction_;
    const JudgedDossier& judged_;
    const PaperForm& form_;
    const RecordedAct* act_;
    PaperFacts facts_;
    std::optional<MadePaper> before_;
    MadePaper made_;
    bool drawn_ = false;
};

// Those of a judged dossier that `wanted` picks and the asker may make.
template<typename Wanted>
Result<void> make_all(App& app, const Actor& actor, const Gate& gate, DossierId id, Wanted wanted,
                      std::vector<PaperFile>& files)
{
    auto transaction = app.database().write();
    auto judged = TRY(judged_behind_gate(app, transaction, gate, Right::see_dossiers, id, app.today()));
    for (const auto& form : paper_book().forms) {
        if (!may_make(app, actor, gate, judged, form))
            continue;
        for (const auto& act : judged.acts)
            if (goes_with(form, judged, act) && wanted(form, act))
                files.push_back(TRY(Maker(app, transaction, judged, form, {.act = &act}).make(actor)));
    }
    transaction.commit();
    return {};
}

std::unexpected<Problem> nothing_to_make()
{
    return problem(Problem::Kind::refused, "Chưa có giấy nào làm được: hồ sơ chưa ghi việc nào có mẫu giấy thuộc trách "
                                           "nhiệm của anh/chị.");
}

} // namespace

const PaperForm* form_named(std::string_view code)
{
    auto wanted = fold(code);
    for (const auto& form : paper_book().forms)
        if (fold(form.code) == wanted)
            return &form;
    return nullptr;
}

Result<PaperFile> make_paper(App& app, const Actor& actor, const PaperWish& wish)
{
    const auto* form = form_named(wish.code);
    if (!form)
        return invalid("code", fmt::format("Không có mẫu giấy mang mã “{}”; phusa paper --list in ra các mã.",
                                           shortened(clean_text(wish.code), 40)));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto judged = TRY(judged_behind_gate(app, transaction, gate, Right::see_dossiers, wish.dossier, app.today()));
    TRY_DO(may_make(app, actor, gate, judged, *form));
    PaperOccasion occasion{.act = TRY(act_of(judged, *form, wish)),
                           .event = event_for(transaction, *form, judged.person.id)};
    if (!is_for(*form, judged))
        return problem(Problem::Kind::refused, fmt::format("Mẫu {} không dùng cho hồ sơ này.", form->code));
    auto file = TRY(Maker(app, transaction, judged, *form, occasion).make(actor));
    transaction.commit();
    return file;
}

Result<std::vector<PaperFile>> make_dossier_papers(App& app, const Actor& actor, DossierId dossier)
{
    Gate gate(app, actor);
    std::vector<PaperFile> files;
    TRY_DO(make_all(
        app, actor, gate, dossier, [](const PaperForm& form, const RecordedAct&) { return !form.is_extra; }, files));
    if (files.empty())
        return nothing_to_make();
    return files;
}

Result<std::vector<PaperFile>> make_meeting_papers(App& app, const Actor& actor, DossierId dossier, RecordedActId act)
{
    Gate gate(app, actor);
    auto all = dossier_register(app);
    const auto* entry = all->find(dossier);
    auto found = entry ? std::ranges::find(entry->judged.acts, act, &RecordedAct::id)
                       : std::vector<RecordedAct>::const_iterator();
    bool is_vote = entry && gate.pass(Right::see_dossiers, entry->judged.dossier.cell) &&
                   found != entry->judged.acts.end() && found->act.kind == ActKind::cell_vote && !found->side;
    if (!is_vote)
        return problem(Problem::Kind::not_found, "Không có cuộc họp này trong phạm vi của anh/chị.");
    auto is_of_meeting = [&](const RecordedAct& each) {
        return !each.side && each.act.kind == ActKind::cell_vote && each.act.on == found->act.on;
    };
    std::vector<PaperFile> files;
    for (const auto& other : all->entries) {
        const auto& judged = other->judged;
        if (judged.dossier.cell != entry->judged.dossier.cell || std::ranges::none_of(judged.acts, is_of_meeting))
            continue;
        TRY_DO(make_all(
            app, actor, gate, judged.dossier.id,
            [&](const PaperForm&, const RecordedAct& each) { return is_of_meeting(each); }, files));
    }
    if (files.empty())
        return nothing_to_make();
    return files;
}

Result<void> withdraw_paper(App& app, const Actor& actor, MadePaperId id)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto transaction = app.database().write();
    auto paper = storage::made_paper(transaction, id);
    const auto* form = paper ? paper_book().form(paper->code) : nullptr;
    if (!form)
        return problem(Problem::Kind::not_found, "Không có giấy này trong phạm vi của anh/chị.");
    auto judged = TRY(judged_behind_gate(app, transaction, gate, Right::see_dossiers, paper->dossier, app.today()));
    TRY_DO(may_make(app, actor, gate, judged, *form));
    auto by = record(app, transaction, actor,
                     {.action = "paper.withdraw",
                      .subject = fmt::format("dossier:{}", paper->dossier.value),
                      .person = judged.person.id,
                      .organisation = judged.dossier.cell,
                      .details = {{"paper", paper->code}, {"number", paper->number_text}}});
    storage::release_number(transaction, id);
    TRY_DO(storage::withdraw_made_paper(transaction, *paper, by));
    transaction.commit();
    return {};
}

} // namespace phusa
