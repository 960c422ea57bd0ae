#include "cast/cast.hpp"
#include "domain/person_fields.hpp"

#include <gtest/gtest.h>

#include <set>

namespace phusa
{

namespace
{

using Keys = std::vector<std::string_view>;

std::string shown(const Person& person, std::string_view key)
{
    for (const PersonField& field : person_fields())
        if (field.key == key)
            return field.shown(person);
    return "no such field";
}

} // namespace

TEST(PersonFields, have_their_own_keys_and_titles)
{
    std::set<std::string_view> keys, titles;
    for (const PersonField& field : person_fields()) {
        keys.insert(field.key);
        titles.insert(field.title);
    }
    EXPECT_EQ(keys.size(), person_fields().size());
    EXPECT_EQ(titles.size(), person_fields().size());
}

TEST(PersonFields, are_shown_as_people_read_them)
{
    Person que = cast::que().person;
    EXPECT_EQ(shown(que, "full_name"), "Nông Quế Chi");
    EXPECT_EQ(shown(que, "born"), "06/06/1978");
    EXPECT_EQ(shown(que, "sex"), "Nữ");
    EXPECT_EQ(shown(que, "ethnicity"), "Tày");
    EXPECT_EQ(shown(que, "religion"), "Công giáo");
    EXPECT_EQ(shown(que, "academic_title"), "Phó Giáo sư");
    EXPECT_EQ(shown(que, "enlisted"), "");
    EXPECT_EQ(shown(cast::gio().person, "born"), "1948");
    EXPECT_EQ(shown(cast::gio().person, "enlisted"), "02/1966");
}

TEST(PersonFields, tell_versions_apart)
{
    Person before = cast::may().person;
    Person after = before;
    EXPECT_TRUE(differing_fields(before, after).empty());
    after.name = "Đỗ Mây Hồng";
    after.ethnicity = 6;
    after.employed = PartialDate::of_year(2001);
    EXPECT_EQ(differing_fields(before, after), (Keys{"full_name", "ethnicity", "employed"}));
}

// A correction copies fields one by one: all of them together make the other person's record, none touches a second.
TEST(PersonFields, copy_their_own_field_and_no_other)
{
    Person to = cast::gio().person;
    const Person from = cast::que().person;
    for (const PersonField& field : person_fields()) {
        Person before = to;
        field.copy(from, to);
        EXPECT_TRUE(field.same(from, to)) << field.key;
        Keys changed = differing_fields(before, to);
        EXPECT_TRUE(changed.empty() || changed == Keys{field.key}) << field.key;
    }
    EXPECT_TRUE(differing_fields(from, to).empty());
}

} // namespace phusa
