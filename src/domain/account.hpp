#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/organisation.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

using AccountId = Id<struct Account>;
using RoleGrantId = Id<struct RoleGrant>;

// DESIGN §2. Numbers are stored.
enum class Role : std::uint8_t {
    cell_secretary = 1,
    grassroots_office,
    deciding_office,
    province_commission,
    school,
    mass_organisation,
    helper,
    auditor,
    administrator,
};
std::string_view key_of(Role role);
std::string_view title_of(Role role);
std::optional<Role> role(std::string_view key);
std::vector<Role> all_roles();

// What someone may do. Rights follow from role, subtree and, in later parts, relation to the person.
enum class Right : std::uint8_t {
    see_organisations, // the tree, units and figures
    see_people,        // names and records of people
    change_people,
    change_organisations,
    see_reports,
    see_accounts,
    change_accounts,
    see_audit,
    reveal_identity, // read a sealed identity number, with a reason that is recorded
    see_dossiers,
    record_remarks,        // of dossiers: the helper's remarks
    record_cell_acts,      // what the cell does, papers that come to it; opening and sending a dossier
    record_committee_acts, // verification, appraisal, votes of the grassroots committee
    record_decisions,      // decisions, consents, refusals, removals; past facts
    set_rules,             // confirm or set what a regulation says where it is not certain
};
bool gives(Role role, Right right);

// A role on an organisation and everything below it, for the days it is valid.
struct RoleGrant {
    RoleGrantId id;
    AccountId account;
    Role role = Role::cell_secretary;
    OrganisationId organisation;
    Validity valid;
    AuditNumber recorded;
};

// Somebody who can sign in. The password hash never leaves storage and app.
struct Account {
    AccountId id;
    std::string name;         // to sign in with: lower case letters, digits, . _ -
    std::string display_name; // người dùng
    bool disabled = false;
    bool must_change_password = false;
    Clock::Time created;
    std::optional<Clock::Time> last_signed_in;
    std::vector<RoleGrant> grants = {};
};

Result<void> check_account_name(std::string_view name);
// Length between the limits, not the account's name, not among the most common ones (ASVS 5.0 6.2).
Result<void> check_password(std::string_view password, std::string_view account_name);

} // namespace phusa
