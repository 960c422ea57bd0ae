#include "app/rulebooks/kept.hpp"

#include "rules/rulebook_addition.hpp"
#include "storage/settings.hpp"

#include <boost/json.hpp>

#include <stdexcept>

namespace phusa
{

namespace
{

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::string_view settings_key = "rulebooks";

std::string text_in(const object& from, std::string_view key) { return std::string(from.at(key).as_string()); }

object written(const Deed& deed) { return {{"at", iso_time(deed.at)}, {"by", deed.by}, {"reason", deed.reason}}; }

value written(const std::optional<Deed>& deed) { return deed ? value(written(*deed)) : value(nullptr); }

Deed read_deed(const value& from)
{
    const auto& fields = from.as_object();
    return {
        .at = time_from_iso(text_in(fields, "at")), .by = text_in(fields, "by"), .reason = text_in(fields, "reason")};
}

std::optional<Deed> read_deed_if_any(const value& from)
{
    return from.is_null() ? std::nullopt : std::optional(read_deed(from));
}

object written(const KeptSetting& kept)
{
    array values;
    for (const auto& each : kept.setting.values)
        values.push_back(object{{"key", each.key}, {"value", each.value}});
    return {{"number", kept.number},
            {"regulation", kept.setting.regulation},
            {"rule", kept.setting.rule ? value(key_of(*kept.setting.rule)) : value(nullptr)},
            {"values", std::move(values)},
            {"was", kept.was},
            {"set", written(kept.set)},
            {"taken_back", written(kept.taken_back)}};
}

KeptSetting read_setting(const object& from)
{
    KeptSetting kept{.number = from.at("number").as_int64(),
                     .setting = {.regulation = text_in(from, "regulation"), .note = {}},
                     .was = text_in(from, "was"),
                     .set = read_deed(from.at("set")),
                     .taken_back = read_deed_if_any(from.at("taken_back"))};
    kept.setting.note = kept.set.reason;
    if (!from.at("rule").is_null()) {
        kept.setting.rule = rule(text_in(from, "rule"));
        if (!kept.setting.rule)
            throw std::runtime_error("Trị số đã đặt nói về một quy tắc mà phần mềm này không biết.");
    }
    for (const auto& each : from.at("values").as_array())
        kept.setting.values.push_back({text_in(each.as_object(), "key"), text_in(each.as_object(), "value")});
    return kept;
}

object written(const KeptRulebook& kept)
{
    return {{"number", kept.number},
            {"text", kept.text},
            {"drafted", written(kept.drafted)},
            {"adopted", written(kept.adopted)},
            {"removed", written(kept.removed)}};
}

KeptRulebook read_rulebook(const object& from)
{
    return {.number = text_in(from, "number"),
            .text = text_in(from, "text"),
            .drafted = read_deed(from.at("drafted")),
            .adopted = read_deed_if_any(from.at("adopted")),
            .removed = read_deed_if_any(from.at("removed"))};
}

} // namespace

std::string kept_rules_text(storage::Session& session)
{
    return storage::setting(session, settings_key).value_or(std::string());
}

KeptRules read_kept_rules(std::string_view text)
{
    KeptRules kept;
    if (text.empty())
        return kept;
    auto parsed = boost::json::parse({text.data(), text.size()});
    for (const auto& each : parsed.at("settings").as_array())
        kept.settings.push_back(read_setting(each.as_object()));
    for (const auto& each : parsed.at("added").as_array())
        kept.added.push_back(read_rulebook(each.as_object()));
    return kept;
}

void keep_rules(storage::Transaction& transaction, const KeptRules& kept)
{
    array settings;
    for (const auto& each : kept.settings)
        settings.push_back(written(each));
    array added;
    for (const auto& each : kept.added)
        added.push_back(written(each));
    storage::set_setting(
        transaction, settings_key,
        boost::json::serialize(object{{"settings", std::move(settings)}, {"added", std::move(added)}}));
}

Rulebooks rulebooks_with(const KeptRules& kept, std::vector<std::int64_t>* unfit)
{
    auto books = shipped_rulebooks();
    for (const auto& each : kept.added)
        if (each.is_adopted())
            if (auto book = read_added_rulebook(each.text, books))
                books.add(std::move(*book));
    for (const auto& each : kept.settings)
        if (!each.taken_back && !books.apply(each.setting) && unfit)
            unfit->push_back(each.number);
    return books;
}

} // namespace phusa
