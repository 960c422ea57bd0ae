#include "base/limits.hpp"
#include "web/http/multipart.hpp"

#include <gtest/gtest.h>

namespace phusa::web
{

namespace
{

constexpr std::string_view type = "multipart/form-data; boundary=XX";

std::string field(std::string_view disposition, std::string_view content)
{
    return "--XX\r\nContent-Disposition: form-data; " + std::string(disposition) + "\r\n\r\n" + std::string(content) +
           "\r\n";
}

} // namespace

TEST(Multipart, ReadsFieldsAndFiles)
{
    auto body = field("name=\"tên\"", "Đào") +
                "--XX\r\ncontent-disposition: form-data; name=\"sheet\"; filename=\"C:\\tmp\\ds.xlsx\"\r\n"
                "Content-Type: application/octet-stream\r\n\r\n\r\n--XY\r\n" +
                std::string("--XX--\r\n");
    auto form = parse_multipart(type, body);
    ASSERT_TRUE(form) << form.error().message;
    EXPECT_EQ(form->fields.text("tên"), "Đào");
    ASSERT_EQ(form->files.size(), 1u);
    EXPECT_EQ(form->files[0].field, "sheet");
    EXPECT_EQ(form->files[0].filename, "ds.xlsx");
    EXPECT_EQ(form->files[0].content_type, "application/octet-stream");
}

TEST(Multipart, KeepsBinaryContent)
{
    std::string content("\0\r\n--X\xff\r\n", 9);
    auto body = field("name=\"f\"; filename=\"a.bin\"", content) + "--XX--";
    auto form = parse_multipart(type, body);
    ASSERT_TRUE(form);
    ASSERT_EQ(form->files.size(), 1u);
    EXPECT_EQ(form->files[0].content, content);
}

TEST(Multipart, AFileInputLeftEmptyIsNoFile)
{
    auto form = parse_multipart(type, field("name=\"f\"; filename=\"\"", "") + "--XX--");
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->files.empty());
    EXPECT_TRUE(form->fields.empty());
}

TEST(Multipart, FilenamesLoseTheirPath)
{
    auto form = parse_multipart(type, field("name=\"f\"; filename=\"../../etc/passwd\"", "x") + "--XX--");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->files[0].filename, "passwd");
}

TEST(Multipart, RefusesWhatIsCutOrBroken)
{
    auto whole = field("name=\"a\"", "1") + field("name=\"b\"", "2") + "--XX--\r\n";
    ASSERT_TRUE(parse_multipart(type, whole));
    for (std::size_t size = 0; size < whole.size() - 4; ++size)
        EXPECT_FALSE(parse_multipart(type, std::string_view(whole).substr(0, size))) << size;
    EXPECT_FALSE(parse_multipart("multipart/form-data", whole));
    EXPECT_FALSE(parse_multipart("multipart/form-data; boundary=" + std::string(71, 'X'), whole));
    EXPECT_FALSE(parse_multipart(type, "--XX\r\n\r\nno headers\r\n--XX--"));
    EXPECT_FALSE(parse_multipart(type, field("name=\"a\"", "\xff") + "--XX--"));
    EXPECT_FALSE(parse_multipart(type, field("filename=\"a\"", "no name") + "--XX--"));
}

TEST(Multipart, RefusesTooManyFiles)
{
    std::string body;
    for (std::size_t i = 0; i <= limit::request_files_max; ++i)
        body += field("name=\"f\"; filename=\"a\"", "x");
    auto form = parse_multipart(type, body + "--XX--");
    ASSERT_FALSE(form);
    EXPECT_EQ(form.error().kind, Problem::Kind::too_large);
}

} // namespace phusa::web
