#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/demo/dossiers.hpp"
#include "app/demo/structure.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace phusa::storage
{
class Transaction;
}

namespace phusa::demo
{

// One account of the demo: one for each role.
struct DemoUser {
    Role role = Role::cell_secretary;
    std::string name;
    std::string password;
    std::string password_hash;
    std::string unit_name = {}; // where its role holds; filled by add_users
};

// With random passwords, hashed.
std::vector<DemoUser> make_users();
// Gives each a unit that suits its role on `as_of`: a cell, the committees above it, the province; the helper's is the
// account of somebody who helps.
Result<void> add_users(App& app, storage::Transaction& transaction, const Actor& actor, const Structure& structure,
                       const DossierSet& dossiers, Date as_of, std::vector<DemoUser>& users);
// demo-users.txt, readable by its owner only. Throws where it cannot be written.
std::filesystem::path write_users_file(const std::filesystem::path& folder, const std::vector<DemoUser>& users);

} // namespace phusa::demo
