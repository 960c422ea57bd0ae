#include "app/judging/act_json.hpp"

#include "app/judging/json_object.hpp"

#include <array>
#include <vector>

namespace phusa
{

namespace
{

Result<CellBallot> read_cell_ballot(const JsonObject& object)
{
    return CellBallot{
        .official = TRY(object.number("official")),
        .excluded = TRY(object.number_or("excluded", 0)),
        .present = TRY(object.number("present")),
        .in_favour = TRY(object.number("for")),
        .against = TRY(object.number("against")),
    };
}

Result<CommitteeBallot> read_committee_ballot(const JsonObject& object)
{
    return CommitteeBallot{
        .members = TRY(object.number("members")),
        .in_favour = TRY(object.number("for")),
        .decides = TRY(object.truth_or("decides", false)),
    };
}

Result<void> read_introduction(const JsonObject& object, Act& act)
{
    act.by = TRY(object.one_of("by", introducer));
    act.official = TRY(object.truth_or("official", false));
    act.shared_months = TRY(object.number_or("shared_months", 0));
    act.replaces = TRY(object.truth_or("replaces", false));
    return {};
}

Result<void> read_about(const JsonObject& object, Act& act)
{
    act.about = TRY(object.one_of("about", matter));
    return {};
}

Result<void> read_decision(const JsonObject& object, Act& act)
{
    TRY_DO(read_about(object, act));
    act.received = TRY(object.date_or_null("received"));
    return {};
}

Result<void> read_vote(const JsonObject& object, Act& act)
{
    TRY_DO(read_about(object, act));
    if (act.kind == ActKind::cell_vote)
        act.cell = TRY(read_cell_ballot(object));
    else
        act.committee = TRY(read_committee_ballot(object));
    return {};
}

// All that an act of some kind can have.
constexpr std::array<std::string_view, 16> all_keys = {
    "act",           "on",       "kind",    "by",  "about",   "stage",   "official", "replaces",
    "shared_months", "excluded", "present", "for", "against", "members", "decides",  "received"};

// What an act of this kind has beside "act" and "on".
std::vector<std::string_view> keys_of(ActKind kind)
{
    switch (kind) {
    case ActKind::certificate:
    case ActKind::consent:
        return {"kind"};
    case ActKind::introduction:
        return {"by", "official", "shared_months", "replaces"};
    case ActKind::cell_vote:
        return {"about", "official", "excluded", "present", "for", "against"};
    case ActKind::committee_vote:
        return {"about", "members", "for", "decides"};
    case ActKind::decision:
        return {"about", "received"};
    case ActKind::appraisal:
    case ActKind::extension:
    case ActKind::redo:
        return {"about"};
    case ActKind::helper:
        return {"official"};
    case ActKind::transfer:
        return {"stage"};
    default:
        return {};
    }
}

// What an act has beside its name and day.
Result<void> read_details(const JsonObject& object, Act& act)
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
    TRY_DO(object.only(all_keys));
    Act act;
    act.kind = TRY(object.one_of("act", act_kind));
    auto keys = keys_of(act.kind);
    keys.insert(keys.end(), {"act", "on"});
    TRY_DO(object.only(keys));
    act.on = TRY(object.date("on"));
    TRY_DO(read_details(object, act));
    return act;
}

} // namespace phusa
