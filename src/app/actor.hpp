#pragma once

#include "domain/account.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// Who asks. Every call of app/ that reads or changes something of the register takes one.
//
// A signed-in person has the rights of their grants of today; a program (the command line, run by whoever may read
// the database and its key file anyway) has all, and is named in the audit rows.
struct Actor {
    std::optional<AccountId> account;
    std::string name;         // for audit rows: the account's name, or "phusa demo"
    std::string display_name; // for pages
    std::vector<RoleGrant> grants;

    static Actor program(std::string name) { return {.account = {}, .name = name, .display_name = name, .grants = {}}; }
    bool is_program() const { return !account; }
};

} // namespace phusa
