#include "web/http/router.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace phusa::web
{

// What may follow one part of a path: words by name, or one parameter of any text.
struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
    std::unique_ptr<Node> parameter;
    std::vector<const Route*> routes; // that end here, one per method

    const Route* of(Method method) const
    {
        auto found = std::ranges::find(routes, method, &Route::method);
        return found == routes.end() ? nullptr : *found;
    }

    const Node* find(std::string_view path, std::vector<std::string_view>& values) const;
};

namespace
{

// "/nguoi/7" -> "nguoi", and leaves "/7".
std::string_view take_segment(std::string_view& path)
{
    path.remove_prefix(1);
    auto segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

Route::Parameter read_parameter(std::string_view segment)
{
    segment = segment.substr(1, segment.size() - 2);
    auto colon = std::min(segment.find(':'), segment.size());
    Route::Parameter parameter{.name = std::string(segment.substr(0, colon)),
                               .noun = std::string(segment.substr(std::min(colon + 1, segment.size())))};
    // The generated test of foreign ids must know what every id names.
    assert(!parameter.name.empty() && (parameter.name != "id" || !parameter.noun.empty()));
    return parameter;
}

} // namespace

const Router::Node* Router::Node::find(std::string_view path, std::vector<std::string_view>& values) const
{
    if (path.empty())
        return routes.empty() ? nullptr : this;
    auto segment = take_segment(path);
    if (auto word = words.find(segment); word != words.end())
        if (const auto* found = word->second->find(path, values))
            return found;
    if (!parameter || segment.empty())
        return nullptr;
    values.push_back(segment);
    if (const auto* found = parameter->find(path, values))
        return found;
    values.pop_back();
    return nullptr;
}

Router::Router() : root_(std::make_unique<Node>()) {}
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;
Router::~Router() = default;

Route& Router::get(std::string pattern, Access access, Handler handler)
{
    return add({.method = Method::get, .pattern = std::move(pattern), .access = access, .handler = std::move(handler)});
}

Route& Router::post(std::string pattern, Access access, Handler handler)
{
    return add(
        {.method = Method::post, .pattern = std::move(pattern), .access = access, .handler = std::move(handler)});
}

Route& Router::put(std::string pattern, Access access, Handler handler)
{
    return add({.method = Method::put, .pattern = std::move(pattern), .access = access, .handler = std::move(handler)});
}

Route& Router::patch(std::string pattern, Access access, Handler handler)
{
    return add(
        {.method = Method::patch, .pattern = std::move(pattern), .access = access, .handler = std::move(handler)});
}

Route& Router::del(std::string pattern, Access access, Handler handler)
{
    return add({.method = Method::del, .pattern = std::move(pattern), .access = access, .handler = std::move(handler)});
}

Route& Router::add(Route route)
{
    assert(route.pattern.starts_with('/') && route.handler);
    auto owned = std::make_unique<Route>(std::move(route));
    auto* node = root_.get();
    for (std::string_view rest = owned->pattern; !rest.empty();) {
        auto segment = take_segment(rest);
        auto is_named = is_parameter(segment);
        auto& next = is_named ? node->parameter : node->words[std::string(segment)];
        if (is_named)
            owned->parameters.push_back(read_parameter(segment));
        if (!next)
            next = std::make_unique<Node>();
        node = next.get();
    }
    assert(!node->of(owned->method));
    node->routes.push_back(owned.get());
    routes_.push_back(std::move(owned));
    return *routes_.back();
}

std::variant<Router::Match, Router::WrongMethod, Router::Unknown> Router::find(Method method,
                                                                               std::string_view path) const
{
    std::vector<std::string_view> values;
    const auto* node = path.starts_with('/') ? root_->find(path, values) : nullptr;
    if (!node)
        return Unknown{};
    const auto* route = node->of(method == Method::head ? Method::get : method);
    if (!route) {
        WrongMethod wrong;
        for (const auto* other : node->routes) {
            wrong.allow += wrong.allow.empty() ? "" : ", ";
            wrong.allow += other->method == Method::get ? "GET, HEAD" : name_of(other->method);
        }
        return wrong;
    }
    Match match{.route = route, .parameters = {}};
    for (std::size_t i = 0; i < values.size(); ++i)
        match.parameters.add(route->parameters[i].name, std::string(values[i]));
    return match;
}

} // namespace phusa::web
