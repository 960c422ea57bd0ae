#include "stats/form.hpp"
#include "stats/form_count.hpp"

#include <gtest/gtest.h>

#include <array>

namespace phusa::stats
{

namespace
{

const std::vector<Dimension> dimensions{
    {.key = "faith",
     .title = "Tôn giáo",
     .values = {{0, "unknown", "Chưa rõ"}, {1, "none", "Không"}, {2, "a", "A"}, {3, "b", "B"}}},
    Dimension::yes_no("youth", "Đoàn viên"),
};

constexpr std::string_view head = R"(
code = "9-THU"
number = "Biểu số 9-THU"
title = "THỬ"
summary = "Thử."
source = "Tự đặt"
confidence = "Tự đặt."
valid_from = 2020-02-01
[head]
body = "BAN TỔ CHỨC"
[columns]
criterion = "Tiêu chí"
group = "Thực hiện"
now = "Kỳ này"
before = "Năm trước"
percent = "%"
numbers = ["1", "2", "3", "4 = 2*100/3"]
[foot]
left = "A"
left_note = "a"
right = "B"
right_note = "b"
)";

Result<Form> read(const std::string& rows)
{
    return read_form(std::string(head) + rows, {.admissions = dimensions, .changes = {}, .organisations = {}});
}

const std::string two_rows = R"(
[[row]]
key = "total"
number = "I"
title = "Tổng số"
counts = "admissions"
[[row]]
key = "faithful"
title = "- Theo tôn giáo"
level = 1
part = true
counts = "admissions"
where = { faith = { except = ["none", "unknown"] }, youth = true }
[[row]]
key = "age"
title = "- Tuổi bình quân"
counts = "mean_age"
[[check]]
words = "a = b"
total = "total"
plus = ["faithful"]
unknown = true
)";

Columns three_rows()
{
    Columns columns(dimensions);
    auto day = static_cast<std::uint16_t>(Date::of(2021, 5, 19)->days_since_1900());
    columns.add(0, day, 240, std::array<std::uint8_t, 2>{2, 1});
    columns.add(0, day, 300, std::array<std::uint8_t, 2>{0, 1});
    columns.add(1, day, 0, std::array<std::uint8_t, 2>{3, 0});
    columns.sort();
    return columns;
}

TEST(Form, CountsWhatItsRowsSay)
{
    auto form = read(two_rows);
    ASSERT_TRUE(form) << form.error().message;
    auto columns = three_rows();
    auto values = count_form(*form, {.admissions = &columns}, {{0, 2}, Period::year(2021)});
    EXPECT_EQ(values, (FormValues{3, 1, 22.5}));
    EXPECT_EQ(difference(form->checks.front(), values), 2);
    auto nobody = count_form(*form, {.admissions = &columns}, {{0, 2}, Period::year(2020)});
    EXPECT_EQ(nobody, (FormValues{0, 0, std::nullopt}));
}

TEST(Form, SaysItsConditionsInWords)
{
    auto form = read(two_rows).value();
    EXPECT_EQ(condition_words(form.rows[1].what, dimensions), "tôn giáo: A hoặc B; đoàn viên");
    EXPECT_EQ(condition_words(form.rows[0].what, dimensions), "");
}

TEST(Form, NamesWhatItDoesNotKnow)
{
    auto message = [](const std::string& rows) { return read(rows).error().message; };
    auto says = [&](const std::string& rows, const std::string& word) {
        EXPECT_NE(message(rows).find(word), std::string::npos) << message(rows);
    };
    says("[[row]]\nkey = \"a\"\ntitle = \"a\"\ncounts = \"sheep\"\n", "sheep");
    says("[[row]]\nkey = \"a\"\ntitle = \"a\"\ncounts = \"admissions\"\nwhere = { sex = [\"a\"] }\n", "sex");
    says("[[row]]\nkey = \"a\"\ntitle = \"a\"\ncounts = \"admissions\"\nwhere = { faith = [\"c\"] }\n", "c");
    says("[[row]]\nkey = \"a\"\ntitle = \"a\"\ncounts = \"nothing\"\nwhere = { youth = true }\n", "a");
    says("[[row]]\nkey = \"a\"\ntitle = \"a\"\ncounts = \"nothing\"\ncolour = 1\n", "colour");
    says(two_rows + two_rows, "total");
    says(two_rows + "[[check]]\nwords = \"x\"\ntotal = \"total\"\nplus = [\"ghost\"]\n", "ghost");
}

TEST(Form, PercentIsRoundedHalfUpAndNeverDividesByNothing)
{
    EXPECT_EQ(percent_of(5, 2), 250);
    EXPECT_EQ(percent_of(2, 3), 66.7);
    EXPECT_EQ(percent_of(1001, 2000), 50.1); // 50,05
    EXPECT_EQ(percent_of(0, 7), 0);
    EXPECT_FALSE(percent_of(7, 0));
    EXPECT_FALSE(percent_of(std::nullopt, 7));
    EXPECT_FALSE(percent_of(7, std::nullopt));
}

TEST(Form, TheYearBeforeKeepsTheEndOfTheMonth)
{
    auto before = [](std::string_view period) { return year_before(Period::parse(period).value()); };
    EXPECT_EQ(before("2026"), Period::year(2025));
    EXPECT_EQ(before("2025-02"), Period::parse("2024-02").value()); // 28/02/2025, 29/02/2024
    EXPECT_EQ(before("2024-02"), Period::parse("2023-02").value());
    EXPECT_EQ(before("2026-01-01..2026-11-23"), Period::parse("2025-01-01..2025-11-23").value());
}

} // namespace

} // namespace phusa::stats
