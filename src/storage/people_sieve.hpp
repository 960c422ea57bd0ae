#pragma once

#include "storage/people_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace phusa::storage
{

// A filter made ready: everything that can be asked of a row without looking anything up.
class PeopleSieve
{
public:
    using Span = PeopleColumns::Span;

    PeopleSieve(const PeopleColumns& people, const PeopleFilter& filter, std::vector<Span> spans);

    // Marks with 1 the rows from `first` on that pass, as many as there are marks; only columns that are asked about
    // are read.
    void mark(std::size_t first, std::span<std::uint8_t> marks) const;

private:
    static constexpr auto any = std::numeric_limits<std::uint32_t>::max();

    std::vector<bool> beginning_with(const std::string& word) const;
    bool has_words(std::size_t row) const;
    void mark_scope(std::size_t first, std::span<std::uint8_t> marks) const;
    void mark_words(std::size_t first, std::span<std::uint8_t> marks) const;

    const PeopleColumns* people_;
    std::vector<Span> spans_;
    std::optional<std::uint32_t> cell_;
    std::uint32_t standings_ = any; // a bit for each
    std::optional<std::uint8_t> sex_;
    std::optional<std::uint8_t> occupation_;
    std::uint32_t born_first_ = 0;
    std::uint32_t born_end_ = any;
    std::uint32_t admitted_first_ = 0;
    std::uint32_t admitted_end_ = any;
    std::vector<std::vector<bool>> words_; // for each word asked: which of the known words begin with it
};

// The rows of a page as they are found: the nearest to its start, behind the person that it starts after.
class NearestPeople
{
public:
    NearestPeople(const PeopleColumns& people, const PeopleAsk& ask)
        : people_(&people), ask_(&ask), up_((ask.direction == Direction::ascending) != ask.before.has_value()),
          keep_(ask.rows + 1)
    {
        if (auto person = ask.before ? ask.before : ask.after)
            after_ = place_of(people.row_of(*person));
    }

    bool goes_up() const { return up_; }
    // By name, rows are offered in the order of the page: once it is full, no later one is nearer.
    bool wants_no_more() const { return ask_->order == PeopleOrder::name && heap_.size() == keep_; }

    void offer(std::size_t row)
    {
        auto mine = place_of(row);
        if ((after_ && mine <= *after_) || (heap_.size() == keep_ && heap_.front() < mine))
            return;
        if (heap_.size() == keep_) {
            std::ranges::pop_heap(heap_);
            heap_.pop_back();
        }
        heap_.push_back(mine);
        std::ranges::push_heap(heap_);
    }

    std::vector<PersonId> ids()
    {
        std::ranges::sort(heap_);
        std::vector<PersonId> ids;
        for (auto place : heap_)
            ids.emplace_back((up_ ? place : ~place) & std::numeric_limits<std::uint32_t>::max());
        return ids;
    }

private:
    // Key, then id; turned round where the page goes down, so that nearer is always less.
    std::uint64_t place_of(std::size_t row) const
    {
        auto place = (static_cast<std::uint64_t>(people_->key_of(*ask_, row)) << 32) | people_->id_[row];
        return up_ ? place : ~place;
    }

    const PeopleColumns* people_;
    const PeopleAsk* ask_;
    bool up_;
    std::size_t keep_;
    std::optional<std::uint64_t> after_;
    std::vector<std::uint64_t> heap_; // the farthest in front
};

} // namespace phusa::storage
