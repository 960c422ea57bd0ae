#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/organisation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// One line of the tree as the asker may see it.
struct OrganisationLine {
    Organisation organisation;
    int depth = 0;
    std::size_t children = 0;
    std::int64_t members = 0; // of the whole subtree, today; 0 where figures are of another day
};

// Direct children of a unit (or where the asker's view begins), on a day.
Result<std::vector<OrganisationLine>> list_children(App& app, const Actor& actor, std::optional<OrganisationId> parent,
                                                    Date on);
// The whole view of the asker in the order of the tree, or the subtree of `within`.
Result<std::vector<OrganisationLine>> list_organisations(App& app, const Actor& actor,
                                                         std::optional<OrganisationId> within, Date on);
// Units whose name or code matches, folded; at most limit::page_rows.
Result<std::vector<OrganisationLine>> find_organisations(App& app, const Actor& actor, std::string_view words, Date on);

struct OrganisationView {
    Organisation organisation;      // as it stood on `on`, or on its last day
    std::vector<Organisation> path; // from the top of the asker's view down to its parent
    std::vector<OrganisationLine> children;
    std::vector<Organisation> beside;    // mass organisations and schools
    std::vector<Organisation> versions;  // its names, kinds and parents through time, oldest first
    std::vector<Succession> successions; // in which it stands on either side
    std::vector<Organisation> relatives; // the other sides of these, for their names
    std::vector<OrganisationFact> facts; // live ones, newest first
    std::int64_t members = 0;
    std::int64_t probationary = 0;
};
Result<OrganisationView> show_organisation(App& app, const Actor& actor, OrganisationId id, Date on);

struct NewOrganisation {
    OrganisationKind kind = OrganisationKind::cell;
    Sector sector = Sector::unknown;
    std::string code;
    std::string name;
    OrganisationId parent;
    Date from;
    std::string document; // the decision that founds it
};
Result<OrganisationId> found_organisation(App& app, const Actor& actor, const NewOrganisation& wanted);
// From a day on; `version` is Organisation::recorded as it was read.
Result<void> rename_organisation(App& app, const Actor& actor, OrganisationId id, AuditNumber version,
                                 std::string_view name, Date from, std::string_view document);
Result<void> dissolve_organisation(App& app, const Actor& actor, OrganisationId id, AuditNumber version, Date on,
                                   std::string_view document);

Result<void> add_organisation_fact(App& app, const Actor& actor, OrganisationId id, OrganisationFactKind kind,
                                   Validity valid, std::string_view note);
// With the day from which it no longer holds.
Result<void> end_organisation_fact(App& app, const Actor& actor, OrganisationId id, std::int64_t row, Date until);

} // namespace phusa
