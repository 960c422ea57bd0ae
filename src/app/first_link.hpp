#pragma once

#include "app/app.hpp"
#include "app/sign_in.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

// Somebody not disabled holds the role of administrator, today or later.
bool has_administrator(App& app);

// While there is no account that can administer, one link makes the first one; it works once, for
// limit::first_link_life_max. Returns nothing when an administrator is there already. A new link ends the one before.
std::optional<std::string> make_first_link(App& app);
bool first_link_is_good(App& app, std::string_view token);

// The unit at the top of an empty register, which the first administrator founds.
struct FirstUnit {
    std::string code = "01";
    std::string name = "Đảng bộ tỉnh";
    std::optional<Date> founded; // 3/2/1930 where nobody said, so that facts of any day may be entered below it
};

struct FirstAdministrator {
    std::string name;
    std::string display_name;
    std::string password;
    FirstUnit unit; // where no organisation exists yet
};
Result<OpenedSession> make_first_administrator(App& app, std::string_view token, const FirstAdministrator& wanted);

// The top of the register: found where nothing is there, else its root.
Result<OrganisationId> found_first_unit(App& app, const Actor& actor, const FirstUnit& unit);

} // namespace phusa
