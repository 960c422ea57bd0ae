#pragma once

#include "storage/people_list.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace phusa::storage
{

// Everybody of a filter by name, piece by piece, as the register was when the reading began: for exports.
//
// It remembers which versions to read (eight bytes a person); versions are never overwritten, so pieces may be read
// much later, each in a session of its own, and a slow reader holds no connection.
class PeopleReading
{
public:
    struct Line {
        Person person;
        std::optional<Date> admitted; // the last admission's day
    };

    // At most `people_max`.
    PeopleReading(Session& session, const PeopleFilter& filter, std::size_t people_max);

    std::size_t size() const { return versions_.size(); }
    // The next `rows` people; empty at the end.
    std::vector<Line> next(Session& session, std::size_t rows);

private:
    std::vector<std::int64_t> versions_;
    std::size_t read_ = 0;
};

} // namespace phusa::storage
