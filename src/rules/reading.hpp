#pragma once

#include "domain/case.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace phusa
{

// One act of a case and its place there.
struct PlacedAct {
    const Act* act = nullptr;
    std::uint32_t index = 0;

    Date on() const { return act->on; }
    ActKind kind() const { return act->kind; }
};

// Of one matter, the votes that count and the decision: of each body the latest. A committee that proposes and one that
// decides are two bodies.
struct MatterActs {
    const PlacedAct* cell = nullptr;
    const PlacedAct* proposing = nullptr;
    const PlacedAct* deciding = nullptr;
    const PlacedAct* decision = nullptr;

    const PlacedAct* committee() const // the later one
    {
        if (!proposing || !deciding)
            return proposing ? proposing : deciding;
        return proposing->on() > deciding->on() ? proposing : deciding;
    }
};

// A case as DESIGN §6 reads it: in the order of dates, without what a redo has set aside.
//
// It points into the Case, which has to outlive it. Two cases that differ only in the order of their acts read alike.
class Reading
{
public:
    Reading(const Case& read, Date as_of);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Date as_of() const { return as_of_; }
    const Candidate& person() const { return case_.person; }
    bool in_grassroots_cell() const { return case_.grassroots_cell; }
    // The day on which a removal ended the procedure, or will.
    std::optional<Date> removed_on() const { return removed_on_; }

    std::span<const PlacedAct> acts() const { return acts_; }
    const MatterActs& of(Matter matter) const { return matters_[static_cast<std::size_t>(matter) - 1]; }
    const PlacedAct* ceremony() const { return ceremony_; }
    // The last day whose introductions, opinions, votes and decision of that stage a redo has set aside.
    std::optional<Date> redone_on(Matter stage) const { return redone_on_[static_cast<std::size_t>(stage) - 1]; }
    // Acts after the day of judging are plans.
    bool is_plan(const PlacedAct& act) const { return act.on() > as_of_; }

    // Which stage a paper serves; only introductions, opinions and certificates are asked.
    bool serves(const Act& paper, Matter stage) const;

    // The first and the last act of a kind within the days asked, in the order of dates; nullptr for none.
    const PlacedAct* first(ActKind kind) const;
    const PlacedAct* last(ActKind kind, std::optional<Date> until) const;

private:
    void put_in_order();
    void set_aside();
    void find_what_counts();

    const Case& case_;
    Date as_of_;
    std::optional<Date> removed_on_;
    std::vector<PlacedAct> acts_;
    const PlacedAct* ceremony_ = nullptr;
    std::optional<Date> ceremony_on_;
    MatterActs matters_[3];
    std::optional<Date> redone_on_[3];
};

} // namespace phusa
