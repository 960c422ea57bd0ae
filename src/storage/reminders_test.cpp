#include "storage/account_people.hpp"
#include "storage/accounts.hpp"
#include "storage/reminder_choices.hpp"
#include "storage/reminder_mails.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

class RemindersTest : public StorageTest
{
protected:
    using State = ReminderMail::State;

    static Date day(std::string_view iso) { return *Date::from_iso(iso); }
    AccountId account(const std::string& name)
    {
        AccountId id;
        write([&](Transaction& transaction, AuditNumber) {
            Account wanted;
            wanted.name = name;
            wanted.created = test_time();
            id = *add_account(transaction, wanted, "");
        });
        return id;
    }
    void put(const ReminderMail& mail)
    {
        write([&](Transaction& transaction, AuditNumber) { set_reminder_mail(transaction, mail); });
    }
};
ON_BOTH_DATABASES(RemindersTest);

TEST_P(RemindersTest, a_choice_comes_back_and_is_replaced)
{
    auto owner = account("thu.ky");
    {
        auto session = database().read();
        EXPECT_FALSE(reminder_choice(session, owner));
    }
    ReminderChoice first{.kinds = {ReminderKind::overdue, ReminderKind::below},
                         .by_mail = true,
                         .address = "thu.ky@boiha.example",
                         .naming = MailNaming::initials};
    ReminderChoice nothing{.kinds = {}, .by_mail = false, .address = {}, .naming = MailNaming::number};
    for (const auto& choice : {first, nothing}) {
        write([&](Transaction& transaction, AuditNumber) { set_reminder_choice(transaction, owner, choice); });
        auto session = database().read();
        EXPECT_EQ(reminder_choice(session, owner), choice);
        EXPECT_EQ(reminder_choices(session).at(owner), choice);
    }
}

TEST_P(RemindersTest, a_new_calendar_address_ends_the_one_before)
{
    auto owner = account("thu.ky");
    for (const char* hash : {"aa", "bb"})
        write([&](Transaction& transaction, AuditNumber) {
            set_calendar_link(transaction, {.account = owner, .token_hash = hash, .made = test_time()});
        });
    {
        auto session = database().read();
        EXPECT_FALSE(calendar_link(session, "aa"));
        EXPECT_EQ(calendar_link(session, "bb")->account, owner);
        EXPECT_EQ(calendar_link_of(session, owner)->token_hash, "bb");
    }
    write([&](Transaction& transaction, AuditNumber) {
        EXPECT_TRUE(delete_calendar_link(transaction, owner));
        EXPECT_FALSE(delete_calendar_link(transaction, owner));
    });
    auto session = database().read();
    EXPECT_FALSE(calendar_link(session, "bb"));
}

TEST_P(RemindersTest, the_newest_mail_of_each_account_is_found)
{
    auto one = account("mot");
    auto two = account("hai");
    put({.account = one, .on = day("2026-06-29"), .state = State::sent, .at = test_time(), .reminders = 3});
    put({.account = one, .on = day("2026-06-30"), .state = State::taken, .at = test_time()});
    put({.account = one,
         .on = day("2026-06-30"),
         .state = State::failed,
         .at = test_time(),
         .tries = 2,
         .reminders = 1,
         .failure = "máy chủ thư không trả lời"});
    put({.account = two, .on = day("2026-06-28"), .state = State::sent, .at = test_time()});
    auto session = database().read();
    auto last = last_reminder_mails(session);
    ASSERT_EQ(last.size(), 2);
    EXPECT_EQ(last[0].account, one);
    EXPECT_EQ(last[0].state, State::failed);
    EXPECT_EQ(last[0].tries, 2);
    EXPECT_EQ(last[0].failure, "máy chủ thư không trả lời");
    EXPECT_EQ(last[1].on, day("2026-06-28"));
    EXPECT_EQ(reminder_mail(session, one, day("2026-06-29"))->reminders, 3);
    EXPECT_FALSE(reminder_mail(session, two, day("2026-06-30")));
}

TEST_P(RemindersTest, what_was_said_is_known_until_it_is_forgotten)
{
    auto owner = account("thu.ky");
    auto other = account("khac");
    SentReminder said{.thing = "deadline 7 decision admission", .due = day("2026-07-31"), .since = day("2026-07-24")};
    for (const char* on : {"2026-07-24", "2026-07-25"})
        write([&](Transaction& transaction, AuditNumber) { add_sent_reminders(transaction, owner, {said}, day(on)); });
    put({.account = owner, .on = day("2026-07-24"), .state = State::sent, .at = test_time()});
    {
        auto session = database().read();
        EXPECT_EQ(sent_reminders(session, owner), std::set{said});
        EXPECT_TRUE(sent_reminders(session, other).empty());
    }
    write([&](Transaction& transaction, AuditNumber) { forget_reminders_before(transaction, day("2026-07-24")); });
    {
        auto session = database().read();
        EXPECT_EQ(sent_reminders(session, owner).size(), 1);
    }
    write([&](Transaction& transaction, AuditNumber) { forget_reminders_before(transaction, day("2026-07-25")); });
    auto session = database().read();
    EXPECT_TRUE(sent_reminders(session, owner).empty());
    EXPECT_TRUE(last_reminder_mails(session).empty());
}

TEST_P(RemindersTest, all_accounts_with_a_person_are_found)
{
    auto one = account("mot");
    account("hai");
    write([&](Transaction& transaction, AuditNumber) { set_person_of_account(transaction, one, PersonId(42)); });
    auto session = database().read();
    EXPECT_EQ(people_of_accounts(session), (std::vector{std::pair(one, PersonId(42))}));
}

} // namespace phusa::storage
