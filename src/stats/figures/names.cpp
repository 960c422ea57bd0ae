// What is no figure: dates, years, periods, numbers of laws, lists, units and phones.
#include "stats/figures/reading.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr double year_first = 1900;
constexpr double year_last = 2099;
constexpr double days_of_month = 31;
constexpr double months_of_year = 12;
constexpr std::size_t phone_digits = 8;
constexpr double list_number_max = 30;

class Namer
{
public:
    Namer(const Tokens& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

    NumberName name() const
    {
        auto joined = joined_end();
        if (is_glued() || is_phone() || is_list() || is_quoted())
            return {true, joined};
        if (joined > at_ + 1 && is_joined_name(joined))
            return {true, joined};
        if (is_named() || is_year() || is_span() || is_age_band())
            return {true, at_ + 1};
        return {false, at_ + 1};
    }

private:
    const Token& token(std::size_t at) const
    {
        static const Token none{.kind = Token::Kind::line, .text = "\n"};
        return at < tokens_.size() ? tokens_[at] : none;
    }
    const Token& before() const { return at_ > 0 ? tokens_[at_ - 1] : token(tokens_.size()); }
    bool touch(std::size_t left) const { return token(left).end == token(left + 1).begin; }
    static double value_of(const Token& token)
    {
        auto read = printed_number(token.text);
        return read ? read->value : 0;
    }
    static bool is_plain(const Token& token)
    {
        return token.is_number() && token.text.find_first_not_of("0123456789") == std::string::npos;
    }
    static bool is_year_text(const Token& token)
    {
        return is_plain(token) && token.text.size() == 4 && value_of(token) >= year_first &&
               value_of(token) <= year_last;
    }
    static bool is_dash(const Token& token) { return token.is("-") || token.is("–") || token.is("—"); }
    static bool joins(const Token& token) { return is_dash(token) || token.is("/"); }

    // Behind "3/2/2012", "24-QĐ/TW", "2007 - 2012".
    std::size_t joined_end() const
    {
        auto end = at_ + 1;
        while (joins(token(end)) && (token(end + 1).is_number() || token(end + 1).is_word())) {
            bool tight = touch(end - 1) && touch(end);
            bool years = is_year_text(token(end - 1)) && is_year_text(token(end + 1));
            if (!tight && !years)
                break;
            end += 2;
        }
        return end;
    }

    bool is_list_mark(std::size_t at) const { return at == 0 || token(at - 1).kind == Token::Kind::line; }

    // "K-19", "10A1": part of a word. "100ha" is a number with its unit.
    bool is_glued() const
    {
        if (at_ > 0 && (before().is_word() || before().is("°")) && before().end == token(at_).begin)
            return true;
        if (at_ > 1 && (joins(before()) || before().is(".")) && before().end == token(at_).begin && touch(at_ - 2) &&
            (token(at_ - 2).is_word() || token(at_ - 2).is_number()))
            return token(at_ - 2).is_word();
        if (!token(at_ + 1).is_word() || !touch(at_))
            return false;
        for (auto name : {"measures", "people", "people_any", "things", "times", "age", "percent"})
            if (cue(name).begin_at(tokens_, at_ + 1) > 0)
                return false;
        return true;
    }

    bool is_phone() const
    {
        auto text = token(at_).text;
        auto digits =
            static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
        return digits >= phone_digits && (text[0] == '0' || !printed_number(text));
    }

    // "1. Công tác", "2.1. Kết quả", "3) …", "(1) …" at the beginning of a line or before words.
    bool is_list() const
    {
        bool small = value_of(token(at_)) <= list_number_max && token(at_).text.find(',') == std::string::npos;
        const auto& next = token(at_ + 1);
        if (is_list_mark(at_) && small &&
            (next.is(".") || next.is(")") || next.is("/") || (is_dash(next) && !touch(at_ + 1))) &&
            !is_plain(token(at_ + 2)))
            return true;
        bool is_heading = token(at_).text.find('.') != std::string::npos && token(at_).text.size() <= 5 &&
                          printed_number(token(at_).text).value_or(PrintedNumber{0, 1, false}).decimals > 0;
        if (is_list_mark(at_) && is_heading && (next.is(".") || next.capital))
            return true;
        return before().is("(") && next.is(")") && small && is_plain(token(at_)) && token(at_ + 2).is_word() &&
               !touch(at_ + 1) && (at_ < 2 || token(at_ - 2).kind != Token::Kind::word || token(at_ + 2).capital);
    }

    // “4 tốt”: a slogan.
    bool is_quoted() const { return before().is("“") || before().is("\""); }

    bool is_day() const
    {
        return is_plain(token(at_)) && is_plain(token(at_ + 2)) && value_of(token(at_)) <= days_of_month &&
               value_of(token(at_ + 2)) <= months_of_year && value_of(token(at_)) > 0 && value_of(token(at_ + 2)) > 0;
    }

    bool counts_something(std::size_t end) const
    {
        for (auto name : {"people", "people_any", "things"})
            if (cue(name).begin_at(tokens_, end) > 0)
                return true;
        return cue("percent").begin_at(tokens_, end) > 0;
    }

    // Whether "a/b", "a-b", "24-QĐ/TW" is a date, years or a number of a paper; else a fraction or a range.
    bool is_joined_name(std::size_t end) const
    {
        for (auto at = at_ + 2; at < end; at += 2)
            if (token(at).is_word())
                return !(end == at_ + 3 && cue("things").begin_at(tokens_, at) > 0) || is_dash(token(at_ + 1));
        if (is_year_text(token(at_)) || is_year_text(token(end - 1)))
            return true;
        if (end > at_ + 3)
            return true;
        bool before_day = cue("day_before").end_at(tokens_, at_) > 0 || cue("names_before").end_at(tokens_, at_) > 0;
        if (token(at_ + 1).is("/") && value_of(token(at_)) < value_of(token(at_ + 2)) &&
            token(at_ + 2).text.size() > 1 && value_of(token(at_ + 2)) > months_of_year)
            return false;
        return is_day() && (before_day || !counts_something(end));
    }

    // "Trung ương 4", "chi bộ 3", "Biểu 2"; but not "tổng số 25", and not “kế hoạch 200”.
    bool is_named() const
    {
        if (cue("figures_before").end_at(tokens_, at_) > 0)
            return false;
        if (token(at_ - 1).is("và") || token(at_ - 1).is(","))
            return is_named_again();
        auto length = cue("names_before").end_at(tokens_, at_);
        if (length == 0)
            return false;
        if (counts_something(at_ + 1) && !is_year_text(token(at_)))
            return false; // "cấp 120 giấy chứng nhận"
        return token(at_).text.find(',') == std::string::npos;
    }

    // "thôn 5 và 6", "chi bộ 3, 4": a number that follows a name without a noun of its own.
    bool is_named_again() const
    {
        if (at_ < 3 || !is_plain(token(at_)) || !is_plain(token(at_ - 2)) || counts_something(at_ + 1))
            return false;
        return !is_year_text(token(at_ - 2)) && cue("names_before").end_at(tokens_, at_ - 2) > 0 &&
               !cue("figures_before").end_at(tokens_, at_ - 2);
    }

    bool is_year() const { return is_year_text(token(at_)) && !counts_something(at_ + 1); }
    // "trong 5 năm", "kế hoạch 5 năm 2011-2015"; but "80 năm 2010" is 80 of the year 2010.
    bool is_span() const
    {
        auto length = cue("names_after").begin_at(tokens_, at_ + 1);
        bool has_year = is_year_text(token(at_ + 1 + length)) && !joins(token(at_ + 2 + length));
        return length > 0 && !has_year;
    }

    // "từ 18 đến 30 tuổi", "dưới 30 tuổi"; the mean age is a figure.
    bool is_age_band() const
    {
        auto end = at_ + 1;
        while (end < at_ + 4 &&
               (token(end).is("đến") || token(end).is("tới") || is_dash(token(end)) || token(end).is_number()))
            ++end;
        if (!token(end).is("tuổi"))
            return false;
        auto from = at_ > 8 ? at_ - 8 : 0;
        return !cue("mean").in(tokens_, from, at_) && token(at_).text.find(',') == std::string::npos;
    }

    const Tokens& tokens_;
    std::size_t at_;
};

} // namespace

NumberName name_at(const Tokens& tokens, std::size_t at) { return Namer(tokens, at).name(); }

} // namespace phusa::stats
