#include "web/http/access_log.hpp"

#include <spdlog/spdlog.h>

#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <typeinfo>

namespace phusa::web
{

namespace
{

std::string kind_of(const std::exception& error)
{
    int status = 0;
    std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(typeid(error).name(), nullptr, nullptr, &status), &std::free);
    return name ? name.get() : typeid(error).name();
}

} // namespace

void log_answered(const Answered& answered)
{
    auto logger = spdlog::get("access");
    (logger ? logger.get() : spdlog::default_logger_raw())
        ->info("{} {} {} {:.1f}ms {}B {}", answered.method, answered.pattern, answered.status,
               std::chrono::duration<double, std::milli>(answered.time).count(), answered.bytes, answered.request_id);
}

void log_broken(std::string_view method, std::string_view pattern, const std::exception& error,
                std::string_view request_id)
{
    spdlog::error("{} {} was stopped by {}, reference {}", method, pattern, kind_of(error), request_id);
}

} // namespace phusa::web
