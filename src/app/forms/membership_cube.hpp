#pragma once

#include "app/app.hpp"
#include "domain/organisation_tree.hpp"
#include "stats/changes.hpp"

#include <memory>

namespace phusa
{

// Everybody who came into the list of members of a cell and went from it, laid out by the organisation tree of one day
// as an AdmissionCube is. `who` of a row is the number of the person.
//
// Whether somebody is a member follows from admissions and events, as in standing_on. Where they are: the cell of the
// admission or event, and from the first day of each version of their record the cell that this names. So what a cell
// has on a day is its list of that day; a change of cell is a move, whether an event tells of it or not.
struct MembershipCube {
    std::shared_ptr<const OrganisationTree> tree;
    stats::Changes changes;
};

// As of the last committed write, kept until the next.
std::shared_ptr<const MembershipCube> membership_cube(App& app, Date structure);
// As the register stood when that audit row was its last, in a tree of that time. Built anew each time.
std::shared_ptr<const MembershipCube>
membership_cube_as_recorded(App& app, std::shared_ptr<const OrganisationTree> tree, AuditNumber recorded);

// Why somebody came or went. `recorded`: a member of whom no admission is known; counted from the first day of all.
enum class MemberChange : std::uint8_t { recorded, admitted, moved, restored, died, expelled, removed, resigned };

// The dimensions of its rows: change (MemberChange), border (which outermost border the row crosses: "province" out of
// or into the register, "district" between two units directly under its root, "inside" one of those), probationary.
const std::vector<stats::Dimension>& change_dimensions();

} // namespace phusa
