#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/organisation_tree.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace phusa
{

// The one gate of DESIGN §8: whether somebody may do something at a unit. Every call by id passes it.
//
// A right holds on the unit of a grant and everything below it today. A unit that is no longer there is judged by the
// tree of its last day. What is outside the reader's scope is answered as if it did not exist, so that numbers in
// addresses tell nothing. No grant means no right.
class Gate
{
public:
    Gate(App& app, const Actor& actor);

    // Ok; not_found where the unit is outside every subtree in which this person has any right; refused where the
    // person may see the unit, but not do this.
    Result<void> pass(Right right, OrganisationId unit) const;
    // At least somewhere.
    bool has(Right right) const;
    Result<void> pass_anywhere(Right right) const;
    // The subtrees in which a right holds, as ranges of today's tree, disjoint and ascending.
    std::vector<OrganisationTree::Range> ranges(Right right) const;
    // Where the person's pages begin: the highest unit in which they may see organisations.
    std::optional<OrganisationId> home() const;

    const OrganisationTree& tree() const { return *tree_; }

private:
    // Where a unit stands, for judging it: in today's tree, or in that of its last day.
    struct Place {
        std::shared_ptr<const OrganisationTree> tree;
        OrganisationId unit;
    };
    std::optional<Place> place_of(OrganisationId unit) const;
    OrganisationId unit_of(const RoleGrant& grant) const;
    bool covers(const RoleGrant& grant, const Place& place) const;

    App& app_;
    const Actor& actor_;
    std::shared_ptr<const OrganisationTree> tree_;
};

// Whether a page should offer this at all; the deed itself passes the gate again.
bool may(App& app, const Actor& actor, Right right, OrganisationId unit);
bool may_anywhere(App& app, const Actor& actor, Right right);

} // namespace phusa
