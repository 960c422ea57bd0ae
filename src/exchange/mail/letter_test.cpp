#include "exchange/mail/letter.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace phusa
{

namespace
{

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        EXPECT_TRUE(line.ends_with('\r') || stream.eof()) << line;
        lines.push_back(line.substr(0, line.find('\r')));
    }
    return lines;
}

TEST(Letter, ShortAsciiStaysAsItIs)
{
    EXPECT_EQ(encoded_words("Bao cao 2026"), "Bao cao 2026");
    EXPECT_EQ(encoded_words("=?x"), "=?UTF-8?Q?=3D=3Fx?=");
}

TEST(Letter, HeaderWordsAreFoldedAndNoLetterIsCut)
{
    EXPECT_EQ(encoded_words("Phù Sa"), "=?UTF-8?Q?Ph=C3=B9_Sa?=");
    auto folded = encoded_words("Nhắc việc ngày 30/06/2026: 2 quá hạn, 1 hết hạn hôm nay, 3 sắp đến hạn", 9);
    auto lines = lines_of("Subject: " + folded);
    ASSERT_GT(lines.size(), 1U);
    for (const auto& line : lines) {
        EXPECT_LE(line.size(), 76U);
        // A word that ends inside a letter would end with the first byte of one.
        EXPECT_FALSE(line.ends_with("=E1?=")) << line;
        EXPECT_TRUE(line.ends_with("?=")) << line;
    }
}

TEST(Letter, BodiesKeepTheirLinesAndNoLineIsTooLong)
{
    EXPECT_EQ(quoted_printable("a=b\nhạn"), "a=3Db\r\nh=E1=BA=A1n");
    EXPECT_EQ(quoted_printable("blank \n"), "blank=20\r\n");
    for (const auto& line : lines_of(quoted_printable(std::string(200, 'x') + "ữữữữữữữữữữữữữữữữữữữữữữữữữ")))
        EXPECT_LE(line.size(), 76U);
}

TEST(Letter, SaysWhatMailServersAskFor)
{
    auto message = message_of({.from = "phusa@tinh.example",
                               .to = "bi.thu@boiha.example",
                               .subject = "Nhắc việc",
                               .body = "Một dòng\nHai dòng",
                               .message_id = "1.2026-06-30@tinh.example",
                               .settings_url = "https://phusa.tinh.example/ca-nhan/nhac-viec",
                               .written = time_from_iso("2026-06-30T00:05:09.000Z")});
    for (const char* header :
         {"Date: Tue, 30 Jun 2026 00:05:09 +0000\r\n", "From: =?UTF-8?Q?Ph=C3=B9_Sa?= <phusa@tinh.example>\r\n",
          "To: <bi.thu@boiha.example>\r\n", "Subject: =?UTF-8?Q?Nh=E1=BA=AFc_vi=E1=BB=87c?=\r\n",
          "Message-ID: <1.2026-06-30@tinh.example>\r\n",
          "List-Unsubscribe: <https://phusa.tinh.example/ca-nhan/nhac-viec>\r\n",
          "Content-Type: text/plain; charset=utf-8\r\n", "\r\n\r\nM=E1=BB=99t d=C3=B2ng\r\nHai d=C3=B2ng\r\n"})
        EXPECT_NE(message.find(header), std::string::npos) << header;
}

} // namespace

} // namespace phusa
