#include "exchange/spreadsheet/workbook.hpp"

#include <gtest/gtest.h>

namespace phusa
{
namespace
{

class SavedByOffices : public testing::TestWithParam<const char*>
{
};

TEST_P(SavedByOffices, IsReadAlike)
{
    auto path = std::string(PHUSA_SOURCE_DIR "/tests/exchange/") + GetParam() + ".xlsx";
    auto book = Workbook::open(Content::of_file(path).value()).value();
    ASSERT_EQ(book.sheets().size(), 2u);
    EXPECT_EQ(book.sheets()[0].name, "Đảng viên");
    EXPECT_TRUE(book.sheets()[1].hidden);

    std::vector<SheetRow> rows;
    ASSERT_TRUE(book.read(0, [&](SheetRow&& row) {
        rows.push_back(std::move(row));
        return true;
    }));
    ASSERT_EQ(rows.size(), 6u);
    Cell title = std::string("DANH SÁCH ĐẢNG VIÊN (nhân vật hư cấu)");
    EXPECT_EQ(rows[0].cells, std::vector<Cell>(6, title));
    Cell home = std::string("Quê quán");
    EXPECT_EQ(rows[1].cells[4], home);
    EXPECT_EQ(rows[1].cells[5], home);
    EXPECT_EQ(rows[2].cells[1], Cell(std::string("Họ và tên")));
    EXPECT_EQ(rows[2].cells[5], Cell(std::string("Tỉnh")));
    EXPECT_EQ(rows[3].number, 4u);
    EXPECT_EQ(rows[3].cells[2], Cell(*Date::of(1990, 2, 3)));
    EXPECT_EQ(rows[3].cells[3], Cell(std::string("034190000001")));
    EXPECT_EQ(rows[4].cells[2], Cell(std::string("02/1985")));
    EXPECT_EQ(rows[5].cells[1], Cell(std::string("Trần Thị Minh Hoạ\nLê Văn Minh Hoạ")));
    EXPECT_EQ(rows[5].cells[3], Cell(std::int64_t{34179000003})); // the sheet has lost its zero
    EXPECT_TRUE(rows[5].hidden);
    EXPECT_EQ(rows[5].cells.size(), 5u);
}

INSTANTIATE_TEST_SUITE_P(Programs, SavedByOffices, testing::Values("openpyxl", "libreoffice"));

} // namespace
} // namespace phusa
