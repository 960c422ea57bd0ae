#include "app/dossiers/tasks.hpp"

#include "app/audit_rounds/tasks.hpp"
#include "app/dossiers/deciding.hpp"
#include "app/dossiers/dossier_register.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/moves.hpp"
#include "app/dossiers/next_view.hpp"
#include "app/dossiers/reach.hpp"
#include "domain/named.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<Urgency>, 5> urgencies = {{
    {Urgency::overdue, "overdue", "Quá hạn"},
    {Urgency::due_soon, "due_soon", "Sắp đến hạn"},
    {Urgency::blocked, "blocked", "Chưa đúng quy định, cần xử lý"},
    {Urgency::running, "running", "Đang trong hạn"},
    {Urgency::open, "open", "Làm được ngay"},
}};

constexpr int soon_days = 14;

// What a next entry stands for, as it would be recorded.
RecordedAct act_of(const NextAct& next)
{
    RecordedAct act;
    act.act.kind = next.act;
    act.act.about = next.about;
    if (next.about == Matter::recognition)
        act.act.certificate = CertificateKind::new_member;
    return act;
}

// Collects what one asker can do.
class TaskReader
{
public:
    TaskReader(App& app, const Actor& actor, const Gate& gate)
        : app_(app), actor_(actor), gate_(gate), today_(app.today())
    {
    }

    // By role: what is next, and what has a last day.
    void read(const JudgedDossier& judged)
    {
        if (!is_open(judged.stage.stage))
            return;
        bool is_first = true;
        for (const auto& next : judged.verdict.next) {
            bool is_lawful = next.earliest && *next.earliest <= today_;
            bool has_to_be_done = is_first || (next.latest && is_lawful);
            is_first = false;
            if (has_to_be_done && is_lawful && may(act_of(next), judged))
                add_next(judged, next);
        }
        add_breaches(judged);
    }

    // By relation: all that waits for it, whatever else comes first.
    void read(const JudgedDossier& judged, const Reach& reach)
    {
        auto theirs = acts_by_relation(reach, judged);
        for (const auto& next : judged.verdict.next) {
            bool is_theirs = std::ranges::any_of(theirs, [&](const RecordedAct& act) {
                return act.act.kind == next.act &&
                       (next.act != ActKind::certificate || act.act.certificate == act_of(next).act.certificate);
            });
            if (is_theirs && next.earliest && *next.earliest <= today_)
                add_next(judged, next);
        }
    }

    void read(const MoveLine& move)
    {
        if (!move.may_accept)
            return;
        tasks_.push_back({.dossier = move.move.dossier,
                          .person = move.person,
                          .name = move.person_name,
                          .cell_name = move.to_name,
                          .urgency = Urgency::open,
                          .move = move.move.id,
                          .title = fmt::format("Tiếp nhận hồ sơ chuyển đến từ {}", move.from_name),
                          .reckoning = fmt::format("Phiếu chuyển gửi ngày {}, đã {} ngày.", move.move.sent.vietnamese(),
                                                   move.days)});
    }

    void add(std::vector<Task> others) { std::ranges::move(others, std::back_inserter(tasks_)); }

    std::vector<Task> sorted() &&
    {
        std::ranges::stable_sort(tasks_, [](const Task& a, const Task& b) {
            if (a.urgency != b.urgency)
                return a.urgency < b.urgency;
            if (a.due != b.due)
                return !b.due || (a.due && *a.due < *b.due);
            return false;
        });
        return std::move(tasks_);
    }

private:
    bool may(const RecordedAct& act, const JudgedDossier& judged) const
    {
        return may_record(app_, actor_, gate_, act, judged.dossier.cell).has_value();
    }

    Task task_of(const JudgedDossier& judged) const
    {
        return {.dossier = judged.dossier.id,
                .person = judged.person.id,
                .name = judged.person.name,
                .cell_name = handling_of(gate_.tree(), judged.dossier.cell).cell.name,
                .stage = judged.stage.stage};
    }

    void add_next(const JudgedDossier& judged, const NextAct& next)
    {
        auto task = task_of(judged);
        task.urgency = urgency_of(next.latest, today_);
        task.act = next.act;
        task.about = next.about;
        task.title = title_of(next);
        task.due = next.latest;
        task.days_left = next.latest ? days_between(today_, *next.latest) : 0;
        task.reckoning = reckoning_of(judged, next, today_);
        tasks_.push_back(std::move(task));
    }

    // One for each act that is against the rules; a past fact is known and marked, and nobody can put it right.
    void add_breaches(const JudgedDossier& judged)
    {
        const JudgedDossier* of = &judged;
        RecordedActId before;
        for (const auto& finding : of->verdict.findings) {
            if (finding.severity() != Severity::block || !finding.act)
                continue;
            auto id = of->judged.acts[*finding.act];
            auto act = std::ranges::find(of->acts, id, &RecordedAct::id);
            if (act == of->acts.end() || act->is_past_fact || id == before || !may(*act, judged))
                continue;
            before = id;
            auto task = task_of(judged);
            task.urgency = Urgency::blocked;
            task.title = fmt::format("Xử lý: {} ngày {}", title_of(*act), act->act.on.vietnamese());
            task.reckoning = std::string(title_of(finding.rule));
            tasks_.push_back(std::move(task));
        }
    }

    App& app_;
    const Actor& actor_;
    const Gate& gate_;
    Date today_;
    std::vector<Task> tasks_;
};

Result<void> pass_to_tasks(const Gate& gate, const TaskQuestion& question)
{
    if (!gate.has(Right::record_remarks))
        TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    if (question.organisation)
        TRY_DO(gate.pass(Right::see_organisations, *question.organisation));
    return {};
}

// Nothing where the whole register is asked; an empty range for a unit that is no longer there.
std::optional<OrganisationTree::Range> asked_range(const Gate& gate, const TaskQuestion& question)
{
    if (!question.organisation)
        return std::nullopt;
    auto position = gate.tree().find(*question.organisation);
    return position ? gate.tree().subtree(*position) : OrganisationTree::Range{.first = 1, .last = 0};
}

bool lies_in(const std::vector<OrganisationTree::Range>& ranges, OrganisationTree::Position position)
{
    return std::ranges::any_of(ranges, [&](auto range) { return range.contains(position); });
}

Relations relations_of_asker(App& app, const Actor& actor)
{
    auto session = app.database().read();
    return relations_of(app, session, actor);
}

bool is_wanted(const TaskQuestion& question, Urgency urgency)
{
    return question.urgencies.empty() || std::ranges::find(question.urgencies, urgency) != question.urgencies.end();
}

} // namespace

std::string_view key_of(Urgency urgency) { return named<Urgency>(urgencies, urgency).key; }
std::string_view title_of(Urgency urgency) { return named<Urgency>(urgencies, urgency).title; }

Urgency urgency_of(const std::optional<Date>& last_day, Date today)
{
    if (!last_day)
        return Urgency::open;
    if (*last_day < today)
        return Urgency::overdue;
    return days_between(today, *last_day) <= soon_days ? Urgency::due_soon : Urgency::running;
}

bool has_dossier_work(App& app, const Actor& actor) { return Gate(app, actor).has(Right::record_remarks); }

Result<TaskPage> list_tasks(App& app, const Actor& actor, const TaskQuestion& question)
{
    Gate gate(app, actor);
    TRY_DO(pass_to_tasks(gate, question));
    auto all = dossier_register(app);
    TaskReader reader(app, actor, gate);
    auto relations = relations_of_asker(app, actor);
    auto seen = gate.ranges(Right::see_dossiers);
    auto asked = asked_range(gate, question);
    for (const auto& entry : all->entries) {
        auto position = gate.tree().find(entry->judged.dossier.cell);
        if (!position || (asked && !asked->contains(*position)))
            continue;
        if (lies_in(seen, *position))
            reader.read(entry->judged);
        else if (auto reach = reach_of(relations, gate, entry->judged); reach.by_relation())
            reader.read(entry->judged, reach);
    }
    if (auto moves = list_open_moves(app, actor))
        for (const auto& move : *moves)
            reader.read(move);
    reader.add(audit_tasks(app, actor, gate, asked));
    TaskPage page;
    for (const auto& urgency : urgencies)
        page.by_urgency.emplace_back(urgency.value, 0);
    std::size_t place = 0;
    for (auto& task : std::move(reader).sorted()) {
        std::ranges::find(page.by_urgency, task.urgency, &std::pair<Urgency, std::int64_t>::first)->second += 1;
        if (!is_wanted(question, task.urgency))
            continue;
        if (place >= question.first && page.rows.size() < question.rows)
            page.rows.push_back(std::move(task));
        ++place;
    }
    page.total = static_cast<std::int64_t>(place);
    return page;
}

} // namespace phusa
