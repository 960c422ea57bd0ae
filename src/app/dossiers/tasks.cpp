#include "app/dossiers/tasks.hpp"

#include "app/dossiers/chosen.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/moves.hpp"
#include "app/dossiers/next_view.hpp"
#include "domain/act_rights.hpp"
#include "domain/named.hpp"

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
constexpr std::array working_rights = {Right::record_cell_acts, Right::record_committee_acts, Right::record_decisions,
                                       Right::record_remarks};

Urgency urgency_of(const NextAct& next, Date today)
{
    if (!next.latest)
        return Urgency::open;
    if (*next.latest < today)
        return Urgency::overdue;
    return days_between(today, *next.latest) <= soon_days ? Urgency::due_soon : Urgency::running;
}

// Collects what one asker can do.
class TaskReader
{
public:
    TaskReader(App& app, const Gate& gate) : app_(app), gate_(gate), today_(app.today()) {}

    void read(const JudgedDossier& judged)
    {
        if (!is_open(judged.stage.stage))
            return;
        bool is_first = true;
        for (const auto& next : judged.verdict.next) {
            bool is_lawful = next.earliest && *next.earliest <= today_;
            bool has_to_be_done = is_first || (next.latest && is_lawful);
            is_first = false;
            if (has_to_be_done && is_lawful && may(right_to_record(next.act), judged))
                add_next(judged, next);
        }
        add_breaches(judged);
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
    bool may(Right right, const JudgedDossier& judged) const
    {
        return gate_.pass(right, judged.dossier.cell).has_value();
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
        task.urgency = urgency_of(next, today_);
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
            if (act == of->acts.end() || act->is_past_fact || id == before || !may(right_to_record(*act), judged))
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
    const Gate& gate_;
    Date today_;
    std::vector<Task> tasks_;
};

bool is_wanted(const TaskQuestion& question, Urgency urgency)
{
    return question.urgencies.empty() || std::ranges::find(question.urgencies, urgency) != question.urgencies.end();
}

} // namespace

std::string_view key_of(Urgency urgency) { return named<Urgency>(urgencies, urgency).key; }
std::string_view title_of(Urgency urgency) { return named<Urgency>(urgencies, urgency).title; }

bool has_dossier_work(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    return std::ranges::any_of(working_rights, [&](Right right) { return gate.has(right); });
}

Result<TaskPage> list_tasks(App& app, const Actor& actor, const TaskQuestion& question)
{
    Gate gate(app, actor);
    auto all = dossier_register(app);
    TaskReader reader(app, gate);
    for (const auto* entry : TRY(dossiers_in_scope(gate, *all, question.organisation)))
        reader.read(entry->judged);
    for (const auto& move : TRY(list_open_moves(app, actor)))
        reader.read(move);
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
