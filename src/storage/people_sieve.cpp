#include "storage/people_sieve.hpp"

#include "storage/name_words.hpp"

#include <algorithm>

namespace phusa::storage
{

namespace
{

// As PeopleColumns keeps dates: 1990 begins with 19900000.
std::uint32_t start_of_year(int year) { return static_cast<std::uint32_t>(std::clamp(year, 0, 9'999)) * 10'000; }

// Clears the marks of rows from `first` on whose value in the column does not pass. Short loops over one column each,
// without branches: half a nanosecond a row.
template<typename T, typename F>
void sift(const std::vector<T>& column, std::size_t first, std::span<std::uint8_t> marks, F&& passes)
{
    const T* values = column.data() + first;
    auto* mark = marks.data();
    for (std::size_t i = 0; i < marks.size(); ++i)
        mark[i] &= static_cast<std::uint8_t>(passes(values[i]));
}

// From `first` up to, not including, `end`, in one comparison.
auto between(std::uint32_t first, std::uint32_t end)
{
    return [first, length = end - first](std::uint32_t value) { return value - first < length; };
}

} // namespace

PeopleSieve::PeopleSieve(const PeopleColumns& people, const PeopleFilter& filter, std::vector<Span> spans)
    : people_(&people), spans_(std::move(spans))
{
    if (filter.cell) // a number that no cell can have is no cell's
        cell_ =
            filter.cell->value >= 0 && filter.cell->value < any ? static_cast<std::uint32_t>(filter.cell->value) : any;
    if (!filter.standings.empty())
        standings_ = 0;
    for (auto standing : filter.standings)
        standings_ |= 1U << static_cast<unsigned>(standing);
    if (filter.sex)
        sex_ = static_cast<std::uint8_t>(*filter.sex);
    if (filter.occupation)
        occupation_ = static_cast<std::uint8_t>(*filter.occupation);
    if (filter.born_from)
        born_first_ = start_of_year(*filter.born_from);
    if (filter.born_to)
        born_end_ = std::max(born_first_, start_of_year(*filter.born_to + 1));
    if (filter.admitted_in) {
        admitted_first_ = std::max(start_of_year(*filter.admitted_in), 1U);
        admitted_end_ = std::max(admitted_first_, start_of_year(*filter.admitted_in + 1));
    }
    for (const auto& word : words_of(filter.search))
        words_.push_back(beginning_with(word));
}

std::vector<bool> PeopleSieve::beginning_with(const std::string& word) const
{
    std::vector<bool> begin(people_->word_numbers_.size(), false);
    auto end = people_->word_numbers_.lower_bound(after_prefix(word));
    for (auto at = people_->word_numbers_.lower_bound(word); at != end; ++at)
        begin[at->second] = true;
    return begin;
}

bool PeopleSieve::has_words(std::size_t row) const
{
    const auto* first = people_->words_.data() + people_->words_at_[row];
    const auto* end = first + people_->words_count_[row];
    return std::ranges::all_of(
        words_, [&](const auto& begin) { return std::any_of(first, end, [&](auto word) { return begin[word]; }); });
}

void PeopleSieve::mark_scope(std::size_t first, std::span<std::uint8_t> marks) const
{
    if (spans_.size() == 1)
        sift(people_->place_, first, marks, [span = spans_.front()](std::uint32_t place) {
            return static_cast<unsigned>(place >= span.first) & static_cast<unsigned>(place <= span.second);
        });
    else if (!spans_.empty())
        sift(people_->place_, first, marks, [&](std::uint32_t place) {
            return std::ranges::any_of(spans_,
                                       [&](const Span& span) { return place >= span.first && place <= span.second; });
        });
}

void PeopleSieve::mark_words(std::size_t first, std::span<std::uint8_t> marks) const
{
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i] != 0 && !has_words(first + i))
            marks[i] = 0;
}

void PeopleSieve::mark(std::size_t first, std::span<std::uint8_t> marks) const
{
    std::ranges::fill(marks, std::uint8_t{1});
    mark_scope(first, marks);
    if (cell_)
        sift(people_->cell_, first, marks, [mine = *cell_](std::uint32_t value) { return value == mine; });
    if (standings_ != any)
        sift(people_->standing_, first, marks, [mine = standings_](std::uint8_t value) { return mine >> value & 1U; });
    if (sex_)
        sift(people_->sex_, first, marks, [mine = *sex_](std::uint8_t value) { return value == mine; });
    if (occupation_)
        sift(people_->occupation_, first, marks, [mine = *occupation_](std::uint8_t value) { return value == mine; });
    if (born_first_ != 0 || born_end_ != any)
        sift(people_->born_, first, marks, between(born_first_, born_end_));
    if (admitted_first_ != 0)
        sift(people_->admitted_, first, marks, between(admitted_first_, admitted_end_));
    if (!words_.empty())
        mark_words(first, marks);
}

} // namespace phusa::storage
