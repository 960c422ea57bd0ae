#include "rules/rule_keys.hpp"
#include "rules/rulebook.hpp"

#include <gtest/gtest.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return *Date::from_iso(iso); }

bool knows(std::string_view iso, Rule rule) { return shipped_rulebooks().on(day(iso)).knows(rule, day(iso)); }

const Regulation first{.number = "1-QĐ/TW",
                       .title = "",
                       .issuer = "",
                       .issued = day("2010-01-01"),
                       .in_force_from = day("2010-01-01"),
                       .replaces = "",
                       .source = "",
                       .guidance = {},
                       .note = ""};
const Regulation second{.number = "2-QĐ/TW",
                        .title = "",
                        .issuer = "",
                        .issued = day("2020-01-01"),
                        .in_force_from = day("2020-01-01"),
                        .replaces = "1-QĐ/TW",
                        .source = "",
                        .guidance = {},
                        .note = ""};

constexpr std::string_view good = "regulation = \"1-QĐ/TW\"\n[\"stale\"]\nmonths = 12\nclause = \"khoản 3\"\n"
                                  "confidence = \"S\"\nsource = \"trang\"\n";

Result<Rulebooks> read(std::vector<std::string_view> files, std::vector<Regulation> regulations = {first})
{
    return parse_rulebooks(files, regulations);
}

std::string message_of(std::string_view file)
{
    auto books = read({file});
    return books ? "no problem" : books.error().message;
}

} // namespace

TEST(Rulebook, values_are_known_from_their_regulation_on)
{
    struct {
        Rule rule;
        std::string_view before, from;
    } const rows[] = {
        {Rule::stale, "2016-07-24", "2016-07-25"},
        {Rule::vote_rounds, "2016-07-24", "2016-07-25"},
        {Rule::recognition_late, "2016-07-24", "2016-07-25"},
        {Rule::decision_late, "2016-07-24", "2016-07-25"},
        {Rule::readmission_wait, "2011-10-31", "2011-11-01"},
        {Rule::readmission_once, "2011-10-31", "2011-11-01"},
        {Rule::readmission_excluded, "2011-10-31", "2011-11-01"},
        {Rule::readmission_consent, "2011-10-31", "2011-11-01"},
        {Rule::certificate_expired, "2011-10-31", "2011-11-01"},
        {Rule::member_declaration_late, "2022-01-17", "2022-01-18"},
    };
    for (const auto& row : rows) {
        EXPECT_FALSE(knows(row.before, row.rule)) << key_of(row.rule);
        EXPECT_TRUE(knows(row.from, row.rule)) << key_of(row.rule);
        EXPECT_TRUE(knows("2026-11-23", row.rule)) << key_of(row.rule);
    }
}

TEST(Rulebook, all_other_values_are_always_known)
{
    for (std::size_t number = 0; number < rule_count; ++number)
        for (const auto& book : shipped_rulebooks().all()) {
            auto from = book.regulation().in_force_from;
            auto each = static_cast<Rule>(number);
            bool late = std::string_view(key_of(each)).starts_with("readmission") || each == Rule::stale ||
                        each == Rule::certificate_expired || each == Rule::vote_rounds ||
                        each == Rule::recognition_late || each == Rule::decision_late ||
                        each == Rule::member_declaration_late;
            EXPECT_TRUE(late || book.knows(each, from)) << book.regulation().number << ' ' << key_of(each);
        }
}

TEST(Rulebook, the_ceremony_is_counted_from_issue_since_208)
{
    auto start = [](std::string_view iso) {
        return shipped_rulebooks().on(day(iso)).number(Rule::ceremony_late, value::from_issue);
    };
    EXPECT_EQ(start("2026-07-25"), 0);
    EXPECT_EQ(start("2026-07-26"), 1);
}

TEST(Rulebook, what_is_taken_over_is_marked_as_inferred)
{
    const auto& kept = shipped_rulebooks().on(day("2026-08-01")).at(Rule::stale);
    EXPECT_EQ(kept.numbers[0], 12);
    EXPECT_EQ(kept.confidence, Confidence::inferred);
    EXPECT_EQ(kept.note, "Chưa thấy 208-QĐ/TW thay đổi điểm này; tính như Quy định 20-QĐ/TW.");
    EXPECT_TRUE(is_weak(kept.confidence));
}

TEST(Rulebook, before_the_first_regulation_the_first_one_serves)
{
    EXPECT_EQ(shipped_rulebooks().on(day("1999-01-01")).regulation().number, "23-QĐ/TW");
}

TEST(Rulebook, cites_the_clause_and_its_document)
{
    const auto& book = shipped_rulebooks().on(day("2022-03-01"));
    EXPECT_EQ(book.citation(Rule::decision_late), "khoản 4.3, Quy định 24-QĐ/TW");
    EXPECT_EQ(book.citation(Rule::vote_majority), "khoản 3 Điều 4, Điều lệ Đảng");
    EXPECT_EQ(book.citation(Rule::stale), "Quy định 24-QĐ/TW");
}

TEST(RulebookFile, reads_a_value_with_its_source)
{
    auto books = read({good});
    ASSERT_TRUE(books) << books.error().message;
    const auto& stale = (*books)[0].at(Rule::stale);
    EXPECT_EQ(stale.numbers[0], 12);
    EXPECT_EQ(stale.source, "trang");
    EXPECT_EQ(stale.since, first.in_force_from);
    EXPECT_FALSE((*books)[0].at(Rule::age_min).known);
}

TEST(RulebookFile, names_what_is_wrong)
{
    auto with = [](std::string_view line) { return std::string(good) + std::string(line) + "\n"; };
    EXPECT_EQ(message_of(with("month = 3")), "rulebooks, 1-QĐ/TW: stale: month: không có mục này");
    EXPECT_EQ(message_of(with("since = 2009-12-31")),
              "rulebooks, 1-QĐ/TW: stale: since: phải là ngày trong thời gian văn bản có hiệu lực, ví dụ 2022-01-18");
    EXPECT_EQ(message_of(with("note = 3")), "rulebooks, 1-QĐ/TW: stale: note: phải là chuỗi ký tự");
    EXPECT_EQ(message_of(with("[\"stal\"]")), "rulebooks, 1-QĐ/TW: stal: không có quy tắc này");
    EXPECT_EQ(message_of(with("[\"age.min\"]\nconfidence = \"S\"")), "rulebooks, 1-QĐ/TW: age.min: months: thiếu");
    EXPECT_EQ(message_of(with("[\"age.min\"]\nconfidence = \"S\"\nmonths = 0")),
              "rulebooks, 1-QĐ/TW: age.min: months: không phải là số tháng");
    EXPECT_EQ(message_of(with("[\"age.min\"]\nconfidence = \"X\"\nmonths = 1")),
              "rulebooks, 1-QĐ/TW: age.min: confidence: chỉ nhận S, S2, I hoặc R");
    EXPECT_EQ(message_of("regulation = \"9-QĐ/TW\""), "rulebooks, 1-QĐ/TW: regulation: chưa có tệp của văn bản này");
    EXPECT_EQ(message_of("x = 1"), "rulebooks, đầu tệp: regulation: thiếu");
    auto twice = read({good, good});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().message, "rulebooks, 1-QĐ/TW: regulation: có hai tệp của văn bản này");
}

TEST(RulebookFile, keeps_what_the_one_before_says)
{
    auto books = read({good, "regulation = \"2-QĐ/TW\"\nkeeps = \"1-QĐ/TW\""}, {first, second});
    ASSERT_TRUE(books) << books.error().message;
    EXPECT_TRUE((*books)[1].knows(Rule::stale, day("2020-01-01")));
    EXPECT_FALSE((*books)[1].knows(Rule::stale, day("2019-12-31")));
    EXPECT_EQ((*books)[1].citation(Rule::stale), "Quy định 2-QĐ/TW");
    EXPECT_FALSE(read({good, "regulation = \"2-QĐ/TW\"\nkeeps = \"3-QĐ/TW\""}, {first, second}));
}

TEST(RuleKeys, what_is_written_is_read_again)
{
    for (std::size_t number = 0; number < rule_count; ++number)
        for (const auto& key : value_keys(static_cast<Rule>(number))) {
            auto written = shipped_rulebooks().all().back().number(static_cast<Rule>(number), key.place);
            EXPECT_EQ(read_value(key.kind, written_value(key.kind, written)), written);
        }
    EXPECT_FALSE(read_value(ValueKind::number, "-3"));
    EXPECT_FALSE(read_value(ValueKind::number, "12 tháng"));
    EXPECT_FALSE(read_value(ValueKind::education, "unknown"));
    EXPECT_FALSE(read_value(ValueKind::start, "today"));
}

} // namespace phusa
