#include "app/version.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace phusa
{
namespace
{

TEST(ProgramVersion, IsThatOfTheBuild)
{
    std::ifstream file(PHUSA_SOURCE_DIR "/CMakeLists.txt");
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(text.str().contains(fmt::format("project(phusa VERSION {} ", program_version)));
}

} // namespace
} // namespace phusa
