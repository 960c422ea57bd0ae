#include "web/audit_log/sentences.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace phusa::web::audit_log
{
namespace
{

AuditRow row(std::string action, std::string subject, std::string details = "{}")
{
    AuditRow made;
    made.actor = AccountId(7);
    made.action = std::move(action);
    made.subject = std::move(subject);
    made.details = std::move(details);
    return made;
}

// Every action that app/ records, as its source says.
std::set<std::string> recorded_actions()
{
    std::set<std::string> actions;
    static const std::regex written("\\.action = \"([a-z_]+\\.[a-z_]+)\"");
    for (const auto& file : std::filesystem::recursive_directory_iterator(PHUSA_SOURCE_DIR "/src/app")) {
        auto path = file.path().string();
        if (!path.ends_with(".cpp") || path.ends_with("_test.cpp"))
            continue;
        std::ifstream stream(path);
        std::stringstream text;
        text << stream.rdbuf();
        auto source = text.str();
        for (std::sregex_iterator match(source.begin(), source.end(), written), end; match != end; ++match)
            actions.insert((*match)[1]);
    }
    return actions;
}

TEST(AuditSentences, EveryActionHasWords)
{
    auto actions = recorded_actions();
    EXPECT_GT(actions.size(), 20U);
    for (const auto& action : actions)
        EXPECT_NE(phrase_for(action), action) << "no words for it in sentences.cpp";
}

TEST(AuditSentences, AnUnknownActionIsShownAsItIs) { EXPECT_EQ(phrase_for("moon.land"), "moon.land"); }

TEST(AuditSentences, ASubjectIsCalledByItsName)
{
    auto account = subject_of(row("grant.add", "account:9", R"({"name":"bi.thu"})"));
    EXPECT_EQ(account.href, "/tai-khoan/9");
    EXPECT_EQ(account.text, "bi.thu");
    EXPECT_EQ(subject_of(row("account.add", "account:9")).text, "tài khoản số 9");
    // People are not named where the reader may not be allowed to see them.
    EXPECT_EQ(subject_of(row("person.look", "person:42", R"({"name":"Ai đó"})")).text, "người số 42");
    EXPECT_EQ(subject_of(row("session.open", "account:7")).href, "");
    EXPECT_EQ(subject_of(row("backup.make", "register")).href, "");
}

TEST(AuditSentences, DetailsAreInVietnamese)
{
    auto details = details_of(R"({"role":"auditor","from":"2026-02-03","reason":"unknown","strange":"x","empty":""})");
    std::vector<std::pair<std::string, std::string>> wanted = {{"Vai trò", "Kiểm tra, giám sát"},
                                                               {"Từ ngày", "03/02/2026"},
                                                               {"Lý do", "không có tài khoản mang tên đã gõ"},
                                                               {"strange", "x"}};
    EXPECT_EQ(details, wanted);
    EXPECT_TRUE(details_of("no json").empty());
    EXPECT_TRUE(details_of("[1,2]").empty());
}

} // namespace
} // namespace phusa::web::audit_log
