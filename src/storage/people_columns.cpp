#include "storage/people_columns.hpp"

#include "storage/name_words.hpp"
#include "storage/people_sieve.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

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

void PeopleColumns::append(const PersonEntry& entry) { insert_at(size(), entry); }

std::vector<std::pair<std::uint32_t, std::uint32_t>> PeopleColumns::rows_by_id() const
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
    rows.reserve(size());
    for (std::uint32_t row = 0; row < size(); ++row)
        rows.emplace_back(id_[row], row);
    std::ranges::sort(rows);
    return rows;
}

void PeopleColumns::put_in_order(const std::vector<PersonId>& order)
{
    assert(order.size() == size());
    auto rows = rows_by_id();
    std::vector<std::uint32_t> from;
    from.reserve(size());
    for (auto id : order) {
        auto found = std::ranges::lower_bound(rows, small(id.value), {}, [](const auto& row) { return row.first; });
        assert(found != rows.end() && found->first == id.value);
        from.push_back(found->second);
    }
    auto permute = [&](auto& column) {
        auto sorted = column;
        for (std::size_t row = 0; row < from.size(); ++row)
            sorted[row] = column[from[row]];
        column = std::move(sorted);
    };
    for (auto* column : {&id_, &cell_, &place_, &born_, &admitted_, &words_at_})
        permute(*column);
    for (auto* column : {&standing_, &sex_, &occupation_, &words_count_})
        permute(*column);
    put_words_in_order();
}

// So that a search reads them one after the other.
void PeopleColumns::put_words_in_order()
{
    std::vector<std::uint32_t> words;
    words.reserve(words_.size());
    for (std::size_t row = 0; row < size(); ++row) {
        auto first = words_.begin() + words_at_[row];
        words_at_[row] = small(static_cast<std::int64_t>(words.size()));
        words.insert(words.end(), first, first + words_count_[row]);
    }
    words_ = std::move(words);
}

void PeopleColumns::set_admitted(const std::vector<std::pair<PersonId, std::string>>& admitted)
{
    auto rows = rows_by_id();
    for (const auto& [id, day] : admitted) {
        auto found = std::ranges::lower_bound(rows, small(id.value), {}, [](const auto& row) { return row.first; });
        if (found != rows.end() && found->first == id.value)
            admitted_[found->second] = date_number(day);
    }
}

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
    auto words = words_of_folded(entry.folded_names);
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
    if (id.value < 0 || id.value >= number_max)
        return size();
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
    constexpr std::size_t block = 4'096; // marks and a column's values fit the first cache
    std::array<std::uint8_t, block> space{};
    PeopleSieve sieve(*this, ask.filter, spans);
    NearestPeople nearest(*this, ask);
    Found found;
    auto blocks = (size() + block - 1) / block;
    for (std::size_t i = 0; i < blocks; ++i) {
        auto first = (nearest.goes_up() ? i : blocks - 1 - i) * block;
        auto marks = std::span(space).first(std::min(block, size() - first));
        sieve.mark(first, marks);
        found.total += std::accumulate(marks.begin(), marks.end(), std::int64_t{0});
        for (std::size_t j = 0; j < marks.size() && !nearest.wants_no_more(); ++j) {
            auto row = nearest.goes_up() ? j : marks.size() - 1 - j;
            if (marks[row] != 0)
                nearest.offer(first + row);
        }
    }
    found.ids = nearest.ids();
    return found;
}

} // namespace phusa::storage
