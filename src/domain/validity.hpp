#pragma once

#include "base/date.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace phusa
{

// The number of an audit row. Later changes have greater numbers; every fact names the one that recorded it and
// the one that replaced it, so that a past report can be made again "as recorded up to N".
struct AuditNumber {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(AuditNumber, AuditNumber) = default;
};

// The days on which a fact holds: from `first` up to, not including, `until`. Open where `until` is absent.
struct Validity {
    Date first;
    std::optional<Date> until;

    bool covers(Date day) const { return first <= day && (!until || day < *until); }
    friend auto operator<=>(const Validity&, const Validity&) = default;
};

} // namespace phusa
