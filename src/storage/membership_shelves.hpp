#pragma once

#include "domain/membership.hpp"
#include "storage/sql/shelf.hpp"

namespace phusa::storage
{

template<>
struct Shelf<Admission> {
    static constexpr std::string_view table = "admission";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "admission_version";

    template<typename A, typename Visit>
    static void fields(A& admission, Visit&& visit)
    {
        visit("id", admission.id);
        visit("person_id", admission.person);
        visit("cell_id", admission.cell);
        visit("decided_on", admission.decided_on);
        visit("decision_number", admission.decision_number);
        visit("ceremony_on", admission.ceremony_on);
        visit("born", admission.born);
        visit("sex", admission.sex);
        visit("ethnicity", admission.ethnicity);
        visit("religion", admission.religion);
        visit("occupation", admission.occupation);
        visit("general_education", admission.general_education);
        visit("qualification", admission.qualification);
        visit("academic_title", admission.academic_title);
        visit("youth_union_member", admission.youth_union_member);
        visit("private_owner", admission.private_owner);
        visit("population_policy", admission.population_policy);
        visit("foreign_marriage", admission.foreign_marriage);
        visit("readmission", admission.readmission);
    }
    template<typename Visit>
    static void derived(const Admission& admission, Visit&& visit)
    {
        bool dated = admission.ceremony_on || admission.decided_on;
        visit("counted_on", dated ? std::optional(admission.counted_on()) : std::nullopt);
    }
    template<typename Visit>
    static void extra(Admission&, Visit&&)
    {
    }
};

template<>
struct Shelf<MembershipEvent> {
    static constexpr std::string_view table = "membership_event";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "membership_event_version";

    template<typename E, typename Visit>
    static void fields(E& event, Visit&& visit)
    {
        visit("id", event.id);
        visit("person_id", event.person);
        visit("kind", event.kind);
        visit("on_day", event.on);
        visit("decided_on", event.decided_on);
        visit("decision_number", event.decision_number);
        visit("from_id", event.from);
        visit("to_id", event.to);
        visit("elsewhere", event.elsewhere);
        visit("note", event.note);
    }
    template<typename Visit>
    static void derived(const MembershipEvent&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(MembershipEvent&, Visit&&)
    {
    }
};

} // namespace phusa::storage
