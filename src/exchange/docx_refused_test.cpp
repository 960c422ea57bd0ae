// Files that only look like a Word file, or were made to do harm: each is refused with a sentence, in little memory.
#include "exchange/docx_test_file.hpp"
#include "exchange/docx_text.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>

namespace phusa
{

namespace
{

using namespace docx;

constexpr std::size_t mega = 1024 * 1024;

std::string repeated(const std::string& piece, std::size_t bytes)
{
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes)
        text += piece;
    return text;
}

std::string with_document(const std::string& xml) { return zipped({{"word/document.xml", xml}}); }

struct Refused {
    const char* what;
    std::function<std::string()> bytes;
    const char* words; // of the sentence
    Problem::Kind kind = Problem::Kind::invalid;

    friend std::ostream& operator<<(std::ostream& out, const Refused& refused) { return out << refused.what; }
};

class RefusedDocx : public testing::TestWithParam<Refused>
{
};

// How much a process of its own needs at most for it, in KB.
long memory_for(const std::function<void()>& work)
{
    auto child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    rusage used{};
    EXPECT_EQ(wait4(child, &status, 0, &used), child);
    EXPECT_EQ(status, 0);
    return used.ru_maxrss;
}

TEST_P(RefusedDocx, SaysWhyInLittleMemory)
{
    auto bytes = GetParam().bytes();
    EXPECT_LT(bytes.size(), mega);
    auto before = memory_for([] {});
    auto needed = memory_for([&] { static_cast<void>(read_docx(Content(bytes))); });
    constexpr long kilobytes_max = 40L * 1024;
    EXPECT_LT(needed - before, kilobytes_max);

    auto read = read_docx(Content(bytes));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, GetParam().kind);
    EXPECT_NE(read.error().message.find(GetParam().words), std::string::npos) << read.error().message;
}

std::string cut_off()
{
    auto whole = document(paragraph("Kết nạp 12 đảng viên."));
    return whole.substr(0, whole.size() / 2);
}

std::string with_a_wrong_byte()
{
    auto whole = document(paragraph(repeated("Kết nạp 12 đảng viên. ", 4'000)));
    constexpr std::size_t in_the_data = 120;
    whole[in_the_data] = static_cast<char>(~whole[in_the_data]);
    return whole;
}

std::string billion_laughs()
{
    std::string types = "<!DOCTYPE a [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 10; ++i) {
        types += "<!ENTITY a" + std::to_string(i) + " \"";
        for (int n = 0; n < 10; ++n)
            types += "&a" + std::to_string(i - 1) + ";";
        types += "\">";
    }
    return with_document(types + "]>" + body(paragraph("&a9;")));
}

INSTANTIATE_TEST_SUITE_P(
    NoWordFile, RefusedDocx,
    testing::Values(Refused{"a text", [] { return std::string("Kết nạp 12 đảng viên."); }, "bị hỏng"},
                    Refused{"nothing", [] { return std::string(); }, "bị hỏng"},
                    Refused{"the head of a zip", [] { return std::string("PK\x03\x04"); }, "bị hỏng"},
                    Refused{"another zip", [] { return zipped({{"other.xml", "<a/>"}}); }, "bị hỏng"},
                    Refused{"half a file", cut_off, "bị hỏng"}, Refused{"a wrong byte", with_a_wrong_byte, "bị hỏng"},
                    Refused{"no end", [] { return with_document("<w:document><w:p>"); }, "bị hỏng"},
                    Refused{"a part with a password",
                            [] { return zipped({{"word/document.xml", body(paragraph("12"))}}, "mật khẩu"); },
                            "mật khẩu"},
                    Refused{"a file with a password, or of 2003",
                            [] { return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0'); }, "mật khẩu"}));

INSTANTIATE_TEST_SUITE_P(
    Harm, RefusedDocx,
    testing::Values(
        Refused{"entities of entities", billion_laughs, "bị hỏng"},
        Refused{"a file of the machine as entity",
                [] {
                    return with_document("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" +
                                         body(paragraph("&b;")));
                },
                "bị hỏng"},
        Refused{"100,000 elements in each other",
                [] { return document(repeated("<w:a>", 500'000) + repeated("</w:a>", 600'000)); }, "bị hỏng"},
        Refused{"elements without end", [] { return document(repeated("<w:a>", 60 * mega)); }, "bị hỏng"},
        Refused{"one long tag", [] { return document("<w:a b=\"" + repeated("c", 60 * mega) + "\"/>"); }, "bị hỏng"},
        Refused{"a long text", [] { return document(paragraph(repeated("a", 60 * mega))); }, "1 MB",
                Problem::Kind::too_large},
        Refused{"many empty cells", [] { return document("<w:tbl><w:tr>" + repeated("<w:tc/>", 60 * mega)); }, "1 MB",
                Problem::Kind::too_large},
        Refused{"many empty rows", [] { return document("<w:tbl>" + repeated("<w:tr/>", 60 * mega)); }, "1 MB",
                Problem::Kind::too_large},
        Refused{"nothing, unpacked without end", [] { return document(repeated(" ", 80 * mega)); }, "quá lớn",
                Problem::Kind::too_large},
        Refused{"the same in a header",
                [] {
                    auto relations =
                        "<Relationships><Relationship Type=\"x/header\" Target=\"h.xml\"/></Relationships>";
                    return zipped({{"word/document.xml", body(paragraph("12"))},
                                   {"word/_rels/document.xml.rels", relations},
                                   {"word/h.xml", part("hdr", repeated(" ", 80 * mega))}});
                },
                "quá lớn", Problem::Kind::too_large}));

} // namespace

} // namespace phusa
