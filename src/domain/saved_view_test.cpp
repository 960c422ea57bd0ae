#include "base/limits.hpp"
#include "domain/saved_view.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

SavedView named(std::string name)
{
    SavedView view;
    view.name = std::move(name);
    view.question = "dong=sex";
    return view;
}

TEST(SavedView, NeedsANameThatFits)
{
    EXPECT_TRUE(check(named("Nữ theo huyện")));
    EXPECT_FALSE(check(named("")));
    std::string longest;
    for (std::size_t i = 0; i < limit::name_length_max; ++i)
        longest += "ữ";
    EXPECT_TRUE(check(named(longest)));
    EXPECT_FALSE(check(named(longest + "ữ")));
}

TEST(SavedView, RefusesAQuestionThatIsNoAddress)
{
    auto view = named("Dài");
    view.question = std::string(limit::saved_question_bytes_max, 'a');
    EXPECT_TRUE(check(view));
    view.question += 'a';
    EXPECT_FALSE(check(view));
}

} // namespace

} // namespace phusa
