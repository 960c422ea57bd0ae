#include "web/api/api.hpp"

#include "base/text.hpp"
#include "web/http/header_value.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace phusa::web
{

namespace
{

// One value of a body as the text that a form would have sent; nullopt for a list or an object.
std::optional<std::string> text_of(const boost::json::value& value)
{
    switch (value.kind()) {
    case boost::json::kind::null:
        return std::string();
    case boost::json::kind::string:
        return std::string(value.get_string());
    case boost::json::kind::bool_:
    case boost::json::kind::int64:
    case boost::json::kind::uint64:
    case boost::json::kind::double_:
        return boost::json::serialize(value);
    case boost::json::kind::array:
    case boost::json::kind::object:
        return std::nullopt;
    }
    std::unreachable();
}

} // namespace

void add_api(Site& site, Method method, std::string pattern, Operation operation, PageHandler handler)
{
    site.api().add({.method = method, .pattern = pattern, .operation = std::move(operation)});
    site.add({.method = method, .pattern = std::move(pattern), .access = Access::token, .handler = {}},
             std::move(handler));
}

Result<Fields> read_json(const Request& request, const std::vector<std::string_view>& known)
{
    if (media_type(request.header("content-type").value_or("")) != "application/json")
        return problem(Problem::Kind::invalid, "The body must be JSON: Content-Type: application/json.");
    boost::system::error_code error;
    auto body = boost::json::parse({request.body().data(), request.body().size()}, error);
    if (error || !body.is_object())
        return problem(Problem::Kind::invalid, "The body must be one JSON object.");
    Fields fields;
    for (const auto& [key, value] : body.get_object()) {
        std::string name(key);
        if (std::ranges::find(known, name) == known.end())
            return invalid(name, fmt::format("Unknown key \"{}\".", name));
        auto text = text_of(value);
        if (!text || !is_valid_utf8(*text) || text->contains('\0'))
            return invalid(name, fmt::format("\"{}\" must be a text, a number or true or false.", name));
        if (!value.is_null())
            fields.add(name, *text);
    }
    return fields;
}

Result<std::size_t> rows_asked(const Request& request)
{
    auto text = request.query.text("limit");
    if (text.empty())
        return limit::page_rows;
    std::size_t rows = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rows);
    if (error != std::errc() || end != text.data() + text.size() || rows == 0 || rows > limit::api_page_rows_max)
        return invalid("limit", fmt::format("\"limit\" must be 1 to {}.", limit::api_page_rows_max));
    return rows;
}

} // namespace phusa::web
