#include "web/http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <fstream>
#include <unistd.h>

namespace phusa::web
{

namespace
{

const prometheus::Histogram::BucketBoundaries seconds{0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};

double resident_bytes()
{
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

} // namespace

struct Metrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("phusa_http_requests_total")
                                                            .Help("Requests answered, by route and status")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& times = prometheus::BuildHistogram()
                                                           .Name("phusa_http_request_seconds")
                                                           .Help("Time to answer, without sending, by route")
                                                           .Register(registry);
    prometheus::Gauge& connections =
        prometheus::BuildGauge().Name("phusa_http_connections").Help("Open connections").Register(registry).Add({});
    prometheus::Gauge& resident = prometheus::BuildGauge()
                                      .Name("process_resident_memory_bytes")
                                      .Help("Resident memory")
                                      .Register(registry)
                                      .Add({});
    prometheus::Gauge& start = prometheus::BuildGauge()
                                   .Name("process_start_time_seconds")
                                   .Help("When the server started, in seconds since 1970")
                                   .Register(registry)
                                   .Add({});
};

Metrics::Metrics() : families_(std::make_unique<Families>()) { families_->start.SetToCurrentTime(); }

Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view method, std::string_view pattern, int status,
                            std::chrono::nanoseconds time)
{
    std::string route(pattern);
    families_->requests.Add({{"method", std::string(method)}, {"route", route}, {"status", std::to_string(status)}})
        .Increment();
    families_->times.Add({{"route", route}}, seconds).Observe(std::chrono::duration<double>(time).count());
}

void Metrics::connections_are(std::size_t count) { families_->connections.Set(static_cast<double>(count)); }

std::string Metrics::text() const
{
    families_->resident.Set(resident_bytes());
    return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

} // namespace phusa::web
