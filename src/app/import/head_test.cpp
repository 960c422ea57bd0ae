#include "app/import/code_words.hpp"
#include "app/import/head.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace phusa
{
namespace
{

SheetRow row(std::uint32_t number, std::vector<std::string> texts)
{
    SheetRow made{.number = number, .cells = {}};
    for (auto& text : texts)
        made.cells.push_back(text.empty() ? Cell() : Cell(std::move(text)));
    return made;
}

std::string key_meant(std::string_view head, ImportKind kind = ImportKind::members)
{
    auto meaning = meaning_of(head, columns_of(kind));
    return meaning ? std::string(columns_of(kind)[meaning->column].key) : std::string();
}

TEST(Head, isKnownHoweverOfficesWriteIt)
{
    EXPECT_EQ(key_meant("Sinh ngày * (dd/mm/yyyy)"), "born");
    EXPECT_EQ(key_meant("Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)"), "card_number");
    EXPECT_EQ(key_meant("Tổ chức Đảng đang sinh hoạt * (không sửa)"), "cell");
    EXPECT_EQ(key_meant("HỌ VÀ TÊN"), "full_name");
    EXPECT_EQ(key_meant("Ngày vào  Đảng chính   thức"), "recognised_on");
    EXPECT_EQ(key_meant("Quê quan"), "home");
    EXPECT_EQ(key_meant("CCCD_CMND"), "identity");
    EXPECT_EQ(key_meant("Họ và tên_1"), "full_name");
    EXPECT_EQ(key_meant("Ngày cấp thẻ Đảng (dd/mm/yyyy)"), "");
    EXPECT_EQ(key_meant("STT"), "");
}

TEST(Head, isKnownMisspeltButNeverTakenForItsNeighbour)
{
    EXPECT_EQ(key_meant("Ngày vào Đoàn"), "youth_union_joined");
    EXPECT_EQ(key_meant("Ngày vào Đảng"), "admitted_on");
    EXPECT_EQ(key_meant("Ngày chính thưc"), "recognised_on");
    EXPECT_EQ(key_meant("Trinh độ chuyên mon, nghiệp vu"), "qualification");
    EXPECT_EQ(key_meant("Nghề nghiêp hiên nay"), "work");
    EXPECT_EQ(key_meant("Giơi tinhh"), "sex");
}

TEST(Head, everyTitleAndEveryOtherHeadMeansItsOwnColumn)
{
    for (auto kind : all_import_kinds())
        for (const auto& column : columns_of(kind)) {
            EXPECT_EQ(key_meant(column.title, kind), column.key);
            EXPECT_EQ(key_meant(column.key, kind), column.key);
            for (auto head : column.heads)
                EXPECT_EQ(key_meant(head, kind), column.key) << head;
        }
}

TEST(Head, isFoundBelowTitlesAndInTwoRows)
{
    std::vector<SheetRow> rows{row(1, {"ĐẢNG BỘ XÃ BỒI HẠ"}), row(2, {"DANH SÁCH ĐẢNG VIÊN", "", "", ""}),
                               row(4, {"STT", "Họ và tên", "Quê quán", "Quê quán", "Sinh ngày"}),
                               row(5, {"STT", "Họ và tên", "Tỉnh", "Địa chỉ chi tiết", ""}),
                               row(6, {"1", "Phù Sa Lúa", "Sông Bồi", "Thôn Đầu Làng", "02/05/2001"})};
    auto head = find_head(rows, member_columns());
    ASSERT_TRUE(head.has_value());
    EXPECT_EQ(head->first_row, 4u);
    EXPECT_EQ(head->last_row, 5u);
    ASSERT_EQ(head->columns.size(), 5u);
    EXPECT_EQ(head->columns[2].head, "Quê quán - Tỉnh");
    EXPECT_EQ(member_columns()[head->columns[2].column.value()].key, "home_province");
    EXPECT_EQ(member_columns()[head->columns[3].column.value()].key, "home_detail");
    EXPECT_EQ(member_columns()[head->columns[4].column.value()].key, "born");
    EXPECT_FALSE(head->columns[0].column.has_value());
}

TEST(Head, isAskedForWhereThereIsNone)
{
    std::vector<SheetRow> rows{row(1, {"Một", "Hai"}), row(2, {"1", "2"})};
    auto head = find_head(rows, member_columns());
    ASSERT_FALSE(head.has_value());
    EXPECT_NE(head.error().message.find("Họ và tên"), std::string::npos);
}

TEST(Head, countsLettersApart)
{
    EXPECT_EQ(letters_apart("que quan", "que quan", 2), 0u);
    EXPECT_EQ(letters_apart("gioi tinh", "gioi tihn", 2), 1u);
    EXPECT_EQ(letters_apart("abc", "abcd", 2), 1u);
    EXPECT_EQ(letters_apart("abc", "xyz", 2), 3u);
}

// Every letter of one text against every letter of the other.
std::size_t letters_apart_in_full(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            auto& least = table[i][j];
            least = i == 0 ? j : j == 0 ? i : table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            if (i > 0 && j > 0)
                least = std::min({least, table[i - 1][j] + 1, table[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least = std::min(least, table[i - 2][j - 2] + 1);
        }
    return table[a.size()][b.size()];
}

TEST(Head, countsLettersApartAsTheWholeTableDoes)
{
    std::mt19937 random(1930);
    auto text = [&] {
        std::string made(random() % 8, ' ');
        for (auto& letter : made)
            letter = static_cast<char>('a' + random() % 3);
        return made;
    };
    for (int i = 0; i < 20'000; ++i) {
        auto a = text();
        auto b = text();
        for (std::size_t limit : {0u, 1u, 2u})
            ASSERT_EQ(letters_apart(a, b, limit), std::min(letters_apart_in_full(a, b), limit + 1)) << a << " " << b;
    }
}

TEST(Head, rowsThatOnlyNumberColumnsAreKnown)
{
    EXPECT_TRUE(numbers_columns(row(3, {"1", "2", "3"})));
    EXPECT_TRUE(numbers_columns(row(3, {"(1)", "(2)", ""})));
    EXPECT_FALSE(numbers_columns(row(3, {"1", "Phù Sa Lúa"})));
}

TEST(CodeWords, areKeysTitlesAndWhatOfficesWrite)
{
    EXPECT_EQ(code_meant(sexes(), "nữ"), 2);
    EXPECT_EQ(code_meant(sexes(), "female"), 2);
    EXPECT_EQ(code_meant(ethnicities(), "KINH"), 1);
    EXPECT_EQ(code_meant(religions(), "Thiên chúa giáo"), 3);
    EXPECT_EQ(code_meant(general_educations(), "10/10"), 4);
    EXPECT_EQ(code_meant(general_educations(), "7/10"), 3);
    EXPECT_EQ(code_meant(general_educations(), "8/12"), 2);
    EXPECT_EQ(code_meant(general_educations(), "13/12"), std::nullopt);
    EXPECT_EQ(code_meant(qualifications(), "Đại học Sư phạm Toán"), 5);
    EXPECT_EQ(code_meant(ethnicities(), "Người ngoài"), std::nullopt);
}

} // namespace
} // namespace phusa
