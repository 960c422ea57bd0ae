#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace phusa::web
{

// What the access log tells of one request: nothing that names a person, so the route's pattern and no path, query
// or address.
struct Answered {
    std::string_view method;
    std::string_view pattern; // "/nguoi/{id:person}"
    int status = 0;
    std::chrono::nanoseconds time{};
    std::size_t bytes = 0; // of the body, before it is cut short by who asked
    std::string_view request_id;
};

// One line: "GET /nguoi/{id:person} 200 1.8ms 10246B 9f2c0e11d5a3b7c4". Goes to the logger named "access", else to
// the default one.
void log_answered(const Answered& answered);
// A handler was stopped by an exception: its kind only, because its text may hold values of the database.
void log_broken(std::string_view method, std::string_view pattern, const std::exception& error,
                std::string_view request_id);

} // namespace phusa::web
