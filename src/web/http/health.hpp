#pragma once

#include "web/http/metrics.hpp"
#include "web/http/router.hpp"

#include <functional>
#include <string>
#include <vector>

namespace phusa::web
{

// One thing without which the site cannot serve: the database answers, its tables are up to date, the disk has room.
struct ReadyCheck {
    std::string name;               // "database": shown to whoever asks
    std::function<bool()> is_ready; // quick; an exception means no
};

// GET /healthz: the program runs. GET /readyz: every check holds, else 503 with the names of those that do not.
// GET /metrics: for loopback peers, or with the metrics token. `metrics` must outlive the router.
void add_health_routes(Router& router, const Metrics& metrics, std::vector<ReadyCheck> checks);

} // namespace phusa::web
