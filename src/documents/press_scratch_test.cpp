#include "documents/press_scratch.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace phusa
{

namespace
{

TEST(PressScratch, TakesAwayWhatWasLeftByWhoIsGoneAndNothingElse)
{
    auto folder = std::filesystem::temp_directory_path() / ("phusa-scratch-" + std::to_string(getpid()));
    constexpr int never_a_process = 0x7ffffff0;
    auto gone = folder / ("tmp-" + std::to_string(never_a_process));
    auto alive = folder / ("tmp-" + std::to_string(getppid()));
    for (const auto& made : {gone / "lu1.tmp", alive, folder / "lu28a.tmp", folder / "profile"})
        std::filesystem::create_directories(made);
    std::ofstream(gone / "lu1.tmp" / "x") << "x";
    auto scratch = fresh_scratch(folder);
    std::ofstream(scratch / "y") << "y";
    EXPECT_FALSE(std::filesystem::exists(gone));
    EXPECT_FALSE(std::filesystem::exists(folder / "lu28a.tmp"));
    EXPECT_TRUE(std::filesystem::exists(alive));
    EXPECT_TRUE(std::filesystem::exists(folder / "profile"));
    EXPECT_TRUE(std::filesystem::is_empty(fresh_scratch(folder))) << "of this process, from an earlier child";
    std::filesystem::remove_all(folder);
}

} // namespace

} // namespace phusa
