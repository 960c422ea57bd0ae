#include "exchange/docx_text.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <zip.h>

namespace phusa
{

namespace
{

constexpr std::string_view word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// The bytes of a zip with one part.
std::string zipped(const std::string& name, const std::string& content)
{
    auto path = std::filesystem::temp_directory_path() /
                ("docx-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                 std::to_string(reinterpret_cast<std::uintptr_t>(&content)) + ".zip");
    int error = 0;
    auto* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                 ZIP_FL_OVERWRITE);
    zip_close(archive);
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    std::filesystem::remove(path);
    return bytes;
}

std::string document(const std::string& body)
{
    return zipped("word/document.xml",
                  "<w:document xmlns:w=\"" + std::string(word) + "\"><w:body>" + body + "</w:body></w:document>");
}
std::string paragraph(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

TEST(DocxText, JoinsParagraphsAndCellsByLineFeeds)
{
    auto read =
        read_docx(Content(document(paragraph("Đầu") + "<w:tbl><w:tr><w:tc>" + paragraph("Nữ") + "</w:tc><w:tc>" +
                                   paragraph("12") + "</w:tc></w:tr></w:tbl>" + paragraph("Cuối"))));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->text, "Đầu\nNữ\n12\nCuối");
    ASSERT_EQ(read->tables.size(), 1);
    const auto& row = read->tables[0].at(0);
    EXPECT_EQ(row.at(0).begin, 4);
    EXPECT_EQ(row.at(0).end, 6);
    EXPECT_EQ(row.at(1).begin, 7);
    EXPECT_EQ(row.at(1).end, 9);
}

TEST(DocxText, IsOneTextOverSeveralRuns)
{
    auto read = read_docx(Content(
        document("<w:p><w:r><w:t>6.</w:t></w:r><w:r><w:t xml:space=\"preserve\">658, </w:t><w:tab/><w:t>a</w:t></w:r>"
                 "<w:del><w:r><w:delText>xoá</w:delText></w:r></w:del></w:p>")));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->text, "6.658, \ta");
}

TEST(DocxText, ReadsAMovedOrDeletedPieceOnce)
{
    auto read =
        read_docx(Content(document("<w:p><w:moveFrom><w:r><w:t>12</w:t></w:r></w:moveFrom><w:del><w:r><w:delText>"
                                   "3</w:delText></w:r></w:del><w:ins><w:r><w:t>45</w:t></w:r></w:ins></w:p>")));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->text, "45");
}

TEST(DocxText, KeepsATextBoxApartFromItsParagraph)
{
    auto read = read_docx(Content(document("<w:p><w:r><w:t>nữ 12</w:t></w:r><w:r><w:txbxContent>" + paragraph("5") +
                                           "</w:txbxContent></w:r><w:r><w:t>7 nam</w:t></w:r></w:p>")));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->text, "nữ 12\n5\n7 nam");
}

TEST(DocxText, SaysThatAFileIsDamaged)
{
    for (const auto& bytes : {std::string("không phải tệp Word"), std::string("PK\x03\x04"),
                              zipped("other.xml", "<a/>"), zipped("word/document.xml", "<w:document><w:p>"),
                              zipped("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")}) {
        auto read = read_docx(Content(bytes));
        ASSERT_FALSE(read);
        EXPECT_FALSE(read.error().message.empty());
    }
}

TEST(DocxText, RefusesWhatUnpacksWithoutEnd)
{
    auto read = read_docx(Content(document(paragraph(std::string(8 * 1024 * 1024, 'a')))));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Problem::Kind::too_large);
}

} // namespace

} // namespace phusa
