#include "app/people_test.hpp"

#include "storage/admissions.hpp"
#include "storage/audit.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

namespace phusa
{

namespace
{

void store_people(storage::Transaction& transaction, AuditNumber by, std::string_view identity)
{
    std::vector<storage::NewPerson> people;
    std::vector<Admission> admissions;
    std::vector<MembershipEvent> events;
    for (const auto& one : cast::everyone()) {
        bool has_identity = !one.person.identity_masked.empty();
        people.push_back({.person = one.person, .identity = has_identity ? std::string(identity) : std::string()});
        admissions.insert(admissions.end(), one.admissions.begin(), one.admissions.end());
        events.insert(events.end(), one.events.begin(), one.events.end());
    }
    constexpr std::int64_t taken_by_the_cast = 10'000;
    storage::allocate_people(transaction, taken_by_the_cast);
    storage::allocate_admissions(transaction, taken_by_the_cast);
    storage::allocate_membership_events(transaction, taken_by_the_cast);
    storage::insert_people(transaction, people, by);
    storage::insert_admissions(transaction, admissions, by);
    storage::insert_membership_events(transaction, events, by);
}

} // namespace

void PeopleTest::SetUp()
{
    RegisterTest::SetUp();
    write([](storage::Transaction& transaction, AuditNumber by) { store_people(transaction, by, identity_of_may); });
}

void PeopleTest::write(const std::function<void(storage::Transaction&, AuditNumber)>& work)
{
    auto transaction = app().database().write();
    auto by = storage::append(
        transaction,
        {.at = app().clock().now(), .actor_name = "kiem-thu", .action = "test.write", .subject = "register"});
    work(transaction, by);
    transaction.commit();
    app().forget_trees();
}

std::vector<AuditRow> PeopleTest::audit_of(const std::string& action)
{
    auto session = app().database().read();
    storage::AuditFilter filter;
    filter.action = action;
    return storage::audit_page(session, filter).rows;
}

} // namespace phusa
