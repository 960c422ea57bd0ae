#include "storage/act_corrections.hpp"

#include "domain/act.hpp"
#include "storage/sql/connection.hpp"

namespace phusa::storage
{

namespace
{

// A version that was replaced, beside the one that took its place.
constexpr std::string_view replaced_versions =
    "SELECT v.dossier_id, v.replaced_in, CASE WHEN s.version IS NULL THEN 0 WHEN v.cell_official <> s.cell_official OR "
    "v.cell_excluded <> s.cell_excluded OR v.cell_present <> s.cell_present OR v.cell_in_favour <> s.cell_in_favour OR "
    "v.cell_against <> s.cell_against OR v.committee_members <> s.committee_members OR v.committee_in_favour <> "
    "s.committee_in_favour OR (v.paper_number <> '' AND v.paper_number <> s.paper_number) THEN 1 ELSE 0 END FROM "
    "dossier_act v LEFT JOIN dossier_act s ON s.id = v.id AND s.recorded_in = v.replaced_in WHERE v.replaced_in IS NOT "
    "NULL";

} // namespace

std::unordered_map<DossierId, ActCorrections> act_corrections(Session& session)
{
    std::unordered_map<DossierId, AuditNumber> decided;
    session.connection()
        .query(
            "SELECT dossier_id, min(recorded_in) FROM dossier_act WHERE kind = ? AND side IS NULL GROUP BY dossier_id")
        .bind(ActKind::decision)
        .each([&](DossierId dossier, AuditNumber first) { decided.emplace(dossier, first); });
    std::unordered_map<DossierId, ActCorrections> corrections;
    session.connection().query(replaced_versions).each([&](DossierId dossier, AuditNumber replaced, int numbers) {
        auto& of = corrections[dossier];
        of.numbers += numbers;
        auto decision = decided.find(dossier);
        of.after_decision += decision != decided.end() && replaced > decision->second ? 1 : 0;
    });
    return corrections;
}

} // namespace phusa::storage
