#include "storage/people_columns.hpp"

#include "storage/name_words.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

namespace phusa::storage
{

namespace
{

constexpr auto number_max = std::numeric_limits<std::uint32_t>::max();

std::uint32_t small(std::int64_t number)
{
    assert(number >= 0 && number < number_max);
    return static_cast<std::uint32_t>(number);
}

// "1990-05-12" -> 19900512, "1990-05" -> 19900500, "1990" -> 19900000, "" -> 0.
std::uint32_t date_number(std::string_view text)
{
    std::uint32_t number = 0;
    std::size_t digits = 0;
    for (char character : text)
        if (character != '-') {
            number = number * 10 + static_cast<std::uint32_t>(character - '0');
            ++digits;
        }
    for (; digits < 8 && digits > 0; ++digits)
        number *= 10;
    return number;
}

std::uint32_t start_of_year(int year) { return static_cast<std::uint32_t>(year) * 10'000; }

template<typename T>
void insert_value(std::vector<T>& column, std::size_t row, T value)
{
    column.insert(column.begin() + static_cast<std::ptrdiff_t>(row), value);
}

template<typename T>
void erase_value(std::vector<T>& column, std::size_t row)
{
    column.erase(column.begin() + static_cast<std::ptrdiff_t>(row));
}

} // namespace

// A filter made ready: everything that can be asked of a row without looking anything up.
struct PeopleColumns::Test {
    const PeopleColumns* people;
    std::vector<Span> spans;
    std::optional<std::uint32_t> cell;
    std::uint32_t standings = 0; // a bit for each; all where none is asked for
    std::optional<std::uint8_t> sex;
    std::optional<std::uint8_t> occupation;
    std::uint32_t born_first = 0;
    std::uint32_t born_end = number_max;
    std::uint32_t admitted_first = 0;
    std::uint32_t admitted_end = number_max;
    std::vector<std::vector<bool>> words; // for each word asked: which of the known words begin with it

    Test(const PeopleColumns& columns, const PeopleFilter& filter, std::vector<Span> asked)
        : people(&columns), spans(std::move(asked))
    {
        if (filter.cell)
            cell = small(filter.cell->value);
        for (auto standing : filter.standings)
            standings |= 1U << static_cast<unsigned>(standing);
        if (filter.standings.empty())
            standings = number_max;
        if (filter.sex)
            sex = static_cast<std::uint8_t>(*filter.sex);
        if (filter.occupation)
            occupation = static_cast<std::uint8_t>(*filter.occupation);
        if (filter.born_from)
            born_first = start_of_year(*filter.born_from);
        if (filter.born_to)
            born_end = start_of_year(*filter.born_to + 1);
        if (filter.admitted_in) {
            admitted_first = start_of_year(*filter.admitted_in);
            admitted_end = start_of_year(*filter.admitted_in + 1);
        }
        for (const auto& word : words_of(filter.search))
            words.push_back(beginning_with(word));
    }

    std::vector<bool> beginning_with(const std::string& word) const
    {
        std::vector<bool> begin(people->word_numbers_.size(), false);
        auto end = people->word_numbers_.lower_bound(after_prefix(word));
        for (auto at = people->word_numbers_.lower_bound(word); at != end; ++at)
            begin[at->second] = true;
        return begin;
    }

    bool has_words(std::size_t row) const
    {
        const auto* first = people->words_.data() + people->words_at_[row];
        return std::ranges::all_of(words, [&](const auto& begin) {
            return std::any_of(first, first + people->words_count_[row], [&](auto word) { return begin[word]; });
        });
    }

    bool in_scope(std::uint32_t place) const
    {
        return spans.empty() || std::ranges::any_of(spans, [&](const Span& span) {
                   return place >= span.first && place <= span.second;
               });
    }

    bool operator()(std::size_t row) const
    {
        return in_scope(people->place_[row]) && (standings >> people->standing_[row] & 1U) != 0 &&
               (!sex || people->sex_[row] == *sex) && (!occupation || people->occupation_[row] == *occupation) &&
               people->born_[row] >= born_first && people->born_[row] < born_end &&
               people->admitted_[row] >= admitted_first && people->admitted_[row] < admitted_end &&
               (!cell || people->cell_[row] == *cell) && (words.empty() || has_words(row));
    }
};

void PeopleColumns::append(const PersonEntry& entry) { insert_at(size(), entry); }

void PeopleColumns::insert_after(PersonId previous, const PersonEntry& entry)
{
    insert_at(previous ? row_of(previous) + 1 : 0, entry);
}

void PeopleColumns::insert_at(std::size_t row, const PersonEntry& entry)
{
    assert(row <= size());
    insert_value(id_, row, small(entry.id.value));
    insert_value(cell_, row, small(entry.cell.value));
    insert_value(place_, row, place(entry.cell));
    insert_value(born_, row, date_number(entry.born));
    insert_value(admitted_, row, date_number(entry.admitted));
    insert_value(standing_, row, static_cast<std::uint8_t>(entry.standing));
    insert_value(sex_, row, static_cast<std::uint8_t>(entry.sex));
    insert_value(occupation_, row, static_cast<std::uint8_t>(entry.occupation));
    auto words = words_of(entry.folded_names);
    assert(words.size() <= std::numeric_limits<std::uint8_t>::max());
    insert_value(words_at_, row, small(static_cast<std::int64_t>(words_.size())));
    insert_value(words_count_, row, static_cast<std::uint8_t>(words.size()));
    for (const auto& word : words)
        words_.push_back(word_number(word));
}

void PeopleColumns::erase(PersonId id)
{
    auto row = row_of(id);
    if (row == size())
        return;
    for (auto* column : {&id_, &cell_, &place_, &born_, &admitted_, &words_at_})
        erase_value(*column, row);
    for (auto* column : {&standing_, &sex_, &occupation_, &words_count_})
        erase_value(*column, row);
}

void PeopleColumns::set_places(std::map<std::int64_t, std::uint32_t> place_of_cell)
{
    place_of_cell_ = std::move(place_of_cell);
    for (std::size_t row = 0; row < size(); ++row)
        place_[row] = place(OrganisationId(cell_[row]));
}

std::uint32_t PeopleColumns::place(OrganisationId cell) const
{
    auto found = place_of_cell_.find(cell.value);
    return found == place_of_cell_.end() ? 0 : found->second;
}

std::size_t PeopleColumns::row_of(PersonId id) const
{
    auto found = std::ranges::find(id_, small(id.value));
    return static_cast<std::size_t>(found - id_.begin());
}

std::uint32_t PeopleColumns::word_number(std::string_view word)
{
    auto next = small(static_cast<std::int64_t>(word_numbers_.size()));
    return word_numbers_.try_emplace(std::string(word), next).first->second;
}

std::uint32_t PeopleColumns::key_of(const PeopleAsk& ask, std::size_t row) const
{
    switch (ask.order) {
    case PeopleOrder::name:
        return static_cast<std::uint32_t>(row);
    case PeopleOrder::born:
        return born_[row];
    case PeopleOrder::admitted:
        // Those never admitted come last either way.
        return admitted_[row] == 0 && ask.direction == Direction::ascending ? number_max : admitted_[row];
    }
    std::unreachable();
}

PeopleColumns::Found PeopleColumns::page(const PeopleAsk& ask, const std::vector<Span>& spans) const
{
    Test test(*this, ask.filter, spans);
    bool up = (ask.direction == Direction::ascending) != ask.before.has_value();
    // Key, id and row: what is nearer to the start of the page compares as less.
    using Place = std::pair<std::uint64_t, std::uint32_t>;
    auto place_of = [&](std::size_t row) {
        std::uint64_t key = (static_cast<std::uint64_t>(key_of(ask, row)) << 32) | id_[row];
        return Place(up ? key : ~key, id_[row]);
    };
    auto person = ask.before ? ask.before : ask.after;
    auto after = person ? std::optional(place_of(row_of(*person))) : std::nullopt;

    std::vector<Place> nearest; // a heap: the farthest in front
    std::int64_t total = 0;
    auto keep = ask.rows + 1;
    auto take = [&](std::size_t row) {
        if (!test(row))
            return;
        ++total;
        auto mine = place_of(row);
        if ((after && mine <= *after) || (nearest.size() == keep && nearest.front() < mine))
            return;
        if (nearest.size() == keep) {
            std::ranges::pop_heap(nearest);
            nearest.pop_back();
        }
        nearest.push_back(mine);
        std::ranges::push_heap(nearest);
    };
    // In the order of the page, so that after its last row nothing nearer comes.
    for (std::size_t i = 0; i < size(); ++i)
        take(up ? i : size() - 1 - i);
    std::ranges::sort(nearest);
    Found found{.ids = {}, .total = total};
    for (const auto& [key, id] : nearest)
        found.ids.emplace_back(id);
    return found;
}

} // namespace phusa::storage
