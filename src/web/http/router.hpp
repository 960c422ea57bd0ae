#pragma once

#include "base/limits.hpp"
#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace phusa::web
{

using Handler = std::function<Response(const Request&)>;

// Who may call a route at all. What that person may see there is decided in app/.
enum class Access : std::uint8_t {
    open,      // anybody: signing in, assets, health
    signed_in, // a person with a session
    token,     // a program with a bearer token, or a person with a session
    machine,   // a loopback peer, or the metrics token
};

// One door of the site. Patterns name what each parameter is: "/nguoi/{id:person}/khoa-hoc/{course:course}";
// "{code}" without a noun is text that names no row.
struct Route {
    struct Parameter {
        std::string name;
        std::string noun; // "person"; empty for plain text
    };

    Method method = Method::get;
    std::string pattern;
    Access access = Access::signed_in;
    Handler handler;
    std::size_t body_bytes_max = limit::request_body_bytes_max; // larger where files are uploaded
    std::vector<Parameter> parameters = {};                     // read from the pattern by the Router
};

// Finds the Route of a path. Words of a pattern win over parameters: "/nguoi/moi" before "/nguoi/{id:person}".
// A mistake in a pattern, or two routes for the same door, is a bug and asserts.
class Router
{
public:
    Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;
    ~Router();

    Route& get(std::string pattern, Access access, Handler handler);
    Route& post(std::string pattern, Access access, Handler handler);
    Route& put(std::string pattern, Access access, Handler handler);
    Route& patch(std::string pattern, Access access, Handler handler);
    Route& del(std::string pattern, Access access, Handler handler);
    Route& add(Route route);

    struct Match {
        const Route* route = nullptr;
        Fields parameters;
    };
    // Where the path is known under other methods only.
    struct WrongMethod {
        std::string allow; // "GET, HEAD, POST"
    };
    struct Unknown {
    };
    // HEAD finds the route of GET.
    std::variant<Match, WrongMethod, Unknown> find(Method method, std::string_view path) const;

    // Every route, in the order of registration: what the generated test walks through.
    const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

private:
    struct Node;
    std::vector<std::unique_ptr<Route>> routes_;
    std::unique_ptr<Node> root_;
};

} // namespace phusa::web
