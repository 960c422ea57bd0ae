#include "cli/route_list.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

#include <utility>

namespace phusa
{

namespace
{

std::string_view key_of(web::Access access)
{
    switch (access) {
    case web::Access::open:
        return "open";
    case web::Access::signed_in:
        return "signed_in";
    case web::Access::token:
        return "token";
    case web::Access::machine:
        return "machine";
    }
    std::unreachable();
}

} // namespace

std::string routes_as_json(const web::Router& router)
{
    boost::json::array routes;
    for (const auto& route : router.routes()) {
        boost::json::array parameters;
        for (const auto& parameter : route->parameters)
            parameters.push_back({{"name", parameter.name}, {"noun", parameter.noun}});
        routes.push_back({{"method", web::name_of(route->method)},
                          {"pattern", route->pattern},
                          {"access", key_of(route->access)},
                          {"parameters", std::move(parameters)}});
    }
    return boost::json::serialize(boost::json::object{{"routes", std::move(routes)}});
}

std::string routes_as_text(const web::Router& router)
{
    std::string lines;
    for (const auto& route : router.routes())
        lines += fmt::format("{:6} {} ({})\n", web::name_of(route->method), route->pattern, key_of(route->access));
    if (!lines.empty())
        lines.pop_back();
    return lines;
}

} // namespace phusa
