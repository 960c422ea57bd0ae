#pragma once

#include "app/dossiers/judged_dossier.hpp"
#include "app/import/dossier_rows.hpp"
#include "app/import/intake.hpp"
#include "app/import/matching.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace phusa
{

// A row of a sheet of dossiers as it would be written.
struct TriedDossier {
    JudgedDossier after; // with the acts of the row in it; dossier.id 0 where it is new
    std::vector<RecordedAct>
        fresh; // of `after`, those that are not written yet, by day; `made` where it is there already
};

// Judges rows by the rules, as record_act does act by act.
//
// A breach is an error of the row, or, where the importer is the office of the deciding committee, a warning, and the
// act a past fact. What the register has of the same dossier already stands; what a row says otherwise is an error.
class DossierTrials
{
public:
    explicit DossierTrials(const IntakeContext& context) : context_(context) {}

    // nullopt after saying what is wrong; the row is left out then.
    std::optional<TriedDossier> try_row(MatchedRow& row, DossierRow read);

private:
    struct Known {
        std::optional<Dossier> dossier; // of the register
        std::vector<RecordedAct> acts;
    };

    std::optional<Known> find(MatchedRow& row, DossierRow& read);
    bool belongs_to_admission(const Person& person, DossierRow& read) const;
    std::vector<RowAct> fresh_acts(MatchedRow& row, const Known& known, std::vector<RowAct> acts);
    void warn_of_other_facts(const MatchedRow& row, const Dossier& known, const DossierRow& read);
    void check_rights(MatchedRow& row, const std::vector<RowAct>& acts, OrganisationId cell);
    void settle(MatchedRow& row, TriedDossier& tried, std::vector<RowAct>& fresh, const JudgedDossier& before,
                const std::string& reason);
    bool decides(OrganisationId cell);
    ImportRemark remark_on_act(const MatchedRow& row, const RowAct* act, std::string message) const;
    void wrong(MatchedRow& row, const RowAct& act, std::string message);

    const IntakeContext& context_;
    std::map<std::pair<Right, OrganisationId>, Result<void>> rights_;
    std::map<OrganisationId, bool> deciding_;
};

} // namespace phusa
