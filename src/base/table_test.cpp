#include "base/table.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

using Kind = Table::Kind;

TEST(TableTest, shows_cells_as_people_read_them)
{
    EXPECT_EQ(shown(Cell{}, Kind::count), "");
    EXPECT_EQ(shown(Cell{std::int64_t{10'986}}, Kind::count), "10.986");
    EXPECT_EQ(shown(Cell{10'986.0}, Kind::count), "10.986");
    EXPECT_EQ(shown(Cell{60.6}, Kind::percent), "60,6%");
    EXPECT_EQ(shown(Cell{std::int64_t{100}}, Kind::percent), "100,0%");
    EXPECT_EQ(shown(Cell{29.45}, Kind::decimal), "29,5");
    EXPECT_EQ(shown(Cell{std::int64_t{29}}, Kind::decimal), "29,0");
}

TEST(TableTest, text_stays_text)
{
    EXPECT_EQ(shown(Cell{std::string("079200001234")}, Kind::text), "079200001234");
    EXPECT_EQ(shown(Cell{std::string("079200001234")}, Kind::count), "079200001234");
    EXPECT_EQ(shown(Cell{std::int64_t{2026}}, Kind::text), "2026") << "a year has no thousands";
}

TEST(TableTest, shows_dates_as_exactly_as_they_are_known)
{
    EXPECT_EQ(shown(Cell{Date::from_iso("2025-02-03").value()}, Kind::date), "03/02/2025");
    EXPECT_EQ(shown(Cell{PartialDate::from_iso("2025-02").value()}, Kind::date), "02/2025");
    EXPECT_EQ(shown(Cell{PartialDate::from_iso("1954").value()}, Kind::text), "1954");
}

} // namespace

} // namespace phusa
