#include "domain/account.hpp"
#include "web/site/form.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{
namespace
{

TEST(FormReader, CleansWhatWasTyped)
{
    Fields fields{{"name", "  Nguyễn \t An \n Bình "}, {"note", "dòng một\r\ndòng hai"}, {"secret", " giữ nguyên "}};
    FormReader form(fields);
    EXPECT_EQ(form.text("name"), "Nguyễn An Bình");
    EXPECT_EQ(form.note("note"), "dòng một\ndòng hai");
    EXPECT_EQ(form.secret("secret"), " giữ nguyên ");
    EXPECT_FALSE(form.problem());
}

TEST(FormReader, CollectsEverythingThatIsWrong)
{
    Fields fields{{"name", "  "}, {"day", "31/02/2026"}, {"month", "02/2026"}, {"count", "1e3"}, {"role", "king"}};
    FormReader form(fields);
    form.text("name", Need::required);
    EXPECT_FALSE(form.date("day"));
    EXPECT_FALSE(form.date("month"));
    EXPECT_FALSE(form.number("count"));
    EXPECT_FALSE(form.choice("role", role));
    form.date("absent", Need::required);
    auto problem = form.problem();
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, Problem::Kind::invalid);
    std::vector<std::string> names;
    for (const auto& field : problem->fields)
        names.push_back(field.name);
    EXPECT_EQ(names, (std::vector<std::string>{"name", "day", "month", "count", "role", "absent"}));
}

TEST(FormReader, ReadsDatesAsTypedAndAsMachinesWriteThem)
{
    Fields fields{{"typed", "3/2/2026"}, {"iso", "2026-02-03"}, {"year", "1990"}};
    FormReader form(fields);
    EXPECT_EQ(form.date("typed"), Date::of(2026, 2, 3));
    EXPECT_EQ(form.date("iso"), Date::of(2026, 2, 3));
    EXPECT_EQ(form.partial_date("year"), PartialDate::of_year(1990));
    EXPECT_FALSE(form.problem());
}

TEST(FormReader, AnIdIsAPositiveNumber)
{
    Fields fields{{"good", "7"}, {"zero", "0"}, {"negative", "-7"}};
    FormReader form(fields);
    EXPECT_EQ(form.id<struct Thing>("good"), Id<struct Thing>(7));
    EXPECT_FALSE(form.id<struct Thing>("zero"));
    EXPECT_FALSE(form.id<struct Thing>("negative"));
}

TEST(FormReader, LongTextsAreRefused)
{
    Fields fields{{"name", std::string(301, 'a')}};
    FormReader form(fields);
    form.text("name");
    EXPECT_TRUE(form.problem());
}

} // namespace
} // namespace phusa::web
