#pragma once

#include "storage/sql/query.hpp"

#include <soci/soci.h>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// A statement with the variables that it reads from and writes to; SOCI holds on to their addresses.
struct Prepared {
    struct Parameter {
        bool number = false;
        long long integer = 0;
        std::string text;
        soci::indicator filled = soci::i_ok;
    };

    explicit Prepared(std::string_view text) : sql(text) {}

    std::string sql; // with our `?`
    std::deque<Parameter> parameters;
    std::deque<std::string> columns;
    std::deque<soci::indicator> filled;
    std::unique_ptr<soci::statement> statement; // absent until its first run
    bool busy = false;
};

// `?` as the numbered names that both backends understand.
std::string with_names(std::string_view sql);

} // namespace phusa::storage
