#pragma once

#include "app/app.hpp"
#include "domain/organisation_tree.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace phusa
{

// How many people each unit of today's tree has, everything below it included.
class MemberCounts
{
public:
    struct Count {
        std::int64_t members = 0; // probationary, official, exempted
        std::int64_t probationary = 0;
        std::int64_t people = 0; // anybody on record, those who left too
    };

    const OrganisationTree& tree() const { return *tree_; }
    const Count& at(OrganisationTree::Position position) const { return counts_[position]; }
    // Zero for a unit that is not in the tree.
    Count of(OrganisationId id) const;

    MemberCounts(std::shared_ptr<const OrganisationTree> tree, std::vector<Count> counts);

private:
    std::shared_ptr<const OrganisationTree> tree_;
    std::vector<Count> counts_;
};

// As of the last committed write; reckoned anew when something was written since.
std::shared_ptr<const MemberCounts> member_counts(App& app);

} // namespace phusa
