#include "app/rulebook_settings.hpp"

#include "rules/rulebook.hpp"

#include <boost/json.hpp>

#include <stdexcept>

namespace phusa
{

namespace
{

std::string text_in(const boost::json::object& object, std::string_view key)
{
    return std::string(object.at(key).as_string());
}

} // namespace

std::vector<RuleSetting> read_rule_settings(std::string_view json)
{
    std::vector<RuleSetting> settings;
    if (json.empty())
        return settings;
    auto parsed = boost::json::parse(json);
    for (const auto& value : parsed.as_array()) {
        const auto& object = value.as_object();
        auto found = rule(text_in(object, "rule"));
        if (!found)
            throw std::runtime_error("Trị số đã đặt nói về một quy tắc mà phần mềm này không biết.");
        settings.push_back({.regulation = text_in(object, "regulation"),
                            .rule = *found,
                            .key = text_in(object, "key"),
                            .value = text_in(object, "value"),
                            .note = text_in(object, "note")});
    }
    return settings;
}

std::string written_rule_settings(const std::vector<RuleSetting>& settings)
{
    boost::json::array array;
    for (const auto& setting : settings)
        array.push_back(boost::json::object{{"regulation", setting.regulation},
                                            {"rule", key_of(setting.rule)},
                                            {"key", setting.key},
                                            {"value", setting.value},
                                            {"note", setting.note}});
    return boost::json::serialize(array);
}

Rulebooks rulebooks_with(std::string_view json)
{
    auto books = shipped_rulebooks();
    for (const auto& setting : read_rule_settings(json))
        if (auto applied = books.apply(setting); !applied)
            throw std::runtime_error(applied.error().message);
    return books;
}

} // namespace phusa
