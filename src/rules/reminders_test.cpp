#include "base/case_file.hpp"
#include "rules/reminders.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace phusa
{

namespace
{

Date day(const std::string& iso) { return *Date::from_iso(iso); }

std::vector<CaseRow> rows(const std::string& name)
{
    return case_rows(PHUSA_SOURCE_DIR "/tests/rules/reminders/" + name);
}

std::string since(const std::optional<DueReminder>& reminder) { return reminder ? reminder->since.iso() : "-"; }

std::vector<Date> days(const std::string& text)
{
    std::vector<Date> found;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        found.push_back(day(word));
    return found;
}

TEST(Reminders, OfWhoseWorkItIsFollowTheTable)
{
    for (const auto& row : rows("deadline.case")) {
        auto found = reminder_of_deadline(shipped_reminders(), day(row.cell(0)), day(row.cell(1)));
        EXPECT_EQ(found ? key_of(found->kind) : "-", row.cell(2)) << row.place;
        EXPECT_EQ(since(found), row.cell(3)) << row.place;
    }
}

TEST(Reminders, OfTheUnitAboveFollowTheTable)
{
    for (const auto& row : rows("above.case"))
        EXPECT_EQ(since(reminder_above(shipped_reminders(), day(row.cell(0)), day(row.cell(1)))), row.cell(2))
            << row.place;
}

TEST(Reminders, OfQuarterlyRemarksFollowTheTable)
{
    for (const auto& row : rows("remarks.case")) {
        auto found = reminder_of_remarks(shipped_reminders(), day(row.cell(0)), days(row.cell(1)), day(row.cell(2)));
        EXPECT_EQ(found ? found->due.iso() : "-", row.cell(3)) << row.place;
        EXPECT_EQ(since(found), row.cell(4)) << row.place;
    }
}

// Day by day over two years: a reminder begins exactly on the days of the file, and what comes next is said before.
TEST(Reminders, BeginExactlyOnTheirDays)
{
    const auto& rules = shipped_reminders();
    auto due = day("2026-07-31");
    std::vector<int> begun;
    for (int offset = -60; offset <= 60; ++offset) {
        auto today = due.plus_days(offset);
        auto found = reminder_of_deadline(rules, due, today);
        if (found && found->since == today)
            begun.push_back(offset);
        auto next = rules.deadline.next_after(due, today);
        ASSERT_TRUE(next);
        EXPECT_GT(*next, today);
        EXPECT_EQ(rules.deadline.last_by(due, *next), next);
    }
    EXPECT_EQ(begun, (std::vector{-30, -7, -1, 0, 7, 14, 21, 28, 35, 42, 49, 56}));
}

TEST(Reminders, WithoutRepeatingTheyEnd)
{
    ReminderDays days{.before = {3}, .on_the_day = false, .after = {}, .every = 0};
    auto due = day("2026-07-31");
    EXPECT_EQ(days.next_after(due, day("2026-07-27")), day("2026-07-28"));
    EXPECT_EQ(days.next_after(due, day("2026-07-28")), std::nullopt);
    EXPECT_EQ(days.last_by(due, day("2027-07-28")), day("2026-07-28"));
}

std::string message_of(const std::string& toml)
{
    auto parsed = parse_reminders(toml);
    return parsed ? "" : parsed.error().message;
}

std::string with_deadline(const std::string& lines) { return "confidence = \"custom\"\n[deadline]\n" + lines; }

TEST(Reminders, TheFileNamesWhatIsWrong)
{
    EXPECT_EQ(message_of("confidence = \"S\""),
              "reminders.toml, đầu tệp: confidence: chỉ nhận custom: đây là nếp làm việc, không phải quy định");
    EXPECT_EQ(message_of("confidence = \"custom\""), "reminders.toml, đầu tệp: deadline: thiếu");
    EXPECT_EQ(message_of(with_deadline("sometimes = 3")), "reminders.toml, deadline: sometimes: không có mục này");
    EXPECT_EQ(message_of(with_deadline("before = [1, 7]")), "reminders.toml, deadline: before: số lớn phải đứng trước");
    EXPECT_EQ(message_of(with_deadline("before = [\"x\"]")),
              "reminders.toml, deadline: before: mỗi số phải là số ngày từ 1 đến 366");
    EXPECT_EQ(message_of(with_deadline("before = []\non_the_day = 1")),
              "reminders.toml, deadline: on_the_day: phải là true hoặc false");
    EXPECT_EQ(message_of(with_deadline("before = []\non_the_day = true\nafter = [7, 7]")),
              "reminders.toml, deadline: after: số nhỏ phải đứng trước");
    EXPECT_EQ(message_of(with_deadline("before = []\non_the_day = true\nafter = []\nevery = 400")),
              "reminders.toml, deadline: every: phải là số ngày từ 0 đến 366");
}

} // namespace

} // namespace phusa
