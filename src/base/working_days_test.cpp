#include "base/case_file.hpp"
#include "base/working_days.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace phusa
{

namespace
{

std::string holidays_text()
{
    std::ifstream file(PHUSA_SOURCE_DIR "/regulations/holidays.toml");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const WorkingDays& viet_nam()
{
    static const auto days = WorkingDays::parse(holidays_text());
    EXPECT_TRUE(days) << days.error().message;
    return days.value();
}

Date day(const std::string& iso) { return Date::from_iso(iso).value(); }

// The day behind `label` in a line of the file.
std::optional<Date> day_after(std::string_view line, std::string_view label)
{
    auto at = line.find(label);
    return at == std::string_view::npos ? std::nullopt : Date::from_iso(line.substr(at + label.size(), 10));
}

// A second reckoning that shares nothing with the first: the lines of the file as plain text, and a walk.
class Walk
{
public:
    Walk()
    {
        std::istringstream lines(holidays_text());
        for (std::string line; std::getline(lines, line);) {
            auto first = day_after(line, "    { date = ");
            if (!first || line.contains("undecided"))
                continue;
            auto last = day_after(line, "to = ").value_or(*first);
            for (auto off = *first; off <= last; off = off.plus_days(1))
                off_.insert(off);
            if (auto worked = day_after(line, "worked = "))
                worked_.insert(*worked);
        }
    }

    bool works(Date date) const
    {
        auto number = (date.sys_days().time_since_epoch().count() % 7 + 7) % 7; // 0: Thursday, as 1970-01-01 was
        bool weekend = number == 2 || number == 3;
        return worked_.contains(date) || (!weekend && !off_.contains(date));
    }

    std::size_t days_off() const { return off_.size(); }
    std::size_t days_worked() const { return worked_.size(); }

private:
    std::set<Date> off_;
    std::set<Date> worked_;
};

TEST(WorkingDaysTest, every_day_and_every_deadline_agree_with_a_plain_walk)
{
    Walk walk;
    ASSERT_GT(walk.days_off(), 250U);
    ASSERT_GE(walk.days_worked(), 20U);
    for (auto from = day("2005-11-01"); from <= day("2028-02-29"); from = from.plus_days(1)) {
        ASSERT_EQ(viet_nam().is_working_day(from), walk.works(from)) << from.iso();
        auto reached = from;
        for (int count = 1; count <= 95; ++count) {
            do
                reached = reached.plus_days(1);
            while (!walk.works(reached));
            ASSERT_EQ(viet_nam().after(from, count), reached) << count << " working days from " << from.iso();
            ASSERT_EQ(viet_nam().between(from, reached), count) << from.iso() << " to " << reached.iso();
        }
    }
}

TEST(WorkingDaysTest, deadlines_follow_the_table)
{
    for (const auto& row : case_rows(PHUSA_SOURCE_DIR "/tests/base/deadlines.case"))
        EXPECT_EQ(viet_nam().after(day(row.cell(0)), std::stoi(row.cell(1))).iso(), row.cell(2)) << row.place;
}

TEST(WorkingDaysTest, between_counts_the_last_day_and_not_the_first)
{
    EXPECT_EQ(viet_nam().between(day("2025-06-09"), day("2025-06-09")), 0);
    EXPECT_EQ(viet_nam().between(day("2025-06-09"), day("2025-06-08")), 0);
    EXPECT_EQ(viet_nam().between(day("2025-06-09"), day("2025-06-10")), 1);
    EXPECT_EQ(viet_nam().between(day("2025-06-13"), day("2025-06-15")), 0);
    EXPECT_EQ(viet_nam().between(day("2025-04-25"), day("2025-05-05")), 4); // 26, 28, 29 April, 5 May
}

TEST(WorkingDaysTest, names_days_off_and_marks_the_undecided)
{
    EXPECT_EQ(viet_nam().name_of(day("2026-02-17")), "Tết Nguyên đán");
    EXPECT_EQ(viet_nam().name_of(day("2026-02-15")), "");
    EXPECT_FALSE(viet_nam().is_undecided(day("2026-02-17")));
    EXPECT_TRUE(viet_nam().is_undecided(day("2027-02-04")));
    EXPECT_TRUE(viet_nam().is_working_day(day("2027-02-04")));
    EXPECT_EQ(viet_nam().name_of(day("2027-02-04")), "Tết Nguyên đán (dự kiến)");
    EXPECT_FALSE(viet_nam().is_working_day(day("2026-11-28"))) << "its swap is not decided";
}

TEST(WorkingDaysTest, without_a_file_only_weekends_are_off)
{
    WorkingDays plain;
    EXPECT_EQ(plain.after(day("2025-04-29"), 1).iso(), "2025-04-30");
    EXPECT_EQ(plain.after(day("1969-12-31"), 2).iso(), "1970-01-02");
    EXPECT_EQ(plain.between(day("2025-04-25"), day("2025-05-05")), 6);
}

} // namespace

} // namespace phusa
