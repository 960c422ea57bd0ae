#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace phusa
{

// Why a caller could not be given what was asked, where the caller can act on it.
//
// The kinds are a closed list: the doors turn each into one HTTP status and one exit code. A Problem
// carries a sentence for the user that says what to do next, in Vietnamese; it never carries SQL, paths
// or personal values of somebody else.
struct Problem {
    enum class Kind {
        invalid,     // what was sent cannot be accepted: 422, exit 2
        not_found,   // no such thing, or not within the reader's scope: 404, exit 1
        refused,     // known, but this person may not: 403, exit 1
        conflict,    // changed by somebody else since it was read, or already there: 409, exit 1
        too_large,   // over a limit of limits.hpp: 413, exit 2
        too_many,    // back-off: 429, exit 1
        unavailable, // something optional is not there, such as LibreOffice: 503, exit 1
    };

    // One input that is wrong, so that a form can show the sentence beside it.
    struct Field {
        std::string name;
        std::string message;
    };

    Kind kind = Kind::invalid;
    std::string message;
    std::vector<Field> fields = {};
};

// A value, or why there is none. A broken world (database gone, disk full) is an exception instead.
template<typename T>
using Result = std::expected<T, Problem>;

inline std::unexpected<Problem> problem(Problem::Kind kind, std::string message)
{
    return std::unexpected(Problem{.kind = kind, .message = std::move(message)});
}

inline std::unexpected<Problem> invalid(std::string field, std::string message)
{
    return std::unexpected(
        Problem{.kind = Problem::Kind::invalid, .message = message, .fields = {{std::move(field), message}}});
}

} // namespace phusa

// The value of a Result, or return its Problem to our caller. GCC 12 has no expected::and_then, and its
// statement expressions do what is wanted.
#define TRY(...)                                                                                                       \
    __extension__({                                                                                                    \
        auto try_result = (__VA_ARGS__);                                                                               \
        if (!try_result)                                                                                               \
            return std::unexpected(std::move(try_result).error());                                                     \
        std::move(*try_result);                                                                                        \
    })

// The same for a Result<void>, as a statement.
#define TRY_DO(...)                                                                                                    \
    do {                                                                                                               \
        if (auto try_result = (__VA_ARGS__); !try_result)                                                              \
            return std::unexpected(std::move(try_result).error());                                                     \
    } while (false)
