#include "app/audit_rounds/frame.hpp"

#include "app/audit_rounds/risk_marks.hpp"
#include "app/dossiers/dossier_register.hpp"
#include "app/unit_names.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "rules/audit_assignment.hpp"
#include "rules/audit_draw.hpp"
#include "rules/audit_risk.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace phusa
{

namespace
{

using Entry = DossierRegister::Entry;
using Cells = std::vector<OrganisationId>;

constexpr std::size_t checkers_wanted = 3; // fewer could only check each other

// The unit directly below that of the round in which a cell lies; the cell itself where there is none between.
OrganisationId stratum_of(const OrganisationTree& tree, OrganisationTree::Position unit,
                          OrganisationTree::Position cell)
{
    auto path = tree.path(cell);
    auto at = std::ranges::find(path, unit);
    return at + 1 == path.end() ? tree.at(cell).id : tree.at(*(at + 1)).id;
}

bool has_act_in(const JudgedDossier& judged, const Period& period)
{
    return std::ranges::any_of(judged.acts, [&](const RecordedAct& act) { return period.contains(act.act.on); });
}

// The register is judged as of today.
std::vector<RiskMark> marks_of(App& app, const JudgedDossier& judged, const storage::ActCorrections& changed,
                               Date as_of)
{
    if (as_of == app.today())
        return risk_marks_of(judged, changed, as_of);
    return risk_marks_of(judge_dossier(app, judged.dossier, judged.person, judged.acts, as_of), changed, as_of);
}

std::vector<AuditLot> lots_of(App& app, const Gate& gate, const DossierRegister& all, const AuditWish& wish, Date as_of)
{
    auto session = app.database().read();
    auto corrections = storage::act_corrections(session);
    auto unit = *gate.tree().find(wish.unit);
    auto range = gate.tree().subtree(unit);
    std::vector<AuditLot> lots;
    for (const auto& entry : all.entries) {
        const auto& judged = entry->judged;
        auto position = gate.tree().find(judged.dossier.cell);
        if (!position || !range.contains(*position) || !has_act_in(judged, wish.period))
            continue;
        auto changed = corrections.find(judged.dossier.id);
        auto marks =
            marks_of(app, judged, changed == corrections.end() ? storage::ActCorrections() : changed->second, as_of);
        lots.push_back({.dossier = judged.dossier.id,
                        .cell = judged.dossier.cell,
                        .unit = stratum_of(gate.tree(), unit, *position),
                        .tickets = tickets_for(marks, shipped_audit_rules()),
                        .marks = text_of(marks)});
    }
    std::ranges::sort(lots, {}, &AuditLot::dossier);
    return lots;
}

// The cells of what was drawn check each other. Where they are too few, others with dossiers of the round join them,
// then any other below the unit.
Cells checkers_for(const Gate& gate, const AuditWish& wish, const std::vector<AuditLot>& lots, const Cells& owners)
{
    std::set<OrganisationId> cells(owners.begin(), owners.end());
    for (const auto& lot : lots)
        if (cells.size() < checkers_wanted)
            cells.insert(lot.cell);
    auto range = gate.tree().subtree(*gate.tree().find(wish.unit));
    for (auto at = range.first; at <= range.last && cells.size() < checkers_wanted; ++at)
        if (has_members(gate.tree().at(at).kind))
            cells.insert(gate.tree().at(at).id);
    return {cells.begin(), cells.end()};
}

std::vector<AuditDraw::Unit> units_of(const Gate& gate, const std::vector<AuditLot>& lots,
                                      const std::vector<std::size_t>& places)
{
    std::map<OrganisationTree::Position, AuditDraw::Unit> units;
    auto unit_with = [&](const AuditLot& lot) -> AuditDraw::Unit& {
        auto position = *gate.tree().find(lot.unit);
        auto& unit = units[position];
        unit.unit = lot.unit;
        unit.name = gate.tree().at(position).name;
        return unit;
    };
    for (const auto& lot : lots)
        ++unit_with(lot).dossiers;
    for (auto place : places)
        ++unit_with(lots[place]).drawn;
    std::vector<AuditDraw::Unit> in_order;
    for (auto& [position, unit] : units)
        in_order.push_back(std::move(unit));
    return in_order;
}

AuditDraw::Drawn drawn_line(const Gate& gate, const DossierRegister& all, const AuditLot& lot, OrganisationId checking)
{
    auto name_of = [&](OrganisationId id) { return gate.tree().at(*gate.tree().find(id)).name; };
    const auto& judged = all.find(lot.dossier)->judged;
    return {.dossier = lot.dossier,
            .person = judged.person.id,
            .name = judged.person.name,
            .born = judged.person.born,
            .cell = lot.cell,
            .cell_name = name_of(lot.cell),
            .unit = lot.unit,
            .unit_name = name_of(lot.unit),
            .stage = judged.stage.stage,
            .tickets = lot.tickets,
            .marks = lot.marks,
            .reasons = in_words(risk_marks(lot.marks)),
            .checking = checking,
            .checking_name = name_of(checking)};
}

std::string fingerprint_of(const AuditDraw& draw)
{
    std::string text;
    for (const auto& lot : draw.lots)
        text += fmt::format("{}/{}/{}/{}\n", lot.dossier.value, lot.cell.value, lot.unit.value, lot.tickets);
    for (const auto& one : draw.drawn)
        text += fmt::format("{}:{}\n", one.dossier.value, one.checking.value);
    return to_hex(sha256(text));
}

} // namespace

Result<void> check_wish(const Gate& gate, const AuditWish& wish, Date drawn)
{
    auto position = gate.tree().find(wish.unit);
    if (!position || has_members(gate.tree().at(*position).kind))
        return invalid("unit", "Hãy chọn một cấp uỷ có từ hai chi bộ trở lên; chi bộ không tự kiểm tra mình.");
    auto shares = audit_shares();
    if (wish.share < shares.least || wish.share > shares.most)
        return invalid("share", fmt::format("Tỷ lệ rút từ {} đến {} phần trăm.", shares.least, shares.most));
    AuditRound round{.unit = wish.unit,
                     .name = clean_text(wish.name),
                     .period = wish.period,
                     .share = wish.share,
                     .seed = wish.seed,
                     .drawn = drawn,
                     .due = wish.due};
    return check(round);
}

Result<AuditDraw> drawn_for(App& app, const Gate& gate, const AuditWish& wish, Date as_of)
{
    auto all = dossier_register(app);
    AuditDraw draw{.unit = gate.tree().at(*gate.tree().find(wish.unit)), .lots = lots_of(app, gate, *all, wish, as_of)};
    if (draw.lots.empty())
        return invalid("first", "Không có hồ sơ nào có việc trong khoảng này; hãy chọn khoảng dài hơn.");
    auto places = draw_lots(draw.lots, wish.share, wish.seed);
    std::ranges::sort(places, {}, [&](std::size_t place) {
        return std::pair(*gate.tree().find(draw.lots[place].unit), draw.lots[place].dossier);
    });
    Cells owners;
    for (auto place : places)
        owners.push_back(draw.lots[place].cell);
    auto checking = assign_checkers(owners, checkers_for(gate, wish, draw.lots, owners), wish.seed);
    if (!checking)
        return invalid("unit", "Đơn vị này chỉ có một chi bộ, không có chi bộ khác để kiểm tra chéo.");
    for (std::size_t i = 0; i < places.size(); ++i)
        draw.drawn.push_back(drawn_line(gate, *all, draw.lots[places[i]], (*checking)[i]));
    draw.units = units_of(gate, draw.lots, places);
    draw.fingerprint = fingerprint_of(draw);
    return draw;
}

} // namespace phusa
