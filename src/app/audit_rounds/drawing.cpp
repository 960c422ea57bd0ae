#include "app/audit_rounds/drawing.hpp"

#include "app/audit_rounds/frame.hpp"
#include "app/recording.hpp"
#include "base/text.hpp"
#include "rules/audit_rules.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::vector<std::pair<std::string, std::string>> details_of(const AuditWish& wish, const AuditDraw& draw)
{
    return {{"name", clean_text(wish.name)},     {"from", wish.period.first.iso()},
            {"until", wish.period.last.iso()},   {"share", fmt::format("{}%", wish.share)},
            {"seed", std::to_string(wish.seed)}, {"rows", std::to_string(draw.drawn.size())}};
}

Result<Gate> gate_to_lead(App& app, const Actor& actor, const AuditWish& wish)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::record_committee_acts));
    TRY_DO(gate.pass(Right::record_committee_acts, wish.unit));
    TRY_DO(check_wish(gate, wish, app.today()));
    return gate;
}

AuditSample sample_of(const AuditDraw::Drawn& drawn, AuditRoundId round)
{
    return {.round = round,
            .dossier = drawn.dossier,
            .person = drawn.person,
            .cell = drawn.cell,
            .unit = drawn.unit,
            .tickets = drawn.tickets,
            .marks = drawn.marks,
            .checking = drawn.checking};
}

} // namespace

AuditShares audit_shares()
{
    const auto& rules = shipped_audit_rules();
    return {.least = rules.share_min, .most = rules.share_max, .usual = rules.share_usual};
}

Result<AuditDraw> draw_audit_round(App& app, const Actor& actor, const AuditWish& wish)
{
    auto gate = TRY(gate_to_lead(app, actor, wish));
    auto draw = TRY(drawn_for(app, gate, wish, app.today()));
    if (actor.is_program())
        return draw;
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.audit_draw",
            .subject = fmt::format("organisation:{}", wish.unit.value),
            .organisation = wish.unit,
            .details = details_of(wish, draw)});
    transaction.commit();
    return draw;
}

Result<AuditRoundId> open_audit_round(App& app, const Actor& actor, const AuditWish& wish, std::string_view fingerprint)
{
    auto gate = TRY(gate_to_lead(app, actor, wish));
    auto transaction = app.database().write(); // nobody else writes from here on: what is drawn is what is fixed
    auto draw = TRY(drawn_for(app, gate, wish, app.today()));
    if (draw.fingerprint != fingerprint)
        return problem(Problem::Kind::conflict,
                       "Hồ sơ của đơn vị vừa thay đổi nên danh sách rút được đã khác. Hãy xem lại rồi chốt.");
    auto by = record(app, transaction, actor,
                     {.action = "audit_round.open",
                      .subject = fmt::format("organisation:{}", wish.unit.value),
                      .organisation = wish.unit,
                      .details = details_of(wish, draw)});
    auto id = storage::add_audit_round(transaction,
                                       {.unit = wish.unit,
                                        .name = clean_text(wish.name),
                                        .period = wish.period,
                                        .share = wish.share,
                                        .seed = wish.seed,
                                        .drawn = app.today(),
                                        .due = wish.due},
                                       by);
    storage::add_audit_lots(transaction, id, draw.lots, by);
    for (const auto& drawn : draw.drawn)
        storage::add_audit_sample(transaction, sample_of(drawn, id), by);
    transaction.commit();
    return id;
}

} // namespace phusa
