#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace phusa
{

struct DemoWish {
    std::uint64_t seed = 1;
    Date as_of; // what happened later is not known
    // Told what is being done, and how much of it all is done already (0 to 1).
    std::function<void(std::string_view what, double done)> progress = {};
};

struct DemoMade {
    std::int64_t organisations = 0; // units ever
    std::int64_t cells = 0;         // units with members on that day
    std::int64_t people = 0;
    std::int64_t admissions = 0;
    std::int64_t events = 0;
    std::filesystem::path users_file; // names and passwords, mode 0600
};

// Whether a demo can tell its story up to that day: invalid before the end of the period that the article tells of.
Result<void> check_demo_day(Date as_of);

// Fills an empty register with the demo province: Thái Bình with invented people, and one account per role. All or
// nothing, in one transaction. Refused: the register has units or people already.
//
// Settings it leaves: invented = yes, demo.seed, demo.as_of, story.period (so that a story asked without a period tells
// the article's).
Result<DemoMade> make_demo(App& app, const Actor& actor, const DemoWish& wish);

} // namespace phusa
