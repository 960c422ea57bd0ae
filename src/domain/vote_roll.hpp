#pragma once

#include "base/result.hpp"
#include "domain/act.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// The grounds by which an official member is left out of the base of a cell's vote (rules.md 4.1, step 10). Nobody else
// is: whoever is merely absent counts.
enum class Excuse : std::uint8_t {
    moved_for_a_time = 1, // được giới thiệu sinh hoạt tạm thời ở nơi khác
    exempt_and_absent,    // được miễn công tác và sinh hoạt, không dự họp
};
std::string_view key_of(Excuse excuse);
std::string_view title_of(Excuse excuse);
std::optional<Excuse> excuse(std::string_view key);
std::vector<Excuse> all_excuses();

// One official member of the cell on the day of its meeting.
struct RollEntry {
    PersonId member = {};
    bool present = false;
    std::optional<Excuse> excuse = {};

    friend bool operator==(const RollEntry&, const RollEntry&) = default;
};

// The slips of a secret vote as the tellers count them. `in_favour` and `against` stand in the act's CellBallot.
struct BallotSlips {
    int issued = 0;
    int collected = 0;
    int invalid = 0;

    int valid() const { return collected - invalid; }
    friend bool operator==(const BallotSlips&, const BallotSlips&) = default;
};

// How a cell's meeting was counted: who was there by name, and the slips. The figures that the rules judge are those of
// the act; `base_of` gives them, so that nobody reckons by hand.
struct VoteRecord {
    std::vector<RollEntry> roll = {};
    BallotSlips slips = {};
    std::string chair = {};     // người chủ trì
    std::string secretary = {}; // thư ký cuộc họp

    friend bool operator==(const VoteRecord&, const VoteRecord&) = default;
};

// What follows from the roll. An exempt member who attends counts (rules.md 4.1), so an excuse of one who is present
// and exempt is passed over; one who moved for a time is not in the base even when present as a guest.
struct VoteBase {
    int official = 0;
    int excluded = 0;
    int present = 0;
    int base = 0;   // official - excluded
    int needed = 0; // two thirds of the base, rounded up

    friend bool operator==(const VoteBase&, const VoteBase&) = default;
};
VoteBase base_of(const std::vector<RollEntry>& roll);
// The same from the figures of an act, where there is no roll.
VoteBase base_of(const CellBallot& ballot);

// ⌈2/3 of `base`⌉: the votes that carry.
int votes_needed(int base);
bool is_carried(const CellBallot& ballot);
bool is_carried(const CommitteeBallot& ballot);

// What is wrong with the arithmetic, one sentence each; empty when all agrees.
std::vector<std::string> faults_of(const CellBallot& ballot, const BallotSlips& slips);

// What was voted on, and on whom.
struct VoteQuestion {
    Matter about = Matter::admission;
    std::string_view name;
    bool is_readmission = false;
};

// The sentences for minutes and resolution, with each base, in order: "Số đảng viên chính thức của chi bộ: 15 đồng chí.
// …", ending in the result.
std::vector<std::string> vote_sentences(const CellBallot& ballot, const BallotSlips& slips,
                                        const VoteQuestion& question);

} // namespace phusa
