// A month of reminders, day by day: whom each last day reaches, when, and that nothing is said twice or lost.
#include "app/accounts.hpp"
#include "app/dossiers/dossier_test.hpp"
#include "app/reminders/choices.hpp"
#include "app/reminders/delivery.hpp"
#include "app/reminders/reminders.hpp"

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

class RemindersTest : public DossierTest
{
protected:
    void go_to(Date wanted)
    {
        auto days = days_between(app().today(), wanted);
        ASSERT_GE(days, 0);
        pass_time(std::chrono::days(days));
    }
    void wants_mail(Role role, std::vector<ReminderKind> kinds = all_reminder_kinds())
    {
        ReminderChoice choice;
        choice.kinds = std::move(kinds);
        choice.by_mail = true;
        choice.address = std::string(key_of(role)) + "@boiha.example";
        ASSERT_TRUE(choose_reminders(app(), actor(role), choice));
    }
    void set_up_mail()
    {
        set_mail_settings(app(), {.smtp_url = "smtp://thu.songboi.example",
                                  .from = "phusa@songboi.example",
                                  .site_url = "https://phusa.songboi.example"});
    }
    // The letters of today, by who got one: its subject.
    DigestRun run()
    {
        return deliver_digests(app(), Actor::program("test"),
                               [&](const Letter& letter) -> std::expected<void, MailProblem> {
                                   if (refusal)
                                       return std::unexpected(*refusal);
                                   letters.push_back(letter);
                                   return {};
                               });
    }
    std::vector<std::string> kinds_of(Role role)
    {
        std::vector<std::string> kinds;
        auto reminders = list_own_reminders(app(), actor(role), app().today()).value();
        for (const auto& reminder : reminders)
            kinds.emplace_back(key_of(reminder.kind));
        return kinds;
    }
    // Voted on by the cell on 2/11/2026 and by the committee on 10/11/2026: the decision is waited for.
    DossierId voted()
    {
        auto id = open();
        prepare(id);
        must(Role::cell_secretary, id, introduction(Introducer::member, "2026-10-05"));
        must(Role::cell_secretary, id, introduction(Introducer::youth_union, "2026-10-06"));
        must(Role::cell_secretary, id, act(ActKind::opinions, "2026-10-20"));
        must(Role::cell_secretary, id, vote(Matter::admission, "2026-11-02", 8));
        must(Role::grassroots_office, id, committee(Matter::admission, "2026-11-10"));
        return id;
    }
    Date decision_due()
    {
        auto running = running_deadlines(app(), id_of(Role::deciding_office));
        return running.at(0).due;
    }

    std::vector<Letter> letters;
    std::optional<MailProblem> refusal;
};
ON_BOTH_REGISTERS(RemindersTest);

TEST_P(RemindersTest, ALastDayReachesTheOfficeOfTheVeryUnit)
{
    voted();
    auto due = decision_due();
    EXPECT_TRUE(kinds_of(Role::deciding_office).empty()); // more than 30 days before
    go_to(due.plus_days(-30));
    EXPECT_EQ(kinds_of(Role::deciding_office), std::vector<std::string>{"soon"});
    go_to(due);
    EXPECT_EQ(kinds_of(Role::deciding_office), std::vector<std::string>{"today"});
    go_to(due.plus_days(20));
    EXPECT_EQ(kinds_of(Role::deciding_office), std::vector<std::string>{"overdue"});
    EXPECT_EQ(kinds_of(Role::province_commission), std::vector<std::string>{"below"});
    for (auto role : {Role::auditor, Role::school, Role::mass_organisation, Role::administrator})
        EXPECT_TRUE(kinds_of(role).empty()) << key_of(role);
}

TEST_P(RemindersTest, AMonthDayByDay)
{
    voted();
    set_up_mail();
    auto due = decision_due();
    wants_mail(Role::deciding_office, {ReminderKind::soon, ReminderKind::today, ReminderKind::overdue});
    wants_mail(Role::province_commission, {ReminderKind::below});
    std::map<std::string, std::vector<int>> days; // by address
    for (int offset = -40; offset <= 45; ++offset) {
        go_to(due.plus_days(offset));
        for (int again = 0; again < 2; ++again) {
            auto before = letters.size();
            ASSERT_TRUE(run().is_good());
            for (auto letter = letters.begin() + static_cast<std::ptrdiff_t>(before); letter != letters.end(); ++letter)
                days[letter->to].push_back(offset);
        }
    }
    EXPECT_EQ(days["deciding_office@boiha.example"], (std::vector{-30, -7, -1, 0, 7, 14, 21, 28, 35, 42}));
    EXPECT_EQ(days["province_commission@boiha.example"], (std::vector{14, 28, 42}));
    EXPECT_EQ(days.size(), 2U);
}

TEST_P(RemindersTest, NothingIsSaidOnceItIsDone)
{
    auto id = voted();
    set_up_mail();
    wants_mail(Role::deciding_office);
    auto due = decision_due();
    go_to(due.plus_days(-7));
    EXPECT_EQ(run().sent, 1);
    must(Role::deciding_office, id, about(act(ActKind::decision, due.plus_days(-7).iso()), Matter::admission));
    go_to(due);
    auto kept = letters.size();
    run();
    for (auto letter = letters.begin() + static_cast<std::ptrdiff_t>(kept); letter != letters.end(); ++letter)
        EXPECT_EQ(letter->body.find("Quyết định (kết nạp)"), std::string::npos);
}

TEST_P(RemindersTest, AServerThatIsDownLosesNothing)
{
    voted();
    set_up_mail();
    wants_mail(Role::deciding_office);
    auto due = decision_due();
    go_to(due.plus_days(-7));
    refusal = MailProblem{.kind = MailProblem::Kind::server, .why = "không kết nối được máy chủ thư"};
    auto failed = run();
    EXPECT_EQ(failed.failed, 1);
    EXPECT_EQ(failed.failures, std::vector<std::string>{"không kết nối được máy chủ thư"});
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"reminder.fail account:3"});
    auto line = list_digests(app(), actor(Role::administrator)).value().at(0);
    EXPECT_FALSE(line.is_sent);
    EXPECT_EQ(line.failure, "không kết nối được máy chủ thư");
    // The day of 7 before has passed when the server is there again.
    go_to(due.plus_days(-5));
    refusal.reset();
    EXPECT_EQ(run().sent, 1);
    EXPECT_NE(letters.at(0).subject.find("1 sắp đến hạn"), std::string::npos);
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"reminder.send account:3"});
    EXPECT_EQ(run().sent, 0);
    EXPECT_TRUE(list_digests(app(), actor(Role::administrator)).value().at(0).is_sent);
}

TEST_P(RemindersTest, ARefusedLetterDoesNotHoldUpTheOthers)
{
    voted();
    set_up_mail();
    wants_mail(Role::deciding_office);
    wants_mail(Role::province_commission);
    go_to(decision_due().plus_days(15));
    auto run =
        deliver_digests(app(), Actor::program("test"), [&](const Letter& letter) -> std::expected<void, MailProblem> {
            if (letter.to.starts_with("deciding"))
                return std::unexpected(MailProblem{.kind = MailProblem::Kind::letter, .why = "550"});
            return {};
        });
    EXPECT_EQ(run.sent, 1);
    EXPECT_EQ(run.failed, 1);
    EXPECT_EQ(run.waiting, 0);
}

TEST_P(RemindersTest, ALetterInHandIsNotSentByAnother)
{
    voted();
    set_up_mail();
    wants_mail(Role::deciding_office);
    go_to(decision_due());
    std::int64_t sent_inside = -1;
    deliver_digests(app(), Actor::program("test"), [&](const Letter&) -> std::expected<void, MailProblem> {
        sent_inside = run().sent; // another program, while this one is at it
        return {};
    });
    EXPECT_EQ(sent_inside, 0);
}

TEST_P(RemindersTest, AProgramThatEndsLeavesTheRestForTheNextRun)
{
    voted();
    set_up_mail();
    wants_mail(Role::deciding_office);
    wants_mail(Role::province_commission);
    go_to(decision_due().plus_days(15));
    auto run = deliver_digests(
        app(), Actor::program("test"),
        [&](const Letter& letter) -> std::expected<void, MailProblem> {
            letters.push_back(letter);
            return {};
        },
        [&] { return letters.empty(); });
    EXPECT_EQ(run.sent, 1);
    EXPECT_EQ(run.waiting, 1);
    EXPECT_EQ(this->run().sent, 1);
}

TEST_P(RemindersTest, LettersNameNobodyInFull)
{
    voted();
    set_up_mail();
    wants_mail(Role::deciding_office);
    go_to(decision_due());
    run();
    const auto& letter = letters.at(0);
    auto text = letter.subject + letter.body;
    EXPECT_EQ(text.find(person().name), std::string::npos);
    EXPECT_NE(text.find("hồ sơ số 1, Chi bộ thôn Đầu Làng"), std::string::npos) << text;
    EXPECT_NE(text.find("https://phusa.songboi.example/ho-so/1"), std::string::npos);
    EXPECT_EQ(letter.settings_url, "https://phusa.songboi.example/ca-nhan/nhac-viec");
    EXPECT_EQ(letter.message_id.find("nhac-viec." + app().today().iso() + "."), 0U);
}

TEST_P(RemindersTest, LettersGoOnlyWhereTheyMay)
{
    set_mail_settings(
        app(),
        {.smtp_url = "smtp://thu.songboi.example", .from = "phusa@songboi.example", .domains = {"songboi.example"}});
    ReminderChoice choice;
    choice.by_mail = true;
    choice.address = "van.phong@thu-mien-phi.example";
    auto refused = choose_reminders(app(), actor(Role::deciding_office), choice);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).name, "address");
    choice.address = "van.phong@SongBoi.example";
    EXPECT_TRUE(choose_reminders(app(), actor(Role::deciding_office), choice));
}

TEST_P(RemindersTest, AQuarterWithoutRemarksReachesTheHelper)
{
    auto id = open();
    admit(id);
    must(Role::cell_secretary, id, helper("2026-11-01"));
    go_to(day("2026-12-31"));
    // Nobody is the helper's account: the office of the cell is reminded.
    EXPECT_TRUE(std::ranges::count(kinds_of(Role::cell_secretary), "remarks") == 1);
    ASSERT_TRUE(link_person(app(), actor(Role::administrator), id_of(Role::helper), cast::may().person.id));
    EXPECT_EQ(kinds_of(Role::helper), std::vector<std::string>{"remarks"});
    EXPECT_TRUE(std::ranges::count(kinds_of(Role::cell_secretary), "remarks") == 0);
    must(Role::helper, id, act(ActKind::helper_remarks, "2026-12-30"));
    EXPECT_TRUE(kinds_of(Role::helper).empty());
}

TEST_P(RemindersTest, TheListOfAUnitIsForWhoeverSeesItsDossiers)
{
    voted();
    auto due = decision_due();
    auto commune = cast::commune().id;
    auto lines = list_unit_reminders(app(), actor(Role::grassroots_office), commune, due.plus_days(3)).value();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].kind, ReminderKind::overdue);
    EXPECT_EQ(lines[0].days_left, -3);
    EXPECT_EQ(lines[0].responsible, "Đảng bộ huyện Bãi Ngang");
    auto bloc = cast::bloc().id;
    EXPECT_EQ(list_unit_reminders(app(), actor(Role::grassroots_office), bloc, due).error().kind,
              Problem::Kind::not_found);
    EXPECT_FALSE(list_unit_reminders(app(), actor(Role::school), commune, due));
    EXPECT_FALSE(list_unit_reminders(app(), actor(Role::grassroots_office), commune, due.plus_days(1000)));
}

TEST_P(RemindersTest, ACalendarIsBehindItsTokenAlone)
{
    voted();
    auto token = make_calendar_link(app(), actor(Role::deciding_office)).value();
    auto file = calendar_of(app(), token).value();
    EXPECT_NE(file.find("UID:own-1-decision-admission@phusa"), std::string::npos) << file;
    EXPECT_EQ(file.find(person().name), std::string::npos);
    EXPECT_FALSE(calendar_of(app(), token + "x"));
    EXPECT_FALSE(calendar_of(app(), ""));
    auto second = make_calendar_link(app(), actor(Role::deciding_office)).value();
    EXPECT_FALSE(calendar_of(app(), token));
    EXPECT_TRUE(calendar_of(app(), second));
    ASSERT_TRUE(disable_account(app(), actor(Role::administrator), id_of(Role::deciding_office)));
    EXPECT_FALSE(calendar_of(app(), second));
    ASSERT_TRUE(enable_account(app(), actor(Role::administrator), id_of(Role::deciding_office)));
    ASSERT_TRUE(revoke_calendar_link(app(), actor(Role::deciding_office)));
    EXPECT_FALSE(calendar_of(app(), second));
    EXPECT_FALSE(revoke_calendar_link(app(), actor(Role::deciding_office)));
}

TEST(MailSettings, WhatCannotBeSoIsNamed)
{
    auto field = [](MailSettings settings) {
        auto checked = check(settings);
        return checked ? std::string() : checked.error().fields.at(0).name;
    };
    MailSettings good{.smtp_url = "smtp://thu.tinh.example:587", .from = "phusa@tinh.example"};
    EXPECT_EQ(field({}), "");
    EXPECT_EQ(field(good), "");
    auto plain = good;
    plain.is_plain = true;
    EXPECT_EQ(field(plain), "PHUSA_SMTP_PLAIN");
    plain.smtp_url = "smtp://127.0.0.1.thu.example:25";
    EXPECT_EQ(field(plain), "PHUSA_SMTP_PLAIN");
    plain.smtp_url = "smtp://127.0.0.1:2525";
    EXPECT_EQ(field(plain), "");
    plain.smtp_url = "smtp://[::1]:2525";
    EXPECT_EQ(field(plain), "");
    EXPECT_EQ(field({.smtp_url = "http://thu", .from = good.from}), "PHUSA_SMTP_URL");
    EXPECT_EQ(field({.smtp_url = "smtp://ten:mk@thu", .from = good.from}), "PHUSA_SMTP_URL");
    EXPECT_EQ(field({.smtp_url = good.smtp_url, .from = "Phù Sa"}), "PHUSA_SMTP_FROM");
    EXPECT_EQ(field({.site_url = "phusa.tinh.example"}), "PHUSA_SITE_URL");
}

} // namespace

} // namespace phusa
