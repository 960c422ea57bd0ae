#include "app/judging/act_json.hpp"

#include "app/judging/json_object.hpp"

namespace phusa
{

namespace
{

Result<CellBallot> read_cell_ballot(JsonObject& object)
{
    return CellBallot{
        .official = TRY(object.number("official")),
        .excluded = TRY(object.number_or("excluded", 0)),
        .present = TRY(object.number("present")),
        .in_favour = TRY(object.number("for")),
        .against = TRY(object.number("against")),
    };
}

Result<CommitteeBallot> read_committee_ballot(JsonObject& object)
{
    return CommitteeBallot{
        .members = TRY(object.number("members")),
        .in_favour = TRY(object.number("for")),
        .decides = TRY(object.truth_or("decides", false)),
    };
}

Result<void> read_introduction(JsonObject& object, Act& act)
{
    act.by = TRY(object.one_of("by", introducer));
    act.official = TRY(object.truth_or("official", false));
    act.shared_months = TRY(object.number_or("shared_months", 0));
    act.replaces = TRY(object.truth_or("replaces", false));
    return {};
}

Result<void> read_about(JsonObject& object, Act& act)
{
    act.about = TRY(object.one_of("about", matter));
    return {};
}

Result<void> read_decision(JsonObject& object, Act& act)
{
    TRY_DO(read_about(object, act));
    act.received = TRY(object.date_or_null("received"));
    return {};
}

Result<void> read_vote(JsonObject& object, Act& act)
{
    TRY_DO(read_about(object, act));
    if (act.kind == ActKind::cell_vote)
        act.cell = TRY(read_cell_ballot(object));
    else
        act.committee = TRY(read_committee_ballot(object));
    return {};
}

// What an act has beside its name and day.
Result<void> read_details(JsonObject& object, Act& act)
{
    switch (act.kind) {
    case ActKind::certificate:
        act.certificate = TRY(object.one_of("kind", certificate_kind));
        return {};
    case ActKind::consent:
        act.consent = TRY(object.one_of("kind", consent_kind));
        return {};
    case ActKind::introduction:
        return read_introduction(object, act);
    case ActKind::cell_vote:
    case ActKind::committee_vote:
        return read_vote(object, act);
    case ActKind::appraisal:
    case ActKind::extension:
        return read_about(object, act);
    case ActKind::decision:
        return read_decision(object, act);
    case ActKind::helper:
        act.official = TRY(object.truth_or("official", false));
        return {};
    case ActKind::transfer:
        act.stage = TRY(object.one_of("stage", transfer_stage));
        return {};
    case ActKind::redo:
        return object.has("about") ? read_about(object, act) : Result<void>();
    case ActKind::application:
    case ActKind::declaration:
    case ActKind::verification:
    case ActKind::opinions:
    case ActKind::ceremony:
    case ActKind::member_declaration:
    case ActKind::self_review:
    case ActKind::helper_remarks:
    case ActKind::removal:
        return {};
    }
    std::unreachable();
}

} // namespace

Result<Act> read_act(const boost::json::value& value, std::string place)
{
    auto object = TRY(JsonObject::of(value, std::move(place)));
    Act act;
    act.kind = TRY(object.one_of("act", act_kind));
    act.on = TRY(object.date("on"));
    TRY_DO(read_details(object, act));
    TRY_DO(object.finish());
    return act;
}

} // namespace phusa
