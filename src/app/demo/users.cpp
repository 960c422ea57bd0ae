#include "app/demo/users.hpp"

#include "app/demo/mentor.hpp"
#include "app/recording.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "domain/organisation_tree.hpp"
#include "storage/account_people.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/role_grants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace phusa::demo
{

namespace
{

constexpr std::size_t password_bytes = 12; // 16 letters

constexpr std::pair<Role, std::string_view> names[] = {
    {Role::cell_secretary, "bithu.chibo"},     {Role::grassroots_office, "vanphong.coso"},
    {Role::deciding_office, "vanphong.capuy"}, {Role::province_commission, "bantochuc.tinh"},
    {Role::school, "truong.chinhtri"},         {Role::mass_organisation, "doan.thanhnien"},
    {Role::helper, "dangvien.giupdo"},         {Role::auditor, "kiemtra.giamsat"},
    {Role::administrator, "quantri.hethong"},
};

// The units of a day in which the accounts of the demo are at home: one chain from the province down.
struct Places {
    Organisation province, deciding, grassroots, cell, school, youth_union;
    Organisation helping;           // the cell of the helper
    std::optional<PersonId> helper; // whose account it is

    const Organisation& of(Role role) const
    {
        switch (role) {
        case Role::cell_secretary:
            return cell;
        case Role::helper:
            return helping;
        case Role::grassroots_office:
            return grassroots;
        case Role::deciding_office:
            return deciding;
        case Role::school:
            return school;
        case Role::mass_organisation:
            return youth_union;
        case Role::province_commission:
        case Role::auditor:
        case Role::administrator:
            return province;
        }
        std::unreachable();
    }
};

using Position = OrganisationTree::Position;

Position child_of_kind(const OrganisationTree& tree, Position above, OrganisationKind kind)
{
    auto children = tree.children(above);
    auto found = std::ranges::find_if(children, [&](Position child) { return tree.at(child).kind == kind; });
    assert(found != children.end());
    return *found;
}

const Organisation& beside_of_kind(const OrganisationTree& tree, const Organisation& unit, OrganisationKind kind)
{
    auto found = std::ranges::find_if(
        tree.beside(), [&](const Organisation& one) { return one.kind == kind && one.beside == unit.id; });
    assert(found != tree.beside().end());
    return *found;
}

// Decides on admissions and has a đảng bộ cơ sở: a district, or from July 2025 a commune committee.
Position deciding_unit(const OrganisationTree& tree)
{
    for (auto child : tree.children(0)) {
        auto kind = tree.at(child).kind;
        bool decides = kind == OrganisationKind::district_committee || kind == OrganisationKind::commune_committee;
        auto below = tree.children(child);
        auto has_grassroots = [&](Position one) { return tree.at(one).kind == OrganisationKind::grassroots_committee; };
        if (decides && std::ranges::any_of(below, has_grassroots))
            return child;
    }
    assert(false && "the province has no deciding unit");
    return 0;
}

Places places_on(const Structure& structure, const DossierSet& dossiers, Date day)
{
    std::vector<Organisation> alive;
    std::ranges::copy_if(structure.organisations, std::back_inserter(alive),
                         [&](const Organisation& unit) { return unit.valid.covers(day); });
    OrganisationTree tree(std::move(alive));
    auto deciding = deciding_unit(tree);
    auto grassroots = child_of_kind(tree, deciding, OrganisationKind::grassroots_committee);
    Places places;
    places.province = tree.at(0);
    places.deciding = tree.at(deciding);
    places.grassroots = tree.at(grassroots);
    places.cell = tree.at(child_of_kind(tree, grassroots, OrganisationKind::cell));
    places.school = beside_of_kind(tree, places.province, OrganisationKind::political_school);
    places.youth_union = beside_of_kind(tree, places.deciding, OrganisationKind::youth_union);
    auto mentor = find_mentor(dossiers, tree, places.cell.id, day);
    places.helping = mentor ? tree.at(*tree.find(mentor->cell)) : places.cell;
    if (mentor)
        places.helper = mentor->person;
    return places;
}

} // namespace

std::vector<DemoUser> make_users()
{
    std::vector<DemoUser> users;
    for (auto [role, name] : names) {
        auto password = random_token(password_bytes);
        auto hash = hash_password(password);
        users.push_back({.role = role, .name = std::string(name), .password = password, .password_hash = hash});
    }
    return users;
}

Result<void> add_users(App& app, storage::Transaction& transaction, const Actor& actor, const Structure& structure,
                       const DossierSet& dossiers, Date as_of, std::vector<DemoUser>& users)
{
    auto places = places_on(structure, dossiers, as_of);
    auto first = std::min(as_of, app.today());
    for (auto& user : users) {
        const auto& unit = places.of(user.role);
        user.unit_name = unit.name;
        Account account;
        account.name = user.name;
        account.display_name = fmt::format("{} (dữ liệu mẫu)", title_of(user.role));
        account.created = app.clock().now();
        auto id = TRY(storage::add_account(transaction, account, user.password_hash));
        auto by = record(app, transaction, actor,
                         {.action = "account.add",
                          .subject = fmt::format("account:{}", id.value),
                          .organisation = unit.id,
                          .details = {{"name", user.name},
                                      {"display_name", account.display_name},
                                      {"role", std::string(key_of(user.role))}}});
        if (user.role == Role::helper)
            storage::set_person_of_account(transaction, id, places.helper);
        RoleGrant grant;
        grant.account = id;
        grant.role = user.role;
        grant.organisation = unit.id;
        grant.valid.first = first;
        storage::add_role_grant(transaction, grant, by);
    }
    return {};
}

std::filesystem::path write_users_file(const std::filesystem::path& folder, const std::vector<DemoUser>& users)
{
    auto path = folder / "demo-users.txt";
    std::string text;
    for (const auto& user : users)
        text += fmt::format("{:<16} {}  {}: {}\n", user.name, user.password, title_of(user.role), user.unit_name);
    // Made anew, so that the mode holds from the first byte on.
    std::filesystem::remove(path);
    int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        throw std::system_error(errno, std::generic_category(), "Không ghi được demo-users.txt vào thư mục dữ liệu");
    auto written = ::write(file, text.data(), text.size());
    bool is_whole = written == static_cast<ssize_t>(text.size());
    if (::close(file) != 0 || !is_whole)
        throw std::system_error(errno, std::generic_category(), "Không ghi được demo-users.txt vào thư mục dữ liệu");
    return path;
}

} // namespace phusa::demo
