#pragma once

#include "domain/data_check.hpp"
#include "storage/checked_register.hpp"
#include "storage/merges.hpp"

#include <cstddef>
#include <span>
#include <vector>

// app/ only.
namespace phusa
{

// Two rows of a register that look like one person; the lower one first.
struct DuplicatePair {
    std::size_t first = 0;
    std::size_t second = 0;
    Likeness likeness = Likeness::same;
};

// All pairs but those known to be two people. Rows are sorted by the person. Of a name that very many share, at most
// `namesakes_max` are compared with each one.
std::vector<DuplicatePair> duplicates_among(std::span<const storage::CheckedRegister::Row> people,
                                            const std::vector<storage::DistinctPair>& distinct);

} // namespace phusa
