#include "app/dossiers/moves.hpp"

#include "app/dossiers/dossier_gate.hpp"
#include "app/gate.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/text.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossier_moves.hpp"
#include "storage/dossiers.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

// Where the dossier stands decides by which letter it goes (rules.md 4.3).
TransferStage transfer_stage_of(Stage stage)
{
    switch (stage) {
    case Stage::committee_vote:
        return TransferStage::voted;
    case Stage::decision:
    case Stage::recognition_decision:
        return TransferStage::sent;
    case Stage::ceremony:
        return TransferStage::decided;
    default:
        return TransferStage::helping;
    }
}

Change change_of(std::string action, const DossierMove& move, PersonId person, OrganisationId where,
                 std::vector<std::pair<std::string, std::string>> details)
{
    return {.action = std::move(action),
            .subject = fmt::format("dossier:{}", move.dossier.value),
            .person = person,
            .organisation = where,
            .details = std::move(details)};
}

// An open slip that the asker may answer at one of its ends, with its dossier.
struct SeenMove {
    DossierMove move;
    Dossier dossier;
};

Result<SeenMove> open_move(storage::Session& session, const Gate& gate, DossierMoveId id, std::int64_t version,
                           bool may_be_sender)
{
    TRY_DO(gate.pass_anywhere(Right::record_cell_acts));
    auto not_here = problem(Problem::Kind::not_found, "Không có phiếu chuyển này trong phạm vi của anh/chị.");
    auto move = storage::dossier_move(session, id);
    if (!move)
        return not_here;
    bool receives = gate.pass(Right::record_cell_acts, move->to).has_value();
    bool sends = gate.pass(Right::record_cell_acts, move->from).has_value();
    if (!receives && !sends)
        return not_here;
    if (!receives && !may_be_sender)
        return problem(Problem::Kind::refused, "Phiếu chuyển do nơi đến tiếp nhận.");
    if (!move->is_open() || move->version != version)
        return problem(Problem::Kind::conflict, "Phiếu chuyển này đã được xử lý. Hãy tải lại trang.");
    auto dossier = storage::dossier(session, move->dossier);
    if (!dossier)
        return not_here;
    return SeenMove{.move = std::move(*move), .dossier = std::move(*dossier)};
}

RecordedAct transfer_act(const DossierMove& move)
{
    RecordedAct act;
    act.dossier = move.dossier;
    act.act.kind = ActKind::transfer;
    act.act.stage = move.stage;
    act.act.on = move.sent;
    act.paper = move.certificate;
    return act;
}

// The person is followed in the new cell; a member's move is an event of the register, too.
Result<void> follow_person(storage::Transaction& transaction, const DossierMove& move, PersonId id, Date on,
                           AuditNumber by)
{
    auto person = storage::person(transaction, id);
    if (!person || person->cell == move.to)
        return {};
    if (is_member(person->standing))
        storage::add_membership_event(transaction,
                                      {.id = {},
                                       .person = id,
                                       .kind = MembershipEventKind::moved_in,
                                       .on = on,
                                       .decided_on = {},
                                       .decision_number = move.certificate.number,
                                       .from = move.from,
                                       .to = move.to,
                                       .elsewhere = {},
                                       .note = {},
                                       .recorded = {}},
                                      by);
    person->cell = move.to;
    if (person->valid.covers(on) && person->valid.first < on)
        return storage::change_person(transaction, *person, on, by);
    return storage::correct_person(transaction, *person, by);
}

} // namespace

Result<DossierMoveId> send_dossier(App& app, const Actor& actor, DossierId id, OrganisationId to, Date sent,
                                   const Paper& certificate, std::string_view note)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto judged = TRY(judged_behind_gate(app, transaction, gate, Right::record_cell_acts, id, app.today()));
    if (!is_open(judged.stage.stage))
        return problem(Problem::Kind::conflict, "Hồ sơ đã kết thúc, không chuyển được.");
    for (const auto& earlier : storage::dossier_moves_of(transaction, id))
        if (earlier.is_open())
            return problem(Problem::Kind::conflict, "Hồ sơ đang có phiếu chuyển chưa được tiếp nhận.");
    auto position = gate.tree().find(to);
    if (!position || !has_members(gate.tree().at(*position).kind))
        return invalid("to", "Hãy chọn chi bộ nơi đến.");
    if (to == judged.dossier.cell)
        return invalid("to", "Nơi đến phải khác chi bộ đang quản lý hồ sơ.");
    DossierMove move{.id = {},
                     .dossier = id,
                     .from = judged.dossier.cell,
                     .to = to,
                     .stage = transfer_stage_of(judged.stage.stage),
                     .sent = sent,
                     .certificate = certificate,
                     .note = clean_text(note)};
    TRY_DO(check(move, app.today()));
    auto by = record(
        app, transaction, actor,
        change_of("dossier.send", move, judged.person.id, move.from, {{"to", unit_name(app, to)}, {"on", sent.iso()}}));
    auto number = storage::add_dossier_move(transaction, move, by);
    transaction.commit();
    return number;
}

Result<void> accept_move(App& app, const Actor& actor, DossierMoveId id, std::int64_t version, Date on)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(open_move(transaction, gate, id, version, false));
    auto accepted = seen.move;
    accepted.accepted = on;
    TRY_DO(check(accepted, app.today()));
    auto by = record(app, transaction, actor,
                     change_of("dossier.accept", accepted, seen.dossier.person, accepted.to, {{"on", on.iso()}}));
    TRY_DO(storage::correct_dossier_move(transaction, accepted, by));
    storage::add_dossier_act(transaction, transfer_act(accepted), seen.dossier.person, by);
    seen.dossier.cell = accepted.to;
    TRY_DO(storage::correct_dossier(transaction, seen.dossier, by));
    TRY_DO(follow_person(transaction, accepted, seen.dossier.person, on, by));
    transaction.commit();
    return {};
}

Result<void> take_back_move(App& app, const Actor& actor, DossierMoveId id, std::int64_t version, Date on,
                            std::string_view reason)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(open_move(transaction, gate, id, version, true));
    auto back = seen.move;
    back.taken_back = on;
    TRY_DO(check(back, app.today()));
    auto by = record(app, transaction, actor,
                     change_of("dossier.take_back", back, seen.dossier.person, back.from,
                               {{"on", on.iso()}, {"reason", clean_text(reason)}}));
    TRY_DO(storage::correct_dossier_move(transaction, back, by));
    transaction.commit();
    return {};
}

Result<std::vector<MoveLine>> list_open_moves(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto session = app.database().read();
    std::vector<MoveLine> lines;
    for (auto& move : storage::open_dossier_moves(session)) {
        bool is_seen = gate.pass(Right::see_dossiers, move.from) || gate.pass(Right::see_dossiers, move.to);
        auto dossier = is_seen ? storage::dossier(session, move.dossier) : std::nullopt;
        auto person = dossier ? storage::person(session, dossier->person) : std::nullopt;
        if (!person)
            continue;
        lines.push_back({.move = move,
                         .person = person->id,
                         .person_name = person->name,
                         .from_name = unit_name(app, move.from),
                         .to_name = unit_name(app, move.to),
                         .days = days_between(move.sent, app.today()),
                         .may_accept = gate.pass(Right::record_cell_acts, move.to).has_value(),
                         .may_take_back = gate.pass(Right::record_cell_acts, move.from).has_value()});
    }
    return lines;
}

} // namespace phusa
