#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "cast/cast.hpp"
#include "storage/database.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

namespace phusa
{

// An opened register of its own with the cast's units and an account for every role (named as the role, password
// `password`), on both databases. The clock stands still until a test moves it.
class RegisterTest : public testing::TestWithParam<storage::Dialect>
{
protected:
    static constexpr std::string_view password = "phu sa boi dap dong bang";

    void SetUp() override;
    void TearDown() override;

    App& app() { return *app_; }
    const std::filesystem::path& folder() const { return folder_; }
    std::string url() const { return url_; }
    void pass_time(std::chrono::milliseconds time) { now_ += time; }
    // Another program on the same register, such as the command line beside the server.
    std::unique_ptr<App> open_again() const;

    AccountId id_of(Role role) const { return cast::account(role).id; }
    // Somebody with that role, signed in.
    Actor actor(Role role);
    // The last rows of the audit log, oldest first: "grant.add account:3".
    std::vector<std::string> last_recorded(std::size_t rows);

private:
    void store_cast();

    std::filesystem::path folder_;
    std::string url_;
    Clock::Time now_ = time_from_iso("2026-11-23T03:00:00.000Z");
    std::unique_ptr<App> app_;
};

std::string register_name(const testing::TestParamInfo<storage::Dialect>& info);

#define ON_BOTH_REGISTERS(suite)                                                                                       \
    INSTANTIATE_TEST_SUITE_P(app, suite, testing::Values(storage::Dialect::sqlite, storage::Dialect::postgresql),      \
                             register_name)

} // namespace phusa
