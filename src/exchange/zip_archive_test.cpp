#include "exchange/zip_archive.hpp"
#include "exchange/zipped_test.hpp"

#include <gtest/gtest.h>

namespace phusa
{
namespace
{

// Long enough for several pieces, and not all alike.
std::string long_text()
{
    std::string text;
    for (int i = 0; text.size() < 1'000'000; ++i)
        text += "Dòng " + std::to_string(i * i % 9'973) + ": Nguyễn Thị Hoa\n";
    return text;
}

Result<std::string> part_of(std::string bytes, const std::string& part = "a.txt")
{
    auto archive = TRY(ZipArchive::open(Content(std::move(bytes))));
    return archive.read(part);
}

TEST(ZipArchive, GivesBackWhatWasPacked)
{
    for (const auto& text : {std::string(), std::string("một"), long_text()})
        for (auto packing : {Packing::deflated, Packing::stored})
            EXPECT_EQ(part_of(zipped({{"a.txt", text}}, nullptr, packing)).value(), text);
}

TEST(ZipArchive, SaysWhatIsNotThere)
{
    EXPECT_FALSE(part_of(zipped({{"a.txt", "một"}}), "b.txt"));
    EXPECT_FALSE(part_of("không phải tệp nén"));
}

TEST(ZipArchive, StopsWhereNobodyWantsMore)
{
    auto archive = ZipArchive::open(Content(zipped({{"a.txt", long_text()}}))).value();
    int pieces = 0;
    EXPECT_TRUE(archive.stream("a.txt", [&](std::string_view) { return ++pieces < 2; }));
    EXPECT_EQ(pieces, 2);
}

// Every byte of the packed part turned over, one at a time: never other text than was packed.
TEST(ZipArchive, NeverGivesOtherTextOfADamagedPart)
{
    const std::string text = long_text().substr(0, 3'000);
    const auto sound = zipped({{"a.txt", text}});
    for (std::size_t at = 0; at < sound.size(); ++at) {
        auto damaged = sound;
        damaged[at] = static_cast<char>(~damaged[at]);
        EXPECT_EQ(part_of(damaged).value_or(text), text) << at;
    }
}

TEST(ZipArchive, TellsThatTheChecksumIsWrong)
{
    auto bytes = zipped({{"a.txt", long_text()}});
    // The list at the end says it again, 16 bytes behind its mark (APPNOTE 4.3.12).
    auto entry = bytes.rfind("PK\x01\x02");
    ASSERT_NE(entry, std::string::npos);
    bytes[entry + 16] = static_cast<char>(bytes[entry + 16] ^ 1);
    EXPECT_FALSE(part_of(bytes));
}

} // namespace
} // namespace phusa
