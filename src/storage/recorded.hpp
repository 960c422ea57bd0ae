#pragma once

#include "domain/validity.hpp"

#include <optional>

namespace phusa::storage
{

// One version of a fact with its whole life: who recorded it stands in the value itself, who replaced it here.
template<typename Fact>
struct Recorded {
    Fact fact;
    std::optional<AuditNumber> replaced; // absent for what stands now
};

// "As recorded up to": what the register said when audit row N was its last. Absent: what it says now.
using AsRecorded = std::optional<AuditNumber>;

} // namespace phusa::storage
