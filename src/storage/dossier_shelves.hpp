#pragma once

#include "domain/dossier_move.hpp"
#include "domain/recorded_act.hpp"
#include "storage/sql/shelf.hpp"

namespace phusa::storage
{

// A version of a dossier as its row has it: what is sealed lies in one text.
struct DossierRow {
    DossierId id;
    std::int64_t version = 0;
    PersonId person;
    OrganisationId cell;
    Date opened;
    bool is_citizen = true;
    Area area = Area::ordinary;
    bool village_elder = false;
    bool youth_union_member = false;
    bool youth_union_available = true;
    std::optional<Date> left = {};
    std::optional<LeavingCause> cause = {};
    std::optional<Date> expunged = {};
    int times = 1;
    std::optional<Date> closed = {};
    std::optional<ClosingCause> closing_cause = {};
    std::string sealed = {}; // hex, or empty
    AuditNumber recorded = {};
};

// The same for an act.
struct ActRow : RecordedAct {
    std::string sealed = {}; // hex, or empty
};

template<>
struct Shelf<DossierRow> {
    static constexpr std::string_view table = "dossier";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "dossier_version";

    template<typename D, typename Visit>
    static void fields(D& dossier, Visit&& visit)
    {
        visit("id", dossier.id);
        visit("person_id", dossier.person);
        visit("cell_id", dossier.cell);
        visit("opened_on", dossier.opened);
        visit("is_citizen", dossier.is_citizen);
        visit("area", dossier.area);
        visit("village_elder", dossier.village_elder);
        visit("youth_union_member", dossier.youth_union_member);
        visit("youth_union_available", dossier.youth_union_available);
        visit("left_on", dossier.left);
        visit("left_cause", dossier.cause);
        visit("expunged_on", dossier.expunged);
        visit("times", dossier.times);
        visit("closed_on", dossier.closed);
        visit("closing_cause", dossier.closing_cause);
        visit("sealed", dossier.sealed);
    }
    template<typename Visit>
    static void derived(const DossierRow&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(DossierRow&, Visit&&)
    {
    }
};

// What the judge and the lists read: all but what is sealed. Only for reading.
template<>
struct Shelf<RecordedAct> {
    static constexpr std::string_view table = "dossier_act";
    static constexpr std::string_view joined = "";

    template<typename R, typename Visit>
    static void fields(R& act, Visit&& visit)
    {
        visit("id", act.id);
        visit("dossier_id", act.dossier);
        visit("side", act.side);
        visit_judged(act.act, visit);
        visit("paper_number", act.paper.number);
        visit("paper_on", act.paper.on);
        visit("paper_issuer", act.paper.issuer);
        visit("who_id", act.who);
        visit("concerns_id", act.concerns);
        visit("is_past_fact", act.is_past_fact);
        visit("made_id", act.made);
    }
    template<typename A, typename Visit>
    static void visit_judged(A& act, Visit&& visit)
    {
        visit("kind", act.kind);
        visit("on_day", act.on);
        visit("about", act.about);
        visit("certificate", act.certificate);
        visit("consent", act.consent);
        visit("introducer", act.by);
        visit("stage", act.stage);
        visit("official", act.official);
        visit("replaces", act.replaces);
        visit("shared_months", act.shared_months);
        visit("cell_official", act.cell.official);
        visit("cell_excluded", act.cell.excluded);
        visit("cell_present", act.cell.present);
        visit("cell_in_favour", act.cell.in_favour);
        visit("cell_against", act.cell.against);
        visit("committee_members", act.committee.members);
        visit("committee_in_favour", act.committee.in_favour);
        visit("committee_decides", act.committee.decides);
        visit("received_on", act.received);
    }
    template<typename Visit>
    static void extra(RecordedAct&, Visit&&)
    {
    }
};

template<>
struct Shelf<ActRow> {
    static constexpr std::string_view table = Shelf<RecordedAct>::table;
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "dossier_act_version";

    template<typename R, typename Visit>
    static void fields(R& row, Visit&& visit)
    {
        Shelf<RecordedAct>::fields(row, visit);
        visit("sealed", row.sealed);
    }
    template<typename Visit>
    static void derived(const ActRow&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(ActRow&, Visit&&)
    {
    }
};

template<>
struct Shelf<DossierMove> {
    static constexpr std::string_view table = "dossier_move";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "dossier_move_version";

    template<typename M, typename Visit>
    static void fields(M& move, Visit&& visit)
    {
        visit("id", move.id);
        visit("dossier_id", move.dossier);
        visit("from_id", move.from);
        visit("to_id", move.to);
        visit("stage", move.stage);
        visit("sent_on", move.sent);
        visit("certificate_number", move.certificate.number);
        visit("certificate_on", move.certificate.on);
        visit("certificate_issuer", move.certificate.issuer);
        visit("note", move.note);
        visit("accepted_on", move.accepted);
        visit("taken_back_on", move.taken_back);
    }
    template<typename Visit>
    static void derived(const DossierMove&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(DossierMove&, Visit&&)
    {
    }
};

} // namespace phusa::storage
