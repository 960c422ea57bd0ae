#include "stats/case_table_test.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace phusa::stats
{

namespace
{

std::vector<std::string> words_of(const std::string& line)
{
    std::istringstream stream(line);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

Dimension dimension_of(const std::vector<std::string>& words)
{
    if (words[0] == "yes-no")
        return Dimension::yes_no(words[1], words[1]);
    Dimension dimension{.key = words[1], .title = words[1]};
    for (std::size_t i = 2; i < words.size(); ++i)
        dimension.values.push_back({static_cast<std::uint8_t>(i - 1), words[i], words[i]});
    return dimension;
}

void add_row(CaseTable& table, const std::vector<std::string>& words)
{
    ASSERT_EQ(words.size(), 3 + table.dimensions.size());
    auto day = Date::from_iso(words[1]);
    auto born = PartialDate::from_iso(words[2]);
    ASSERT_TRUE(day && born) << words[1] << ' ' << words[2];
    std::vector<std::uint8_t> codes;
    for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
        auto code = table.dimensions[i].code_of(words[3 + i]);
        ASSERT_TRUE(code) << words[3 + i];
        codes.push_back(*code);
    }
    table.columns.add(static_cast<std::uint32_t>(std::stoul(words[0])),
                      static_cast<std::uint16_t>(day->days_since_1900()),
                      static_cast<std::uint16_t>(age_in_months(*born, *day)), codes);
}

CaseTable::Question question_of(const std::string& line, const std::vector<std::string>& words)
{
    auto dots = words[2].find("..");
    auto first = static_cast<std::uint32_t>(std::stoul(words[2].substr(0, dots)));
    auto last = static_cast<std::uint32_t>(std::stoul(words[2].substr(dots + 2)));
    auto days = Period::parse(words[4]);
    EXPECT_TRUE(days) << words[4];
    CaseTable::Question question{.text = line,
                                 .by_year = words[0] == "by-year",
                                 .ages = words[0] == "pivot-ages",
                                 .slice = {{first, last + 1}, days.value_or(Period{})},
                                 .answers = {}};
    bool filters_follow = false;
    for (std::size_t i = 6; i < words.size(); ++i)
        if (words[i] == "only")
            filters_follow = true;
        else if (words[i] != "columns")
            (filters_follow ? question.filters : question.sides).push_back(words[i]);
    return question;
}

std::string joined(const std::vector<std::string>& words, std::size_t from)
{
    std::string text = words[from];
    for (auto i = from + 1; i < words.size(); ++i)
        text += " " + words[i];
    return text;
}

class Reader
{
public:
    explicit Reader(std::istream& file) : file_(file) {}

    CaseTable read()
    {
        for (std::string line; std::getline(file_, line);)
            if (auto words = words_of(line); !words.empty() && words[0][0] != '#')
                take(line, words);
        table_.columns.sort();
        return std::move(table_);
    }

private:
    void take(const std::string& line, const std::vector<std::string>& words)
    {
        if (words[0] == "dimension" || words[0] == "yes-no")
            table_.dimensions.push_back(dimension_of(words));
        else if (words[0] == "rows")
            table_.columns = Columns(table_.dimensions);
        else if (words[0] == "indicators")
            read_indicator_block();
        else if (words[0] == "count" || words[0] == "by-year" || words[0].starts_with("pivot"))
            table_.questions.push_back(question_of(line, words));
        else if (!table_.questions.empty())
            table_.questions.back().answers.emplace_back(words[0], joined(words, 1));
        else
            add_row(table_, words);
    }

    void read_indicator_block()
    {
        std::string toml;
        for (std::string line; std::getline(file_, line) && line != "end";)
            toml += line + '\n';
        auto file = read_indicators(toml, table_.dimensions);
        ASSERT_TRUE(file) << file.error().message;
        table_.indicators = *file;
    }

    std::istream& file_;
    CaseTable table_;
};

} // namespace

CaseTable read_case(const std::string& path)
{
    std::ifstream file(path);
    EXPECT_TRUE(file) << path;
    return Reader(file).read();
}

} // namespace phusa::stats
