#include "storage/dossier_sealing.hpp"

#include "base/sealing.hpp"
#include "storage/person_keys.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

namespace json = boost::json;

void put(json::object& object, std::string_view key, const std::string& text)
{
    if (!text.empty())
        object.emplace(key, text);
}

void put(json::object& object, std::string_view key, const std::optional<Date>& day)
{
    if (day)
        object.emplace(key, day->iso());
}

template<typename Number>
void put_number(json::object& object, std::string_view key, Number number)
{
    if (static_cast<std::int64_t>(number) != 0)
        object.emplace(key, static_cast<std::int64_t>(number));
}

std::string text_in(const json::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value ? std::string(value->as_string()) : std::string();
}

std::optional<Date> day_in(const json::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value ? Date::from_iso(value->as_string()) : std::nullopt;
}

std::int64_t number_in(const json::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value ? value->as_int64() : 0;
}

template<typename Enum>
std::optional<Enum> enum_in(const json::object& object, std::string_view key)
{
    auto number = number_in(object, key);
    return number == 0 ? std::nullopt : std::optional(static_cast<Enum>(number));
}

template<typename Take>
void each_in(const json::object& object, std::string_view key, Take take)
{
    if (const auto* list = object.if_contains(key))
        for (const auto& item : list->as_array())
            take(item.as_object());
}

json::object object_of(const Paper& paper)
{
    json::object object;
    put(object, "number", paper.number);
    put(object, "on", paper.on);
    put(object, "issuer", paper.issuer);
    return object;
}

Paper paper_in(const json::object& object)
{
    return {.number = text_in(object, "number"), .on = day_in(object, "on"), .issuer = text_in(object, "issuer")};
}

json::object object_of(const VerificationLetter& letter)
{
    json::object object;
    put_number(object, "relation", letter.relation);
    put(object, "name", letter.name);
    put(object, "asked", letter.asked);
    put(object, "sent", letter.sent);
    put(object, "answered", letter.answered);
    if (letter.left_out)
        put_number(object, "left_out", *letter.left_out);
    return object;
}

VerificationLetter letter_in(const json::object& object)
{
    return {.relation = static_cast<Relation>(number_in(object, "relation")),
            .name = text_in(object, "name"),
            .asked = text_in(object, "asked"),
            .sent = day_in(object, "sent"),
            .answered = day_in(object, "answered"),
            .left_out = enum_in<LeftOut>(object, "left_out")};
}

json::object object_of(const RollEntry& entry)
{
    json::object object{{"member", entry.member.value}};
    put_number(object, "present", entry.present);
    if (entry.excuse)
        put_number(object, "excuse", *entry.excuse);
    return object;
}

json::object object_of(const VoteRecord& vote)
{
    json::object object;
    json::array roll;
    for (const auto& entry : vote.roll)
        roll.push_back(object_of(entry));
    if (!roll.empty())
        object.emplace("roll", std::move(roll));
    put_number(object, "issued", vote.slips.issued);
    put_number(object, "collected", vote.slips.collected);
    put_number(object, "invalid", vote.slips.invalid);
    put(object, "chair", vote.chair);
    put(object, "secretary", vote.secretary);
    return object;
}

VoteRecord vote_in(const json::object& object)
{
    VoteRecord vote{.roll = {},
                    .slips = {.issued = static_cast<int>(number_in(object, "issued")),
                              .collected = static_cast<int>(number_in(object, "collected")),
                              .invalid = static_cast<int>(number_in(object, "invalid"))},
                    .chair = text_in(object, "chair"),
                    .secretary = text_in(object, "secretary")};
    each_in(object, "roll", [&](const json::object& entry) {
        vote.roll.push_back({.member = PersonId(number_in(entry, "member")),
                             .present = number_in(entry, "present") != 0,
                             .excuse = enum_in<Excuse>(entry, "excuse")});
    });
    return vote;
}

std::string sealed_hex(Transaction& transaction, PersonId person, const json::object& object,
                       const std::string& context)
{
    if (object.empty())
        return {};
    return to_hex(seal_for_person(transaction, person, json::serialize(object), context));
}

std::optional<json::object> opened(Session& session, PersonId person, std::string_view sealed,
                                   const std::string& context)
{
    auto bytes = sealed.empty() ? std::nullopt : from_hex(sealed);
    auto plain = bytes ? open_for_person(session, person, *bytes, context) : std::nullopt;
    return plain ? std::optional(json::parse(*plain).as_object()) : std::nullopt;
}

std::string context_of(const Dossier& dossier) { return fmt::format("dossier:{}", dossier.id.value); }
std::string context_of(const DossierMove& move) { return fmt::format("dossier_move:{}", move.id.value); }
std::string context_of(const RecordedAct& act) { return fmt::format("dossier_act:{}", act.id.value); }

} // namespace

std::string sealed_of(Transaction& transaction, const Dossier& dossier)
{
    json::object object;
    json::array regimes;
    for (const auto& each : dossier.regimes)
        regimes.push_back(
            json::object{{"regime", static_cast<std::int64_t>(each.regime)}, {"consent", object_of(each.consent)}});
    if (!regimes.empty())
        object.emplace("regimes", std::move(regimes));
    if (dossier.closed)
        put(object, "closing_note", dossier.closed->note);
    return sealed_hex(transaction, dossier.person, object, context_of(dossier));
}

void unseal(Session& session, std::string_view sealed, Dossier& dossier)
{
    auto object = opened(session, dossier.person, sealed, context_of(dossier));
    if (!object)
        return;
    each_in(*object, "regimes", [&](const json::object& each) {
        dossier.regimes.push_back({.regime = static_cast<SpecialRegime>(number_in(each, "regime")),
                                   .consent = paper_in(each.at("consent").as_object())});
    });
    if (dossier.closed)
        dossier.closed->note = text_in(*object, "closing_note");
}

std::string sealed_of(Transaction& transaction, const RecordedAct& act, PersonId person)
{
    json::object object;
    put(object, "who_name", act.who_name);
    put(object, "note", act.note);
    put(object, "past_reason", act.past_reason);
    json::array letters;
    for (const auto& letter : act.letters)
        letters.push_back(object_of(letter));
    if (!letters.empty())
        object.emplace("letters", std::move(letters));
    if (auto vote = object_of(act.vote); !vote.empty())
        object.emplace("vote", std::move(vote));
    return sealed_hex(transaction, person, object, context_of(act));
}

void unseal(Session& session, std::string_view sealed, PersonId person, RecordedAct& act)
{
    auto object = opened(session, person, sealed, context_of(act));
    if (!object)
        return;
    act.who_name = text_in(*object, "who_name");
    act.note = text_in(*object, "note");
    act.past_reason = text_in(*object, "past_reason");
    each_in(*object, "letters", [&](const json::object& letter) { act.letters.push_back(letter_in(letter)); });
    if (const auto* vote = object->if_contains("vote"))
        act.vote = vote_in(vote->as_object());
}

std::string sealed_of(Transaction& transaction, const DossierMove& move, PersonId person)
{
    json::object object;
    put(object, "note", move.note);
    return sealed_hex(transaction, person, object, context_of(move));
}

void unseal(Session& session, std::string_view sealed, PersonId person, DossierMove& move)
{
    auto object = opened(session, person, sealed, context_of(move));
    move.note = object ? text_in(*object, "note") : std::string();
}

} // namespace phusa::storage
