#pragma once

#include "storage/database.hpp"

#include <cstdint>
#include <string_view>

namespace phusa::storage
{

// Takes `count` numbers of `noun` from next_id and returns the first. They go back when the transaction does not
// commit.
std::int64_t take_numbers(Transaction& transaction, std::string_view noun, std::int64_t count = 1);

} // namespace phusa::storage
