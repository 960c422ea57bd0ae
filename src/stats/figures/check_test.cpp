#include "base/case_file.hpp"
#include "base/number_text.hpp"
#include "stats/figures/figure.hpp"
#include "stats/figures/tokens.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace phusa::stats
{

namespace
{

std::string case_path(const std::string& name)
{
    return std::string(PHUSA_SOURCE_DIR) + "/tests/stats/figures/" + name;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string unescaped(const std::string& text)
{
    return replaced(replaced(replaced(text, "⏎", "\n"), "¦", "|"), "→", "\t");
}

std::string expected_of(const Figure& figure)
{
    return figure.expected ? vietnamese_decimal(*figure.expected, figure.decimals) : "";
}

// "45% wrong 48" and "60% ok", as the tables write them.
std::string mark_of(const Figure& figure)
{
    auto mark = figure.text + " " + std::string(key_of(figure.verdict));
    return figure.verdict == FigureVerdict::wrong ? mark + " " + expected_of(figure) : mark;
}

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ';');)
        parts.push_back(trimmed_cell(part));
    return parts;
}

std::string told(const std::vector<Figure>& figures)
{
    std::string text;
    for (const auto& figure : figures)
        text += "  " + mark_of(figure) + " — " + figure.why + "\n";
    return text;
}

class Sentences : public testing::TestWithParam<const char*>
{
};

TEST_P(Sentences, AreJudgedAsTheTableSays)
{
    for (const auto& row : case_rows(case_path(GetParam()))) {
        auto figures = check_figures({.text = unescaped(row.cell(1))});
        std::vector<std::string> marks;
        std::vector<std::string> wrong;
        for (const auto& figure : figures) {
            marks.push_back(mark_of(figure));
            if (figure.verdict == FigureVerdict::wrong)
                wrong.push_back(marks.back());
        }
        auto expected = split(row.cell(2));
        for (const auto& mark : expected)
            EXPECT_NE(std::ranges::find(marks, mark), marks.end()) << row.place << ": " << mark << '\n'
                                                                   << told(figures);
        auto planted =
            std::ranges::count_if(expected, [](const auto& mark) { return mark.find(" wrong ") != std::string::npos; });
        EXPECT_EQ(std::ssize(wrong), planted) << row.place << '\n' << told(figures);
        EXPECT_EQ(planted > 0, row.cell(0) == "fault") << row.place;
    }
}

INSTANTIATE_TEST_SUITE_P(Figures, Sentences, testing::Values("shares.case", "plans.case", "sums.case", "offices.case"));

TEST(Article, IsJudgedByArithmeticAlone)
{
    std::ifstream file(case_path("article.txt"));
    std::string text(std::istreambuf_iterator<char>(file), {});
    auto figures = check_figures({.text = text});
    auto rows = case_rows(case_path("article.case"));
    ASSERT_EQ(figures.size(), rows.size()) << told(figures);
    CodePointText letters(text);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(figures[i].text, rows[i].cell(0)) << rows[i].place;
        EXPECT_EQ(key_of(figures[i].verdict), rows[i].cell(1)) << rows[i].place << ": " << figures[i].why;
        EXPECT_EQ(expected_of(figures[i]), rows[i].cell(2)) << rows[i].place;
        EXPECT_EQ(letters.cut(figures[i].offset, figures[i].offset + CodePointText(figures[i].text).size()),
                  figures[i].text);
    }
}

} // namespace

} // namespace phusa::stats
