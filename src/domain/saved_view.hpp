#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace phusa
{

using SavedViewId = Id<struct SavedView>;

namespace limit
{
inline constexpr std::size_t saved_question_bytes_max = 4'000; // half of request_target_bytes_max
inline constexpr std::size_t saved_views_max = 200;            // of one person
} // namespace limit

// A question for a report that somebody keeps under a name. Only the question: each answer is as of its own day.
struct SavedView {
    SavedViewId id;
    AccountId owner;
    std::optional<OrganisationId> shared; // left for the users of this unit; absent: the owner's own
    std::string report;                   // which page answers it: "bang-cheo"
    std::string question;                 // as the page's address has it: "dong=occupation&cot=year"
    std::string name;                     // for people
    Clock::Time saved;
};

// A name that says something, and a question that fits into an address.
Result<void> check(const SavedView& view);

} // namespace phusa
