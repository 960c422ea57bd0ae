#include "base/page_codes.hpp"
#include "documents/code_stamp.hpp"
#include "documents/scan_work.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

namespace phusa
{

namespace
{

// A sheet of A4 with a frame on it, as often as asked; written by hand, so that qpdf reads what it did not write.
std::string blank_pdf(int pages)
{
    std::string kids;
    for (int i = 0; i < pages; ++i)
        kids += fmt::format("{} 0 R ", 3 + i);
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>",
                                     fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages)};
    for (int i = 0; i < pages; ++i)
        objects.push_back(fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R>>", 3 + pages));
    objects.emplace_back("<</Length 26>>stream\n100 100 400 600 re 4 w S \nendstream");
    std::string pdf = "%PDF-1.4\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    auto start = pdf.size();
    return pdf + table +
           fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
}

std::string line_of(const std::string& answer, int number)
{
    std::istringstream lines(answer);
    std::string line;
    for (int i = 0; i <= number; ++i)
        std::getline(lines, line);
    return line;
}

std::vector<std::string> codes_for(int pages, const SecretKey& key)
{
    std::vector<std::string> codes;
    for (int page = 1; page <= pages; ++page)
        codes.push_back(sealed_page_code({.paper = 7, .page = page, .pages = pages}, key));
    return codes;
}

} // namespace

TEST(ScanWork, TellsFilesByTheirContent)
{
    EXPECT_EQ(done_with_scan("look\n" + blank_pdf(3)), "ok pdf 3\n");
    EXPECT_EQ(done_with_scan("look\nGIF89a"), "bad unknown\n");
    EXPECT_EQ(done_with_scan("look\n"), "bad unknown\n");
    EXPECT_EQ(done_with_scan("look\n" + blank_pdf(3).substr(0, 200)), "bad broken\n");
    EXPECT_EQ(done_with_scan("look\n%PDF-1.4 not really"), "bad broken\n");
    EXPECT_EQ(done_with_scan("look\n\xff\xd8\xff\xe0 cut off"), "bad broken\n");
    EXPECT_EQ(done_with_scan("look\n" + blank_pdf(301)), "bad long\n");
    EXPECT_EQ(done_with_scan("jump\n" + blank_pdf(1)), "bad unknown\n");
}

TEST(ScanWork, ReadsTheCodesThatWereStamped)
{
    auto key = SecretKey::random();
    auto codes = codes_for(2, key);
    auto stamped = stamped_pdf(blank_pdf(2), codes);
    EXPECT_EQ(pages_of_pdf(stamped), 2);
    auto answer = done_with_scan("codes\n" + stamped);
    EXPECT_EQ(line_of(answer, 0), "ok 2");
    for (int page = 1; page <= 2; ++page)
        EXPECT_TRUE(line_of(answer, page).ends_with(" 0 " + codes[static_cast<std::size_t>(page) - 1])) << answer;
}

TEST(ScanWork, APageThatLiesOnItsHeadIsTurned)
{
    auto key = SecretKey::random();
    auto codes = codes_for(3, key);
    auto stamped = stamped_pdf(blank_pdf(3), codes);
    auto shuffled = done_with_scan("pages 3:180 1:90 2:270\n" + stamped);
    ASSERT_TRUE(shuffled.starts_with("ok\n"));
    shuffled.erase(0, 3);
    auto answer = done_with_scan("codes\n" + shuffled);
    EXPECT_TRUE(line_of(answer, 1).ends_with(" 180 " + codes[2])) << answer;
    EXPECT_TRUE(line_of(answer, 2).ends_with(" 270 " + codes[0])) << answer;
    EXPECT_TRUE(line_of(answer, 3).ends_with(" 90 " + codes[1])) << answer;
}

TEST(ScanWork, DrawsPictures)
{
    auto answer = done_with_scan("pictures 2 2 50\n" + blank_pdf(3));
    ASSERT_TRUE(answer.starts_with("ok\n"));
    EXPECT_TRUE(answer.contains("\x89PNG"));
    EXPECT_NE(answer.rfind("\x89PNG"), answer.find("\x89PNG"));
    EXPECT_EQ(done_with_scan("pages 9:0\n" + blank_pdf(1)), "bad broken\n");
}

} // namespace phusa
