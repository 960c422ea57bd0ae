#pragma once

#include "app/app.hpp"
#include "domain/data_check.hpp"
#include "domain/organisation_tree.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace phusa
{

// One fault of the data: a check that holds of a person, or a pair of people who look like one.
//
// A pair belongs to the lowest unit that has both of them below it: whoever sees the fault may see both people.
struct DataFault {
    OrganisationTree::Position position = 0;
    std::uint8_t check = 0; // in data_checks()
    PersonId person;
    PersonId other; // of a duplicate, else 0
};

// All faults of the register, by their place in today's tree, then the person: those of a unit and everything below it
// are one span.
class DataFaults
{
public:
    DataFaults(std::shared_ptr<const OrganisationTree> tree, std::vector<DataFault> faults);

    const OrganisationTree& tree() const { return *tree_; }
    std::span<const DataFault> within(OrganisationTree::Range range) const;
    // Nothing for a unit that is not in the tree.
    std::span<const DataFault> of(OrganisationId unit) const;

private:
    std::shared_ptr<const OrganisationTree> tree_;
    std::vector<DataFault> faults_;
};

// As of the last committed write; reckoned anew when something was written since.
std::shared_ptr<const DataFaults> data_faults(App& app);

} // namespace phusa
