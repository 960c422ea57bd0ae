#include "app/import/dossier_slots.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace phusa
{

namespace
{

using enum ActKind;

constexpr std::array slots{
    DossierSlot{.prefix = "certificate", .kind = certificate},
    DossierSlot{.prefix = "application", .kind = application},
    DossierSlot{.prefix = "declaration", .kind = declaration},
    DossierSlot{.prefix = "verification", .kind = verification},
    DossierSlot{.prefix = "introducer_1", .kind = introduction, .nth = 0},
    DossierSlot{.prefix = "introducer_2", .kind = introduction, .nth = 1},
    DossierSlot{.prefix = "youth_union", .kind = introduction, .by = Introducer::youth_union},
    DossierSlot{.prefix = "trade_union", .kind = introduction, .by = Introducer::trade_union},
    DossierSlot{.prefix = "opinions", .kind = opinions, .about = Matter::admission},
    DossierSlot{.prefix = "consent", .kind = consent},
    DossierSlot{.prefix = "cell_vote", .kind = cell_vote, .about = Matter::admission},
    DossierSlot{.prefix = "appraisal", .kind = appraisal, .about = Matter::admission},
    DossierSlot{.prefix = "committee_vote", .kind = committee_vote, .about = Matter::admission},
    DossierSlot{.prefix = "extension", .kind = extension, .about = Matter::admission},
    DossierSlot{.prefix = "decision", .kind = decision, .about = Matter::admission},
    DossierSlot{.prefix = "ceremony", .kind = ceremony},
    DossierSlot{.prefix = "helper", .kind = helper},
    DossierSlot{.prefix = "member_declaration", .kind = member_declaration},
    DossierSlot{.prefix = "new_member_certificate", .kind = certificate, .certificate = CertificateKind::new_member},
    DossierSlot{.prefix = "self_review", .kind = self_review},
    DossierSlot{.prefix = "helper_remarks", .kind = helper_remarks},
    DossierSlot{.prefix = "recognition_opinions", .kind = opinions, .about = Matter::recognition},
    DossierSlot{.prefix = "recognition_vote", .kind = cell_vote, .about = Matter::recognition},
    DossierSlot{.prefix = "recognition_appraisal", .kind = appraisal, .about = Matter::recognition},
    DossierSlot{.prefix = "recognition_committee", .kind = committee_vote, .about = Matter::recognition},
    DossierSlot{.prefix = "recognition_extension", .kind = extension, .about = Matter::recognition},
    DossierSlot{.prefix = "recognition", .kind = decision, .about = Matter::recognition},
    DossierSlot{.prefix = "removal", .kind = removal},
};

SlotColumns columns_of_slot(const DossierSlot& slot)
{
    auto place = [&](std::string_view part) {
        return column_index(dossier_columns(), std::string(slot.prefix).append("_").append(part));
    };
    SlotColumns columns{.on = place("on"),
                        .number = place("number"),
                        .issuer = place("issuer"),
                        .received = place("received"),
                        .name = place("name"),
                        .is_official = {},
                        .months = place("months"),
                        .kind = place("kind"),
                        .official = {},
                        .excluded = place("excluded"),
                        .present = place("present"),
                        .in_favour = place("for"),
                        .against = place("against"),
                        .members = place("members"),
                        .decides = place("decides")};
    // "official" is a count of a cell's vote, else whether somebody is an official member.
    (slot.kind == cell_vote ? columns.official : columns.is_official) = place("official");
    return columns;
}

} // namespace

std::span<const DossierSlot> dossier_slots() { return slots; }

std::vector<std::size_t> SlotColumns::all() const
{
    std::vector<std::size_t> columns;
    for (const auto& column : {on, number, issuer, received, name, is_official, months, kind, official, excluded,
                               present, in_favour, against, members, decides})
        if (column)
            columns.push_back(*column);
    return columns;
}

std::span<const SlotColumns> dossier_slot_columns()
{
    static const auto places = [] {
        std::array<SlotColumns, slots.size()> found;
        std::ranges::transform(slots, found.begin(), columns_of_slot);
        return found;
    }();
    return places;
}

bool belongs(const DossierSlot& slot, const RecordedAct& act, std::optional<Date> ceremony)
{
    if (act.side || act.act.kind != slot.kind)
        return false;
    if (slot.kind == ActKind::opinions)
        return (slot.about == Matter::recognition) == (ceremony && act.act.on > *ceremony);
    if (slot.kind == ActKind::certificate)
        return act.act.certificate == slot.certificate;
    if (slot.kind == ActKind::introduction)
        return act.act.by == slot.by;
    return slot.kind == ActKind::removal || !slot.about || act.act.about == slot.about;
}

std::optional<Date> ceremony_day(std::span<const RecordedAct> acts)
{
    std::optional<Date> day;
    for (const auto& act : acts)
        if (!act.side && act.act.kind == ActKind::ceremony && (!day || *day < act.act.on))
            day = act.act.on;
    return day;
}

std::vector<const RecordedAct*> acts_in_slots(std::span<const RecordedAct> acts)
{
    auto ceremony = ceremony_day(acts);
    std::vector<const RecordedAct*> shown;
    for (const auto& slot : slots) {
        std::vector<const RecordedAct*> found;
        for (const auto& act : acts)
            if (belongs(slot, act, ceremony))
                found.push_back(&act);
        std::ranges::stable_sort(found, {}, [](const RecordedAct* act) { return act->act.on; });
        constexpr std::size_t introducers = 2;
        bool has_two = slot.kind == ActKind::introduction && slot.by == Introducer::member;
        auto first = found.size() - std::min(found.size(), has_two ? introducers : 1);
        shown.push_back(first + slot.nth < found.size() ? found[first + slot.nth] : nullptr);
    }
    return shown;
}

} // namespace phusa
