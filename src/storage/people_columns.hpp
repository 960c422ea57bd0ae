#pragma once

#include "storage/people_list.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// One person as lists look at people.
struct PersonEntry {
    PersonId id;
    OrganisationId cell;
    std::string born;     // as stored: ISO, a day, a month or a year
    std::string admitted; // the last admission's day, or empty
    Standing standing = Standing::none;
    Sex sex = Sex::unknown;
    Occupation occupation = Occupation::unknown;
    std::string folded_names; // " nguyen van an"
};

// Everybody in columns, in the order of their names: about 45 bytes a person. A page with its total is one walk over
// them, a nanosecond or two for each person.
//
// Says the same as SQL over the same people (people_list_test.cpp compares); only filters by admission are not known.
class PeopleColumns
{
public:
    struct Found {
        std::vector<PersonId> ids; // at most `rows` + 1
        std::int64_t total = 0;
    };

    std::size_t size() const { return id_.size(); }
    // At the end. Whoever appends in another order than that of the names calls put_in_order afterwards.
    void append(const PersonEntry& entry);
    // Everybody who is there, in the order of their names.
    void put_in_order(const std::vector<PersonId>& order);
    // The last admissions of many at once, as text; who is not there is passed over.
    void set_admitted(const std::vector<std::pair<PersonId, std::string>>& admitted);
    // Right behind `previous`, or in front of all where that is 0.
    void insert_after(PersonId previous, const PersonEntry& entry);
    // Nothing where the person is not there.
    void erase(PersonId id);
    // Where each cell stands in the tree; a cell not named stands nowhere.
    void set_places(std::map<std::int64_t, std::uint32_t> place_of_cell);

    static bool knows(const PeopleFilter& filter) { return !filter.admitted; }
    bool contains(PersonId id) const { return row_of(id) < size(); }
    // `spans` are the places of filter.within, first and last of each, when it names units. `ask.after` and
    // `ask.before` must be there.
    using Span = std::pair<std::uint32_t, std::uint32_t>;
    Found page(const PeopleAsk& ask, const std::vector<Span>& spans) const;

private:
    friend class PeopleSieve;
    friend class NearestPeople;

    std::size_t row_of(PersonId id) const;
    // Ids with their rows, sorted by id: to look up many.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_by_id() const;
    void put_words_in_order();
    void insert_at(std::size_t row, const PersonEntry& entry);
    std::uint32_t word_number(std::string_view word);
    std::uint32_t place(OrganisationId cell) const;
    // What the order compares; equal ones are told apart by their ids.
    std::uint32_t key_of(const PeopleAsk& ask, std::size_t row) const;

    std::vector<std::uint32_t> id_;
    std::vector<std::uint32_t> cell_;
    std::vector<std::uint32_t> place_;
    std::vector<std::uint32_t> born_;     // 19900512, 19900500, 19900000: sorts as the text does
    std::vector<std::uint32_t> admitted_; // 20250519, 0 for never
    std::vector<std::uint8_t> standing_;
    std::vector<std::uint8_t> sex_;
    std::vector<std::uint8_t> occupation_;
    std::vector<std::uint32_t> words_at_; // the first of the person's words in words_
    std::vector<std::uint8_t> words_count_;
    std::vector<std::uint32_t> words_; // only grows; what changed leaves a hole until all is read again
    std::map<std::string, std::uint32_t, std::less<>> word_numbers_;
    std::map<std::int64_t, std::uint32_t> place_of_cell_;
};

} // namespace phusa::storage
