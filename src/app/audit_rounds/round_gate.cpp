#include "app/audit_rounds/round_gate.hpp"

#include "storage/audit.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

namespace phusa
{

namespace
{

std::unexpected<Problem> no_round()
{
    return problem(Problem::Kind::not_found, "Không có đợt kiểm tra này trong phạm vi của anh/chị.");
}

std::unexpected<Problem> no_sample()
{
    return problem(Problem::Kind::not_found,
                   "Không có phiếu kiểm tra này trong phạm vi của anh/chị; khi đợt đã kết thúc, chi bộ kiểm tra không "
                   "còn xem được.");
}

std::unexpected<Problem> no_fault()
{
    return problem(Problem::Kind::not_found, "Không có việc khắc phục này trong phạm vi của anh/chị.");
}

// Everything about a sample, whoever asks; nothing where somebody was purged.
std::optional<SeenSample> sample_with_all(storage::Session& session, const Gate& gate, AuditSampleId id)
{
    auto sample = storage::audit_sample(session, id);
    auto round = sample ? storage::audit_round(session, sample->round) : std::nullopt;
    auto dossier = round ? storage::dossier(session, sample->dossier) : std::nullopt;
    auto person = dossier ? storage::person(session, dossier->person) : std::nullopt;
    if (!person)
        return std::nullopt;
    bool leads = gate.pass(Right::record_committee_acts, round->unit).has_value();
    bool checks = is_checker(gate, *round, *sample);
    return SeenSample{.round = *std::move(round),
                      .sample = *std::move(sample),
                      .dossier = *std::move(dossier),
                      .person = *std::move(person),
                      .leads = leads,
                      .checks = checks};
}

} // namespace

bool was_done_by(storage::Session& session, const CheckFault& fault, const Actor& actor)
{
    auto row = storage::audit_row(session, fault.recorded);
    return row && row->actor_name == actor.name;
}

bool is_checker(const Gate& gate, const AuditRound& round, const AuditSample& sample)
{
    return round.is_open() && gate.pass(Right::record_cell_acts, sample.checking).has_value();
}

Result<AuditRound> round_behind_gate(storage::Session& session, const Gate& gate, Right right, AuditRoundId id)
{
    TRY_DO(gate.pass_anywhere(right));
    auto round = storage::audit_round(session, id);
    if (!round)
        return no_round();
    if (auto passed = gate.pass(right, round->unit); !passed) {
        bool is_seen = gate.pass(Right::see_dossiers, round->unit).has_value();
        return is_seen ? std::unexpected(passed.error()) : no_round();
    }
    return *std::move(round);
}

Result<SeenSample> sample_behind_gate(storage::Session& session, const Gate& gate, AuditSampleId id)
{
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto seen = sample_with_all(session, gate, id);
    if (!seen || (!seen->checks && !gate.pass(Right::see_dossiers, seen->round.unit)))
        return no_sample();
    return *std::move(seen);
}

Result<SeenFault> fault_behind_gate(storage::Session& session, const Gate& gate, CheckFaultId id)
{
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto fault = storage::check_fault(session, id);
    auto seen = fault ? sample_with_all(session, gate, fault->sample) : std::nullopt;
    if (!seen)
        return no_fault();
    bool corrects = gate.pass(Right::record_cell_acts, seen->dossier.cell).has_value();
    bool sees = gate.pass(Right::see_dossiers, seen->dossier.cell) || gate.pass(Right::see_dossiers, seen->round.unit);
    if (!sees && !seen->checks)
        return no_fault();
    return SeenFault{.of = *std::move(seen), .fault = *std::move(fault), .corrects = corrects};
}

} // namespace phusa
