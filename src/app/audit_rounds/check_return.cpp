#include "app/audit_rounds/checks.hpp"
#include "app/audit_rounds/round_gate.hpp"
#include "app/recording.hpp"
#include "base/text.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

Result<void> check_sent(const CheckReturn& sent, const AuditRound& round, Date today)
{
    if (sent.checked > today)
        return invalid("checked", "Ngày kiểm tra không thể ở tương lai.");
    if (sent.checked < round.drawn)
        return invalid("checked", "Ngày kiểm tra phải từ ngày rút mẫu trở đi.");
    if (!sent.found.empty() && sent.correct_by < sent.checked)
        return invalid("correct_by", "Hạn khắc phục phải từ ngày kiểm tra trở đi.");
    for (const auto& found : sent.found) {
        if (std::ranges::count(sent.found, found.kind, &CheckReturn::Found::kind) > 1)
            return invalid("fault", "Mỗi loại thiếu sót chỉ ghi một lần; hãy gộp vào một ghi chú.");
        if (std::ranges::find(check_fault_kinds(), found.kind, &CheckFaultKind::key) == check_fault_kinds().end())
            return invalid("fault", "Không có loại thiếu sót này trong danh mục.");
        if (found.kind == "khac" && found.note.empty())
            return invalid("note." + found.kind, "Thiếu sót khác thì phải ghi rõ là gì.");
    }
    return {};
}

// Lays what was found over what stands; all within one transaction, by one audit row.
class Taking
{
public:
    Taking(storage::Transaction& transaction, const SeenSample& seen, const CheckReturn& sent, Date today)
        : transaction_(transaction), seen_(seen), sent_(sent), today_(today),
          standing_(storage::check_faults_of(transaction, seen.sample.id))
    {
    }

    Result<void> write(AuditNumber by)
    {
        auto sample = seen_.sample;
        sample.checked = sent_.checked;
        sample.note = sent_.note;
        TRY_DO(storage::correct_audit_sample(transaction_, sample, by));
        for (const auto& found : sent_.found)
            TRY_DO(put(found, by));
        for (const auto& fault : standing_) {
            bool is_named = std::ranges::find(sent_.found, fault.kind, &CheckReturn::Found::kind) != sent_.found.end();
            if (!is_named && fault.state() == CorrectionState::open)
                TRY_DO(storage::withdraw_check_fault(transaction_, fault, by));
        }
        return {};
    }

private:
    Result<void> put(const CheckReturn::Found& found, AuditNumber by)
    {
        auto fault = std::ranges::find(standing_, found.kind, &CheckFault::kind);
        auto wanted = fault == standing_.end() ? new_fault(found.kind) : *fault;
        wanted.severity = found.severity;
        wanted.note = found.note;
        wanted.due = sent_.correct_by;
        TRY_DO(check(wanted, today_));
        if (fault == standing_.end())
            storage::add_check_fault(transaction_, wanted, by);
        else if (fault->state() == CorrectionState::open && wanted != *fault)
            TRY_DO(storage::correct_check_fault(transaction_, wanted, by));
        return {};
    }
    CheckFault new_fault(const std::string& kind) const
    {
        return {.sample = seen_.sample.id,
                .round = seen_.round.id,
                .dossier = seen_.dossier.id,
                .person = seen_.person.id,
                .kind = kind};
    }

    storage::Transaction& transaction_;
    const SeenSample& seen_;
    const CheckReturn& sent_;
    Date today_;
    std::vector<CheckFault> standing_;
};

std::string kinds_in_words(const CheckReturn& sent)
{
    std::string words;
    for (const auto& found : sent.found)
        words += (words.empty() ? "" : "; ") + title_of_fault(found.kind);
    return words.empty() ? "Không có thiếu sót" : words;
}

} // namespace

Result<void> take_check_return(App& app, const Actor& actor, const CheckReturn& sent)
{
    Gate gate(app, actor);
    auto cleaned = sent;
    cleaned.note = clean_text(sent.note);
    for (auto& found : cleaned.found)
        found.note = clean_text(found.note);
    auto transaction = app.database().write();
    auto seen = TRY(sample_behind_gate(transaction, gate, sent.sample));
    if (!seen.round.is_open())
        return problem(Problem::Kind::conflict, "Đợt kiểm tra đã kết thúc, không ghi thêm được.");
    if (!seen.checks)
        return problem(Problem::Kind::refused, "Phiếu này do chi bộ được phân công kiểm tra ghi.");
    if (seen.sample.version != sent.version)
        return problem(Problem::Kind::conflict, "Người khác vừa ghi phiếu này. Hãy tải lại trang rồi ghi tiếp.");
    TRY_DO(check_sent(cleaned, seen.round, app.today()));
    auto by = record(app, transaction, actor,
                     {.action = "audit_round.check",
                      .subject = fmt::format("person:{}", seen.person.id.value),
                      .person = seen.person.id,
                      .organisation = seen.sample.checking,
                      .details = {{"name", seen.round.name},
                                  {"on", sent.checked.iso()},
                                  {"faults", kinds_in_words(cleaned)},
                                  {"note", cleaned.note}}});
    TRY_DO(Taking(transaction, seen, cleaned, app.today()).write(by));
    transaction.commit();
    return {};
}

} // namespace phusa
