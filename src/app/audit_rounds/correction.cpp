#include "app/correction.hpp"

#include "app/audit_rounds/corrections.hpp"
#include "app/audit_rounds/round_gate.hpp"
#include "app/look.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/text.hpp"
#include "storage/audit.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

bool may_confirm(const SeenFault& seen)
{
    return seen.fault.state() == CorrectionState::done && (seen.of.leads || seen.of.checks);
}

CorrectionLine line_of(App& app, const SeenFault& seen)
{
    auto today = app.today();
    bool is_open = seen.fault.state() == CorrectionState::open;
    return {.fault = seen.fault,
            .kind_title = title_of_fault(seen.fault.kind),
            .round_name = seen.of.round.name,
            .name = seen.of.person.name,
            .cell_name = unit_name(app, seen.of.dossier.cell),
            .days_left = days_between(today, seen.fault.due),
            .is_late = is_open && seen.fault.due < today,
            .may_do = is_open && seen.corrects,
            .may_confirm = may_confirm(seen)};
}

// What one version changed against the one before.
CorrectionView::Step step_of(const CheckFault* before, const CheckFault& now)
{
    if (!before)
        return {.what = fmt::format("Ghi thiếu sót, hạn khắc phục {}", now.due.vietnamese()), .note = now.note};
    if (now.confirmed && !before->confirmed)
        return {.what = "Xác nhận đã khắc phục"};
    if (now.done && !before->done)
        return {.what = fmt::format("Đã khắc phục ngày {}", now.done->vietnamese()), .note = now.done_note};
    if (before->done && !now.done)
        return {.what = "Trả lại, chưa đạt"};
    return {.what = fmt::format("Sửa thiếu sót, hạn khắc phục {}", now.due.vietnamese()), .note = now.note};
}

std::vector<CorrectionView::Step> steps_of(storage::Session& session, CheckFaultId id)
{
    std::vector<CorrectionView::Step> steps;
    auto history = storage::check_fault_history(session, id);
    const CheckFault* before = nullptr;
    for (const auto& version : history) {
        auto step = step_of(before, version.fact);
        if (auto row = storage::audit_row(session, version.fact.recorded)) {
            step.at = row->at;
            step.by = row->actor_name;
            if (step.note.empty())
                step.note = reason_of(*row);
        }
        steps.push_back(std::move(step));
        before = &version.fact;
    }
    return steps;
}

// A fault to change, as it was read.
Result<SeenFault> fault_to_change(storage::Transaction& transaction, const Gate& gate, CheckFaultId id,
                                  std::int64_t version)
{
    auto seen = TRY(fault_behind_gate(transaction, gate, id));
    if (seen.fault.version != version)
        return problem(Problem::Kind::conflict, "Người khác vừa ghi việc này. Hãy tải lại trang rồi làm tiếp.");
    return seen;
}

Result<void> write_fault(App& app, storage::Transaction& transaction, const Actor& actor, const SeenFault& seen,
                         const CheckFault& wanted, std::string action, const std::string& reason)
{
    TRY_DO(check(wanted, app.today()));
    auto by = record(app, transaction, actor,
                     {.action = std::move(action),
                      .subject = fmt::format("person:{}", seen.of.person.id.value),
                      .person = seen.of.person.id,
                      .organisation = seen.of.dossier.cell,
                      .details = {{"reason", reason},
                                  {"faults", title_of_fault(wanted.kind)},
                                  {"name", seen.of.round.name},
                                  {"note", wanted.done_note}}});
    return storage::correct_check_fault(transaction, wanted, by);
}

} // namespace

Result<CorrectionView> show_correction(App& app, const Actor& actor, CheckFaultId id)
{
    Gate gate(app, actor);
    CorrectionView view;
    Person person;
    {
        auto session = app.database().read();
        auto seen = TRY(fault_behind_gate(session, gate, id));
        view.line = line_of(app, seen);
        view.dossier = seen.of.dossier.id;
        view.sees_dossier = gate.pass(Right::see_dossiers, seen.of.dossier.cell).has_value();
        view.is_own = view.line.may_confirm && was_done_by(session, seen.fault, actor);
        view.steps = steps_of(session, id);
        person = std::move(seen.of.person);
    }
    auto kind = std::ranges::find(check_fault_kinds(), view.line.fault.kind, &CheckFaultKind::key);
    if (kind != check_fault_kinds().end())
        view.look = kind->look;
    record_look(app, actor, person);
    return view;
}

Result<void> do_correction(App& app, const Actor& actor, CheckFaultId id, std::int64_t version, Date done,
                           std::string_view note)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(fault_to_change(transaction, gate, id, version));
    if (!seen.corrects)
        return problem(Problem::Kind::refused, "Việc này do chi bộ quản lý hồ sơ khắc phục.");
    if (seen.fault.state() != CorrectionState::open)
        return problem(Problem::Kind::conflict, "Việc này đã ghi là khắc phục rồi.");
    auto wanted = seen.fault;
    wanted.done = done;
    wanted.done_note = clean_text(note);
    TRY_DO(write_fault(app, transaction, actor, seen, wanted, "audit_round.correct", ""));
    transaction.commit();
    return {};
}

Result<void> confirm_correction(App& app, const Actor& actor, CheckFaultId id, std::int64_t version)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(fault_to_change(transaction, gate, id, version));
    if (!seen.of.leads && !seen.of.checks)
        return problem(Problem::Kind::refused, "Việc này do bên kiểm tra hoặc cấp trên xác nhận.");
    if (!may_confirm(seen))
        return problem(Problem::Kind::conflict, "Chỉ xác nhận được việc đã ghi là khắc phục và chưa xác nhận.");
    if (was_done_by(transaction, seen.fault, actor))
        return problem(Problem::Kind::refused, "Người đã ghi là khắc phục không tự xác nhận; việc này để bên kiểm tra "
                                               "hoặc người khác của cấp trên xác nhận.");
    auto wanted = seen.fault;
    wanted.confirmed = app.today();
    TRY_DO(write_fault(app, transaction, actor, seen, wanted, "audit_round.confirm", ""));
    transaction.commit();
    return {};
}

Result<void> send_back_correction(App& app, const Actor& actor, CheckFaultId id, std::int64_t version,
                                  std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(fault_to_change(transaction, gate, id, version));
    if (!seen.of.leads && !seen.of.checks)
        return problem(Problem::Kind::refused, "Việc này do bên kiểm tra hoặc cấp trên trả lại.");
    if (!may_confirm(seen))
        return problem(Problem::Kind::conflict, "Chỉ trả lại được việc đã ghi là khắc phục và chưa xác nhận.");
    auto wanted = seen.fault;
    wanted.done.reset();
    wanted.done_note.clear();
    TRY_DO(write_fault(app, transaction, actor, seen, wanted, "audit_round.send_back", why));
    transaction.commit();
    return {};
}

} // namespace phusa
