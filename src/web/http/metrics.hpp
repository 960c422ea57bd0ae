#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace phusa::web
{

// Counts for the operator's monitoring, in the Prometheus text format: requests by route pattern and status, their
// times, open connections, memory. Nothing in it names a person.
class Metrics
{
public:
    Metrics();
    ~Metrics();

    void count_request(std::string_view method, std::string_view pattern, int status, std::chrono::nanoseconds time);
    void connections_are(std::size_t count);
    std::string text() const;

private:
    struct Families;
    std::unique_ptr<Families> families_;
};

} // namespace phusa::web
