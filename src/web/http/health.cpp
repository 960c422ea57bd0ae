#include "web/http/health.hpp"

#include <spdlog/spdlog.h>

namespace phusa::web
{

namespace
{

bool holds(const ReadyCheck& check)
{
    try {
        return check.is_ready();
    } catch (const std::exception&) {
        spdlog::warn("not ready: {} was stopped by an exception", check.name);
        return false;
    }
}

Response readiness(const std::vector<ReadyCheck>& checks)
{
    std::string failed;
    for (const auto& check : checks)
        if (!holds(check))
            failed += check.name + "\n";
    return failed.empty() ? text("ready\n") : text(std::move(failed), 503);
}

Response metrics_text(const Metrics& metrics)
{
    auto response = text(metrics.text());
    response.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return response;
}

} // namespace

void add_health_routes(Router& router, const Metrics& metrics, std::vector<ReadyCheck> checks)
{
    router.get("/healthz", Access::open, [](const Request&) { return text("ok\n"); });
    router.get("/readyz", Access::open, [checks = std::move(checks)](const Request&) { return readiness(checks); });
    router.get("/metrics", Access::machine, [&metrics](const Request&) { return metrics_text(metrics); });
}

} // namespace phusa::web
