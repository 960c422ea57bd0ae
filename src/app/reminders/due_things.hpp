#pragma once

#include "app/app.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "domain/check_fault.hpp"
#include "domain/organisation_tree.hpp"
#include "rules/reminders.hpp"

#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// Something of one dossier, or of its sampling audit, that has a last day and of which somebody is to be reminded on a
// day. Inside app/.
struct DueThing {
    DossierId dossier = {};
    PersonId person = {};
    std::string name = {};
    OrganisationId cell = {};
    std::string key = {};   // "12 decision admission", the same from day to day: what is said once is known by it
    std::string title = {}; // "Quyết định (kết nạp)", "Nhận xét quý II năm 2026"
    Date due = {};
    std::optional<ActKind> act = {}; // absent for remarks of a quarter and audits
    Matter about = Matter::admission;
    std::optional<AuditSampleId> check = {};
    std::optional<CheckFaultId> fault = {};
    std::string waits_for = {};               // what has to be done first, where that is something else
    std::vector<OrganisationId> units = {};   // whose work it is, the one whose turn it is first
    std::vector<PersonId> helpers = {};       // of remarks
    std::optional<DueReminder> reminder = {}; // for whose work it is
    std::optional<DueReminder> above = {};    // for the unit above the first of `units`
    std::string reckoning = {};               // how the last day was reckoned; empty where there is nothing to say
};

struct DueQuestion {
    Date day = {};
    std::optional<OrganisationTree::Range> range = {}; // of the cells; absent: all
    bool with_far_ones = false;                        // also last days of which it is too early to remind
};

// Of all dossiers under way, judged as of the day that is asked for, and of audits.
std::vector<DueThing> due_things(App& app, const OrganisationTree& tree, const DueQuestion& question);
// The part of audits: the cell that checks, or the one that corrects, is within the range.
std::vector<DueThing> due_audits(App& app, const OrganisationTree& tree, const DueQuestion& question);

} // namespace phusa
