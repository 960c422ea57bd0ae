#include "app/placing.hpp"

#include "base/limits.hpp"
#include "storage/organisations.hpp"
#include "storage/organisations_recorded.hpp"
#include "storage/successions.hpp"

namespace phusa
{

using Position = OrganisationTree::Position;

Placing::Placing(storage::Session& session, const OrganisationTree& tree, storage::AsRecorded as_recorded)
    : session_(session), tree_(tree), as_recorded_(as_recorded)
{
    for (const auto& succession : storage::all_successions(session, as_recorded))
        if (succession.from && succession.to && *succession.from != *succession.to) {
            after_.emplace(*succession.from, *succession.to);
            before_.emplace(*succession.to, *succession.from);
        }
}

Position Placing::of(OrganisationId cell)
{
    if (auto known = known_.find(cell); known != known_.end())
        return known->second;
    return known_[cell] = find(cell, limit::organisation_depth_max);
}

Position Placing::find(OrganisationId unit, int steps)
{
    if (auto here = tree_.find(unit))
        return *here;
    if (steps == 0)
        return 0;
    for (const auto* links : {&after_, &before_})
        if (auto link = links->find(unit); link != links->end())
            if (auto there = tree_.find(link->second))
                return *there;
    auto last = as_recorded_ ? storage::latest_organisation_as_recorded(session_, unit, *as_recorded_)
                             : storage::latest_organisation(session_, unit);
    return last && last->parent ? find(*last->parent, steps - 1) : 0;
}

} // namespace phusa
