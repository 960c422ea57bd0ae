#include "stats/figures/book.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr std::size_t reach_max = 60; // figures: what stands farther off is not spoken of
constexpr std::size_t name_max = 12;  // tokens

bool is_main(const Mark& mark)
{
    return !mark.in_table && !mark.is_change && !mark.is_plan && !mark.is_compared && !mark.is_range &&
           mark.numerator == nothing;
}

} // namespace

Book::Book(Reading reading)
    : reading_(std::move(reading)), sentences_(bounds_of(&Mark::sentence)), paragraphs_(bounds_of(&Mark::paragraph))
{
}

void Book::settle(std::size_t index, const Reckoned& reckoned, std::optional<std::size_t> of, std::string why)
{
    auto& figure = reading_.figures[index];
    bool was_settled = figure.verdict != FigureVerdict::unchecked;
    if (was_settled && (figure.verdict == FigureVerdict::wrong || reckoned.verdict != FigureVerdict::wrong))
        return;
    figure.verdict = reckoned.verdict;
    figure.expected = reckoned.expected;
    figure.of = of;
    figure.why = std::move(why);
}

bool Book::are_alike(std::size_t one, std::size_t other) const
{
    const auto& a = mark(one);
    const auto& b = mark(other);
    if (a.counted == Counted::measure || b.counted == Counted::measure)
        return figure(one).unit == figure(other).unit;
    if (a.counted == Counted::unsaid || b.counted == Counted::unsaid)
        return true;
    if ((a.counted == Counted::things) != (b.counted == Counted::things))
        return false;
    if (a.counted == Counted::anybody || b.counted == Counted::anybody)
        return true;
    return a.noun.starts_with(b.noun) || b.noun.starts_with(a.noun);
}

bool Book::may_be_part(std::size_t part, std::size_t total) const
{
    const auto& a = mark(part);
    const auto& b = mark(total);
    if (a.counted == Counted::measure || b.counted == Counted::measure)
        return figure(part).unit == figure(total).unit;
    bool is_thing = a.counted == Counted::things;
    if (a.counted == Counted::unsaid || b.counted == Counted::unsaid)
        return true;
    return is_thing == (b.counted == Counted::things);
}

bool Book::is_main_count(std::size_t index) const { return reading_.is_count(index) && is_main(mark(index)); }

bool Book::is_main_measure(std::size_t index) const
{
    return figure(index).kind == FigureKind::measure && is_main(mark(index));
}

Book::Bounds Book::bounds_of(std::size_t Mark::* what) const
{
    Bounds bounds(size());
    std::size_t first = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        if (mark(i).*what != mark(first).*what)
            first = i;
        bounds[i].first = i - first > reach_max ? i - reach_max : first;
    }
    auto behind = size();
    for (auto i = size(); i-- > 0;) {
        if (i + 1 < size() && mark(i).*what != mark(i + 1).*what)
            behind = i + 1;
        bounds[i].second = behind - i > reach_max ? i + reach_max : behind;
    }
    return bounds;
}

std::size_t Book::gap(std::size_t before, std::size_t after) const
{
    return mark(after).token > mark(before).last ? mark(after).token - mark(before).last : 0;
}

std::size_t Book::name_begin(std::size_t index) const
{
    auto begin = mark(index).group;
    if (begin == 0 || !tokens()[begin - 1].is(":"))
        return begin;
    auto limit = index > 0 ? mark(index - 1).last : 0;
    auto at = begin - 1;
    while (at > limit && begin - at < name_max && tokens()[at - 1].kind != Token::Kind::line &&
           !tokens()[at - 1].is(";") && !tokens()[at - 1].is(".") && !tokens()[at - 1].is(":"))
        --at;
    return at;
}

namespace
{

// The first count of the sentence behind that token.
std::size_t first_part(const Book& book, std::size_t token)
{
    const auto& marks = book.reading().marks;
    auto mark = std::ranges::lower_bound(marks, token, {}, &Mark::token);
    auto limit = marks.end() - mark > static_cast<std::ptrdiff_t>(reach_max) ? mark + reach_max : marks.end();
    for (; mark != limit && mark->sentence == book.reading().sentence_of[token]; ++mark)
        if (auto index = static_cast<std::size_t>(mark - marks.begin()); book.is_main_count(index))
            return index;
    return nothing;
}

} // namespace

void Book::find_announced()
{
    announced_.resize(size());
    const auto& parts = cue("parts");
    const auto& whole_parts = cue("whole_parts");
    for (std::size_t at = 0; at < tokens().size(); ++at) {
        bool is_whole = whole_parts.begin_at(tokens(), at) > 0;
        if (!is_whole && parts.begin_at(tokens(), at) == 0)
            continue;
        if (auto total = total_before(*this, at); total != nothing && announced_[total].at == nothing)
            announced_[total] = {at, is_whole};
    }
}

std::size_t total_before(const Book& book, std::size_t token)
{
    std::size_t found = nothing;
    auto part = first_part(book, token);
    const auto& marks = book.reading().marks;
    auto behind = static_cast<std::size_t>(std::ranges::lower_bound(marks, token, {}, &Mark::token) - marks.begin());
    for (auto i = behind > reach_max ? behind - reach_max : 0; i < behind; ++i) {
        if (book.reading().sentence_of[token] != book.mark(i).sentence || !book.is_main_count(i))
            continue;
        // A number in parentheses before the phrase is a remark on the total.
        bool is_remark = found != nothing && book.mark(i).depth > book.mark(found).depth;
        // "245 đoàn viên ở 11 chi đoàn, trong đó nam 130": people are parts of people.
        if (!is_remark && (part == nothing || book.may_be_part(part, i)))
            found = i;
    }
    return found;
}

} // namespace phusa::stats
