#pragma once

#include "domain/audit_round.hpp"
#include "domain/check_fault.hpp"
#include "storage/sql/shelf.hpp"

namespace phusa::storage
{

template<>
struct Shelf<AuditRound> {
    static constexpr std::string_view table = "audit_round";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "audit_round_version";

    template<typename R, typename Visit>
    static void fields(R& round, Visit&& visit)
    {
        visit("id", round.id);
        visit("unit_id", round.unit);
        visit("name", round.name);
        visit("first_on", round.period.first);
        visit("last_on", round.period.last);
        visit("share", round.share);
        visit("seed", round.seed);
        visit("drawn_on", round.drawn);
        visit("due_on", round.due);
        visit("closed_on", round.closed);
        visit("conclusion", round.conclusion);
    }
    template<typename Visit>
    static void derived(const AuditRound&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(AuditRound&, Visit&&)
    {
    }
};

template<>
struct Shelf<AuditSample> {
    static constexpr std::string_view table = "audit_sample";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "audit_sample_version";

    template<typename S, typename Visit>
    static void fields(S& sample, Visit&& visit)
    {
        visit("id", sample.id);
        visit("round_id", sample.round);
        visit("dossier_id", sample.dossier);
        visit("person_id", sample.person);
        visit("cell_id", sample.cell);
        visit("unit_id", sample.unit);
        visit("tickets", sample.tickets);
        visit("marks", sample.marks);
        visit("checking_id", sample.checking);
        visit("checked_on", sample.checked);
        visit("note", sample.note);
    }
    template<typename Visit>
    static void derived(const AuditSample&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(AuditSample&, Visit&&)
    {
    }
};

template<>
struct Shelf<CheckFault> {
    static constexpr std::string_view table = "check_fault";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "check_fault_version";

    template<typename F, typename Visit>
    static void fields(F& fault, Visit&& visit)
    {
        visit("id", fault.id);
        visit("sample_id", fault.sample);
        visit("round_id", fault.round);
        visit("dossier_id", fault.dossier);
        visit("person_id", fault.person);
        visit("kind", fault.kind);
        visit("severity", fault.severity);
        visit("note", fault.note);
        visit("due_on", fault.due);
        visit("done_on", fault.done);
        visit("done_note", fault.done_note);
        visit("confirmed_on", fault.confirmed);
    }
    template<typename Visit>
    static void derived(const CheckFault&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(CheckFault&, Visit&&)
    {
    }
};

} // namespace phusa::storage
