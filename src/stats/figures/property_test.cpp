#include "base/number_text.hpp"
#include "stats/figures/figure.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace phusa::stats
{

namespace
{

constexpr int texts = 300;

// A report as an office writes it, from numbers that fit.
struct Written {
    std::int64_t total = 0;
    std::int64_t women = 0;
    std::int64_t members = 0;
    std::int64_t plan = 0;
    std::int64_t before = 0;
    std::string women_share = {};

    std::string text() const
    {
        auto change = total - before;
        return fmt::format(
            "Năm 2011, Đảng bộ huyện kết nạp {} đảng viên, đạt {} kế hoạch ({} đảng viên), trong đó nữ {} đồng chí, "
            "chiếm {}; đoàn viên {} ({}).\nSo với năm 2010 ({} đảng viên), năm 2011 kết nạp {} đảng viên, {} {} đảng "
            "viên.",
            vietnamese_number(total), vietnamese_share(total, plan), vietnamese_number(plan), vietnamese_number(women),
            women_share, vietnamese_number(members), vietnamese_share(members, total), vietnamese_number(before),
            vietnamese_number(total), change < 0 ? "giảm" : "tăng", vietnamese_number(std::abs(change)));
    }
};

Written random_report(std::mt19937& random)
{
    auto between = [&](std::int64_t from, std::int64_t to) { return std::uniform_int_distribution(from, to)(random); };
    Written written{.total = between(40, 20'000)};
    written.women = between(10, written.total - 10);
    written.members = between(10, written.total - 10);
    written.plan = between(40, 20'000);
    written.before = between(40, 20'000);
    if (written.before == written.total)
        ++written.before;
    written.women_share = vietnamese_share(written.women, written.total);
    return written;
}

std::string wrong_in(const std::string& text)
{
    std::string wrong;
    for (const auto& figure : check_figures({.text = text}))
        if (figure.verdict == FigureVerdict::wrong)
            wrong += figure.text + " (" + figure.why + ") ";
    return wrong;
}

TEST(GeneratedReport, IsSoundWhereItsNumbersFit)
{
    std::mt19937 random(20111123);
    for (int i = 0; i < texts; ++i) {
        auto text = random_report(random).text();
        EXPECT_EQ(wrong_in(text), "") << text;
    }
}

TEST(GeneratedReport, HasOneWrongShareWhereOneIsChanged)
{
    std::mt19937 random(2012);
    for (int i = 0; i < texts; ++i) {
        auto written = random_report(random);
        written.women_share = vietnamese_decimal(share(written.women, written.total) + 7.3, 1) + "%";
        EXPECT_TRUE(wrong_in(written.text()).starts_with(written.women_share)) << written.text();
    }
}

// Whatever is typed is read without harm, and every figure stands where it says.
TEST(AnyText, IsReadWithoutHarm)
{
    std::mt19937 random(7);
    const std::vector<std::string> pieces{"12",   "3/2", "45,6%", " ",   "trong đó", "(",       ")",      "|",
                                          "\t",   "\n",  "gồm",   ",",   ";",        "tăng",    "so với", "1.234",
                                          "từ",   "lên", "nữ",    "nam", "%",        "Tổng số", "-",      "còn lại",
                                          "\xff", "đ",   "“",     "STT", "chiếm",    "kế hoạch"};
    for (int i = 0; i < texts * 10; ++i) {
        std::string text;
        for (int n = std::uniform_int_distribution(0, 60)(random); n > 0; --n)
            text +=
                pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)] + (n % 3 ? " " : "");
        std::size_t at = 0;
        auto figures = check_figures({.text = text});
        for (const auto& figure : figures) {
            EXPECT_GE(figure.offset, at);
            EXPECT_TRUE(!figure.of || *figure.of < figures.size());
            EXPECT_FALSE(figure.why.empty());
            at = figure.offset + 1;
        }
    }
}

} // namespace

} // namespace phusa::stats
