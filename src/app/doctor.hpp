#pragma once

#include "app/app.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One thing that was looked at, and what to do about it.
struct Check {
    enum class State : std::uint8_t { good, warning, bad };

    std::string key;   // stable: "key_file"
    std::string title; // "Tệp khoá"
    State state = State::good;
    std::string finding; // what was found, and what to do where it is not good
};
std::string_view key_of(Check::State state);

// Whether this site is in order: data folder and key file, database and schema, audit chain, disk space, LibreOffice,
// an administrator, the files of scans. Changes nothing.
std::vector<Check> examine(App& app);

// For the monitoring of a running server: quick, may throw where the database is gone.
bool database_answers(App& app);
bool disk_has_room(const App& app);

} // namespace phusa
