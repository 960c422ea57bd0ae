#include "app/accounts.hpp"
#include "app/register_test.hpp"
#include "app/sign_in.hpp"
#include "base/limits.hpp"

namespace phusa
{
namespace
{

using Kind = Problem::Kind;
using namespace std::chrono_literals;

class SignInTest : public RegisterTest
{
protected:
    Result<OpenedSession> try_in(std::string_view name, std::string_view tried, std::string_view peer = "10.0.0.1")
    {
        return sign_in(app(), name, tried, peer);
    }
    std::string signed_in_token(Role role) { return try_in(key_of(role), password).value().token; }
    void fail(std::string_view name, int times, std::string_view peer = "10.0.0.1")
    {
        for (int n = 0; n < times; ++n)
            EXPECT_EQ(try_in(name, "sai mật khẩu rồi", peer).error().kind, Kind::invalid) << n;
    }
};
ON_BOTH_REGISTERS(SignInTest);

TEST_P(SignInTest, OpensASessionWithTheRightsOfToday)
{
    auto token = signed_in_token(Role::auditor);
    auto who = session_of(app(), token);
    ASSERT_TRUE(who);
    EXPECT_EQ(who->actor.name, "auditor");
    ASSERT_EQ(who->actor.grants.size(), 1U);
    EXPECT_FALSE(who->csrf.empty());
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"session.open account:8"});
    EXPECT_FALSE(session_of(app(), token + "x"));
    EXPECT_FALSE(session_of(app(), ""));
}

TEST_P(SignInTest, SaysTheSameForAWrongNameAndAWrongPassword)
{
    auto wrong_name = try_in("khong.co", password);
    auto wrong_password = try_in("auditor", "sai mật khẩu rồi");
    EXPECT_EQ(wrong_name.error().kind, wrong_password.error().kind);
    EXPECT_EQ(wrong_name.error().message, wrong_password.error().message);
    // The name that was tried may be a password typed in the wrong box: it is not kept.
    EXPECT_EQ(last_recorded(2), (std::vector<std::string>{"session.refuse ", "session.refuse account:8"}));
}

TEST_P(SignInTest, TheNameMayBeTypedInCapitalsAndWithSpaces) { EXPECT_TRUE(try_in(" Auditor ", password)); }

TEST_P(SignInTest, AfterFailuresTheRightPasswordWaitsToo)
{
    fail("auditor", limit::sign_in_failures_before_back_off);
    EXPECT_EQ(try_in("auditor", password).error().kind, Kind::too_many);
    pass_time(61s);
    EXPECT_TRUE(try_in("auditor", password));
}

TEST_P(SignInTest, TheWaitDoublesAndASuccessForgetsIt)
{
    fail("auditor", limit::sign_in_failures_before_back_off);
    pass_time(61s);
    fail("auditor", 1);
    pass_time(61s);
    EXPECT_EQ(try_in("auditor", password).error().kind, Kind::too_many);
    pass_time(60s);
    EXPECT_TRUE(try_in("auditor", password));
    fail("auditor", limit::sign_in_failures_before_back_off - 1);
    EXPECT_TRUE(try_in("auditor", password));
}

TEST_P(SignInTest, ANameThatNobodyHasIsHeldBackInTheSameWay)
{
    fail("khong.co", limit::sign_in_failures_before_back_off);
    EXPECT_EQ(try_in("khong.co", password).error().kind, Kind::too_many);
    EXPECT_TRUE(try_in("auditor", password));
}

TEST_P(SignInTest, OnePeerThatTriesManyNamesIsHeldBack)
{
    std::optional<Kind> last;
    for (int n = 0; n < 40 && last != Kind::too_many; ++n)
        last = try_in("ten" + std::to_string(n), "sai mật khẩu rồi", "10.0.0.66").error().kind;
    EXPECT_EQ(last, Kind::too_many);
    EXPECT_EQ(try_in("auditor", password, "10.0.0.66").error().kind, Kind::too_many);
    EXPECT_TRUE(try_in("auditor", password, "10.0.0.1"));
}

TEST_P(SignInTest, ASessionEndsWhenIdleAndAtTheEndOfItsLife)
{
    auto idle = signed_in_token(Role::auditor);
    pass_time(limit::session_idle_max - 1min);
    EXPECT_TRUE(session_of(app(), idle));
    pass_time(limit::session_idle_max);
    EXPECT_FALSE(session_of(app(), idle));

    auto busy = signed_in_token(Role::auditor);
    for (auto left = limit::session_life_max; left > 0h; left -= 6h) {
        EXPECT_TRUE(session_of(app(), busy));
        pass_time(6h);
    }
    EXPECT_FALSE(session_of(app(), busy));
}

TEST_P(SignInTest, SigningOutEndsIt)
{
    auto token = signed_in_token(Role::auditor);
    sign_out(app(), token);
    EXPECT_FALSE(session_of(app(), token));
    EXPECT_EQ(last_recorded(1), std::vector<std::string>{"session.close account:8"});
}

TEST_P(SignInTest, ARoleThatIsTakenAwayIsGoneWithTheNextRequest)
{
    auto token = signed_in_token(Role::auditor);
    auto grant = session_of(app(), token)->actor.grants.front();
    // By another program, as the command line would.
    auto other = open_again();
    ASSERT_TRUE(end_grant(*other, Actor::program("phusa test"), id_of(Role::auditor), grant.id));
    EXPECT_TRUE(session_of(app(), token)->actor.grants.empty());
}

TEST_P(SignInTest, ADisabledAccountHasNoWayIn)
{
    auto session = signed_in_token(Role::auditor);
    auto bearer = make_api_token(app(), actor(Role::auditor), id_of(Role::auditor), "báo cáo", {}).value();
    EXPECT_TRUE(bearer_of(app(), bearer));
    ASSERT_TRUE(disable_account(app(), actor(Role::administrator), id_of(Role::auditor)));
    EXPECT_FALSE(session_of(app(), session));
    EXPECT_FALSE(bearer_of(app(), bearer));
    auto refused = try_in("auditor", password);
    EXPECT_EQ(refused.error().message, try_in("auditor", "sai mật khẩu rồi").error().message);
    ASSERT_TRUE(enable_account(app(), actor(Role::administrator), id_of(Role::auditor)));
    EXPECT_TRUE(try_in("auditor", password));
    EXPECT_FALSE(bearer_of(app(), bearer));
}

TEST_P(SignInTest, ANewPasswordEndsAllOtherSessions)
{
    auto here = signed_in_token(Role::auditor);
    auto there = signed_in_token(Role::auditor);
    auto who = session_of(app(), here)->actor;
    EXPECT_EQ(change_own_password(app(), who, "không phải", "một mật khẩu khác hẳn").error().fields.front().name,
              "current_password");
    EXPECT_EQ(change_own_password(app(), who, password, "ngắn").error().kind, Kind::invalid);
    EXPECT_EQ(change_own_password(app(), who, password, password).error().kind, Kind::invalid);
    auto opened = change_own_password(app(), who, password, "một mật khẩu khác hẳn");
    ASSERT_TRUE(opened);
    EXPECT_TRUE(session_of(app(), opened->token));
    EXPECT_FALSE(session_of(app(), here));
    EXPECT_FALSE(session_of(app(), there));
    EXPECT_TRUE(try_in("auditor", "một mật khẩu khác hẳn"));
    EXPECT_FALSE(try_in("auditor", password));
}

TEST_P(SignInTest, EndingOtherSessionsKeepsThisOne)
{
    auto here = signed_in_token(Role::auditor);
    auto there = signed_in_token(Role::auditor);
    end_other_sessions(app(), session_of(app(), here)->actor, here);
    EXPECT_TRUE(session_of(app(), here));
    EXPECT_FALSE(session_of(app(), there));
}

TEST_P(SignInTest, GuessingTheCurrentPasswordIsHeldBackLikeSigningIn)
{
    auto who = session_of(app(), signed_in_token(Role::auditor))->actor;
    for (int n = 0; n < limit::sign_in_failures_before_back_off; ++n)
        EXPECT_FALSE(change_own_password(app(), who, "đoán mò", "một mật khẩu khác hẳn"));
    EXPECT_EQ(change_own_password(app(), who, password, "một mật khẩu khác hẳn").error().kind, Kind::too_many);
}

} // namespace
} // namespace phusa
