#include "app/register_test.hpp"

#include "app/sessions.hpp"
#include "base/sealing.hpp"
#include "storage/accounts.hpp"
#include "storage/audit.hpp"
#include "storage/organisations.hpp"
#include "storage/role_grants.hpp"
#include "storage/sql/connection.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

namespace phusa
{

namespace
{

// The server's URL, without the database's name.
std::string server_url()
{
    std::string url = std::getenv("PHUSA_TEST_POSTGRESQL");
    return url.substr(0, url.rfind('/'));
}

void on_server(const std::string& sql)
{
    auto address = storage::Address::parse(server_url() + "/postgres");
    storage::Connection connection(*address, storage::Connection::Purpose::writing, std::chrono::seconds(10));
    connection.run(sql);
}

// Hashing takes long on purpose: once for all tests.
const std::string& hash_of(std::string_view password)
{
    static const std::string hash = hash_password(password);
    return hash;
}

} // namespace

void RegisterTest::SetUp()
{
    bool is_sqlite = GetParam() == storage::Dialect::sqlite;
    if (!is_sqlite && !std::getenv("PHUSA_TEST_POSTGRESQL"))
        FAIL() << "PHUSA_TEST_POSTGRESQL names no server: run through bin/test or tests/harness/postgres.sh";
    auto name = "phusa_app_" + to_hex(random_bytes(8));
    folder_ = std::filesystem::temp_directory_path() / name;
    url_ = is_sqlite ? "sqlite:" + (folder_ / "phusa.db").string() : server_url() + "/" + name;
    if (!is_sqlite)
        on_server("CREATE DATABASE " + name);
    app_ = open_again();
    store_cast();
}

void RegisterTest::TearDown()
{
    if (!app_)
        return;
    app_.reset();
    if (GetParam() == storage::Dialect::postgresql)
        on_server("DROP DATABASE " + folder_.filename().string() + " WITH (FORCE)");
    std::filesystem::remove_all(folder_);
}

std::unique_ptr<App> RegisterTest::open_again() const
{
    return std::make_unique<App>(AppSettings{.database_url = url_, .data_folder = folder_},
                                 Clock([this] { return now_; }));
}

void RegisterTest::store_cast()
{
    auto transaction = app().database().write();
    auto by = storage::append(
        transaction,
        {.at = app().clock().now(), .actor_name = "kiem-thu", .action = "test.cast", .subject = "register"});
    storage::insert_organisations(transaction, cast::organisations(), by);
    storage::allocate_organisations(transaction, 100);
    for (auto role : all_roles()) {
        auto account = cast::account(role);
        auto id = storage::add_account(transaction, account, hash_of(password));
        ASSERT_EQ(id.value(), account.id);
        for (const auto& grant : account.grants)
            storage::add_role_grant(transaction, grant, by);
    }
    transaction.commit();
    app().forget_trees();
}

Actor RegisterTest::actor(Role role)
{
    auto session = app().database().read();
    return signed_in_as(app(), session, id_of(role)).value().actor;
}

std::vector<std::string> RegisterTest::last_recorded(std::size_t rows)
{
    auto session = app().database().read();
    std::vector<std::string> recorded;
    for (const auto& row : storage::audit_page(session, {}, {}, rows).rows)
        recorded.push_back(fmt::format("{} {}", row.action, row.subject));
    std::ranges::reverse(recorded);
    return recorded;
}

std::string register_name(const testing::TestParamInfo<storage::Dialect>& info)
{
    return info.param == storage::Dialect::sqlite ? "sqlite" : "postgresql";
}

} // namespace phusa
