#include "domain/reminder.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

bool takes(std::string address)
{
    ReminderChoice choice;
    choice.by_mail = true;
    choice.address = std::move(address);
    return check(choice).has_value();
}

TEST(ReminderChoice, EveryKindHasAKeyAndATitle)
{
    for (auto kind : all_reminder_kinds()) {
        EXPECT_EQ(reminder_kind(key_of(kind)), kind);
        EXPECT_FALSE(title_of(kind).empty());
    }
    for (auto naming : all_mail_namings())
        EXPECT_EQ(mail_naming(key_of(naming)), naming);
}

TEST(ReminderChoice, TakesAddressesThatAMailServerTakes)
{
    EXPECT_TRUE(takes("bi.thu@boiha.example"));
    EXPECT_TRUE(takes("van_phong+nhac@dangbo.songboi.example"));
    // A line end would let a text write headers of its own.
    for (const char* bad : {"", "bi.thu", "@boiha.example", "bi.thu@", "bi.thu@boiha", "bí.thư@boiha.example",
                            "bi thu@boiha.example", "a@b@c.example", "a@.example", "a@b..example",
                            "a@boiha.example\r\nBcc: x@y.example", "<a@boiha.example>", "a,b@boiha.example"})
        EXPECT_FALSE(takes(bad)) << bad;
    EXPECT_FALSE(takes(std::string(300, 'a') + "@boiha.example"));
}

TEST(ReminderChoice, WithoutMailNoAddressIsNeeded)
{
    EXPECT_TRUE(check(ReminderChoice{}));
    EXPECT_TRUE(ReminderChoice{}.wants(ReminderKind::below));
}

} // namespace

} // namespace phusa
