#include "app/site_key.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <sys/stat.h>

namespace phusa
{
namespace
{

class SiteKeyTest : public testing::Test
{
protected:
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("phusa_key_" + to_hex(random_bytes(8))) / "data";

    void TearDown() override { std::filesystem::remove_all(folder_.parent_path()); }

    static mode_t mode_of(const std::filesystem::path& path)
    {
        struct stat about{};
        EXPECT_EQ(::stat(path.c_str(), &about), 0);
        return about.st_mode & 0777;
    }
};

TEST_F(SiteKeyTest, IsMadeOnceForItsOwnerAlone)
{
    auto key = site_key(folder_);
    EXPECT_EQ(mode_of(folder_), 0700U);
    EXPECT_EQ(mode_of(site_key_path(folder_)), 0600U);
    EXPECT_EQ(site_key(folder_).bytes(), key.bytes());
    // Nothing is left of writing it.
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(SiteKeyTest, IsRefusedWhenOthersCanReadIt)
{
    site_key(folder_);
    ::chmod(site_key_path(folder_).c_str(), 0640);
    EXPECT_THROW(site_key(folder_), std::runtime_error);
}

TEST_F(SiteKeyTest, IsRefusedWhenItsSizeIsWrong)
{
    site_key(folder_);
    for (std::size_t size : {0U, 31U, 33U}) {
        std::ofstream(site_key_path(folder_), std::ios::binary | std::ios::trunc) << std::string(size, 'k');
        EXPECT_THROW(site_key(folder_), std::runtime_error) << size;
    }
}

} // namespace
} // namespace phusa
