#include "storage/storage_test.hpp"

#include "cast/cast.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/organisations.hpp"
#include "storage/people.hpp"
#include "storage/sql/connection.hpp"

#include <cstdlib>
#include <stdexcept>

namespace phusa::storage
{

namespace
{

std::string server_url() { return std::getenv("PHUSA_TEST_POSTGRESQL"); }

void on_server(const std::string& sql)
{
    auto address = Address::parse(server_url());
    Connection connection(*address, Connection::Purpose::writing, std::chrono::seconds(10));
    connection.run(sql);
}

} // namespace

ScratchRegister::ScratchRegister(Dialect dialect) : dialect_(dialect), name_("phusa_test_" + to_hex(random_bytes(8)))
{
    folder_ = std::filesystem::temp_directory_path() / name_;
    std::filesystem::create_directory(folder_);
    if (dialect == Dialect::sqlite) {
        url_ = "sqlite:" + (folder_ / "phusa.db").string();
        return;
    }
    on_server("CREATE SCHEMA " + name_);
    url_ = server_url() + "?options=-csearch_path%3D" + name_;
}

ScratchRegister::~ScratchRegister()
{
    std::filesystem::remove_all(folder_);
    if (dialect_ == Dialect::postgresql)
        on_server("DROP SCHEMA " + name_ + " CASCADE");
}

std::unique_ptr<Database> ScratchRegister::open(const Database::Options& options) const
{
    auto database = Database::open(url_, test_keys(), options);
    if (!database)
        throw std::runtime_error(database.error().message);
    return std::move(*database);
}

Keys test_keys() { return Keys::of(SecretKey::from_bytes(std::string(SecretKey::size, 'k'))); }

Clock::Time test_time() { return time_from_iso("2026-11-23T06:04:44.123Z"); }

NewAuditRow audit_of(std::string action, std::string subject)
{
    return {.at = test_time(), .actor_name = "kiem-thu", .action = std::move(action), .subject = std::move(subject)};
}

void StorageTest::SetUp()
{
    if (GetParam() == Dialect::postgresql && !std::getenv("PHUSA_TEST_POSTGRESQL"))
        FAIL() << "PHUSA_TEST_POSTGRESQL names no server: run through bin/test or tests/harness/postgres.sh";
    scratch_ = std::make_unique<ScratchRegister>(GetParam());
    database_ = scratch_->open();
}

void StorageTest::reopen(const Database::Options& options)
{
    database_.reset();
    database_ = scratch_->open(options);
}

AuditNumber StorageTest::write(const std::function<void(Transaction&, AuditNumber)>& work, const std::string& action)
{
    auto transaction = database().write();
    auto number = append(transaction, audit_of(action));
    work(transaction, number);
    transaction.commit();
    return number;
}

AuditNumber StorageTest::audit_head_now()
{
    auto session = database().read();
    return audit_head(session).number;
}

void StorageTest::store_cast()
{
    write([](Transaction& transaction, AuditNumber by) {
        insert_organisations(transaction, cast::organisations(), by);
        allocate_organisations(transaction, 100);
        std::vector<NewPerson> people;
        std::vector<Admission> admissions;
        std::vector<MembershipEvent> events;
        for (const auto& one : cast::everyone()) {
            people.push_back({.person = one.person, .identity = {}});
            admissions.insert(admissions.end(), one.admissions.begin(), one.admissions.end());
            events.insert(events.end(), one.events.begin(), one.events.end());
        }
        allocate_people(transaction, 100);
        allocate_admissions(transaction, 100);
        allocate_membership_events(transaction, 100);
        insert_people(transaction, people, by);
        insert_admissions(transaction, admissions, by);
        insert_membership_events(transaction, events, by);
    });
}

std::string dialect_name(const testing::TestParamInfo<Dialect>& info)
{
    return info.param == Dialect::sqlite ? "sqlite" : "postgresql";
}

} // namespace phusa::storage
