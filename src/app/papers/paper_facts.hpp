#pragma once

#include "app/app.hpp"
#include "app/dossiers/judged_dossier.hpp"
#include "app/papers/paper_bodies.hpp"
#include "app/papers/paper_occasion.hpp"
#include "domain/made_paper.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
}

// The member who writes a paper of their own: an introducer or a helper.
struct PaperWriter {
    std::string name;
    std::optional<Person> person; // where in this register
    std::string cell_name;
    std::optional<Date> admitted;
    std::optional<Date> recognised;
};

// All that the fields of one paper may say. A plain value, so that fields are tested without a register.
struct PaperFacts {
    Person person;
    std::vector<RecordedAct> acts;  // that still count, by day, up to the paper's own
    std::optional<RecordedAct> act; // the paper's own
    Matter about = Matter::admission;
    std::optional<Date> on; // of the paper
    PaperBodies bodies;
    PaperWriter writer;
    std::string helper_name;
    std::vector<std::string> introducers; // members whose introduction stands
    std::optional<RecordedAct> concerned; // the decision that a cancellation or a remedy is about
    std::optional<MembershipEvent> event; // what befell the member, of papers about that
    std::optional<Date> admitted;         // as the register has it
    std::optional<Date> left;             // the Party, of who would be readmitted
    std::optional<Date> first_admitted;   // before that
    bool is_readmission = false;
    std::vector<std::string> absent;              // names, of the cell's meeting
    std::map<RecordedActId, std::string> numbers; // of acts and of the papers made for them
    std::string number;                           // of this paper
    std::string citation;                         // " và Quy định số …", or empty
    std::string set_name;
    std::string layout_name;

    // The latest act of a kind that serves the matter of this paper.
    const RecordedAct* latest(ActKind kind) const { return latest(kind, about); }
    const RecordedAct* latest(ActKind kind, std::optional<Matter> matter) const;
    // The cell's vote that the paper speaks of: its own act, or the latest one.
    const RecordedAct* cell_vote() const;
    const RecordedAct* committee_vote() const;
    const RecordedAct* decision() const;
    std::string number_of(const RecordedAct* act) const;
};

// Reads them for a paper of this occasion.
PaperFacts paper_facts(App& app, storage::Session& session, const JudgedDossier& judged, const PaperForm& form,
                       const PaperOccasion& occasion);

} // namespace phusa
