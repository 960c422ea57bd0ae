#include "domain/check_fault.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/named.hpp"

#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<FaultSeverity>, 3> severities = {{
    {FaultSeverity::light, "light", "Nhắc nhở"},
    {FaultSeverity::ordinary, "ordinary", "Phải bổ sung"},
    {FaultSeverity::grave, "grave", "Nghiêm trọng"},
}};

constexpr std::array<Named<CorrectionState>, 3> states = {{
    {CorrectionState::open, "open", "Chưa khắc phục"},
    {CorrectionState::done, "done", "Chờ xác nhận"},
    {CorrectionState::confirmed, "confirmed", "Đã xác nhận"},
}};

} // namespace

std::string_view key_of(FaultSeverity severity) { return named<FaultSeverity>(severities, severity).key; }
std::string_view title_of(FaultSeverity severity) { return named<FaultSeverity>(severities, severity).title; }
std::optional<FaultSeverity> fault_severity(std::string_view key) { return value_of<FaultSeverity>(severities, key); }
std::vector<FaultSeverity> all_fault_severities() { return values_of<FaultSeverity>(severities); }

std::string_view key_of(CorrectionState state) { return named<CorrectionState>(states, state).key; }
std::string_view title_of(CorrectionState state) { return named<CorrectionState>(states, state).title; }
std::optional<CorrectionState> correction_state(std::string_view key) { return value_of<CorrectionState>(states, key); }

Result<void> check(const CheckFault& fault, Date today)
{
    if (code_points(fault.note) > limit::note_length_max)
        return invalid("note", "Ghi chú quá dài; hãy rút ngắn.");
    if (fault.done && *fault.done > today)
        return invalid("done", "Ngày khắc phục không thể ở tương lai.");
    if (fault.done && fault.done_note.empty())
        return invalid("done_note", "Hãy ghi đã khắc phục thế nào.");
    if (code_points(fault.done_note) > limit::note_length_max)
        return invalid("done_note", "Ghi chú quá dài; hãy rút ngắn.");
    if (fault.confirmed && (!fault.done || *fault.confirmed < *fault.done))
        return invalid("confirmed", "Chỉ xác nhận sau khi đã khắc phục.");
    return {};
}

} // namespace phusa
