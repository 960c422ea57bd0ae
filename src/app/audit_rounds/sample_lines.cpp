#include "app/audit_rounds/sample_lines.hpp"

#include "app/unit_names.hpp"
#include "storage/database.hpp"
#include "storage/people.hpp"

namespace phusa
{

std::map<AuditSampleId, FaultTally> tallies_of(const std::vector<CheckFault>& faults)
{
    std::map<AuditSampleId, FaultTally> tallies;
    for (const auto& fault : faults) {
        auto& tally = tallies[fault.sample];
        ++tally.faults;
        tally.uncorrected += fault.confirmed ? 0 : 1;
    }
    return tallies;
}

AuditSampleLine line_of(App& app, storage::Session& session, const AuditSample& sample, const FaultTally& tally)
{
    auto person = storage::person(session, sample.person);
    return {.sample = sample,
            .name = person ? person->name : "(hồ sơ đã xoá theo thời hạn lưu)",
            .born = person ? person->born : PartialDate(),
            .cell_name = unit_name(app, sample.cell),
            .unit_name = unit_name(app, sample.unit),
            .checking_name = unit_name(app, sample.checking),
            .reasons = in_words(risk_marks(sample.marks)),
            .faults = tally.faults,
            .uncorrected = tally.uncorrected};
}

} // namespace phusa
