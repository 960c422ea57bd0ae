#include "domain/audit_round.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

namespace phusa
{

Result<void> check(const AuditRound& round)
{
    if (round.name.empty())
        return invalid("name", "Hãy đặt tên cho đợt kiểm tra.");
    if (code_points(round.name) > limit::name_length_max)
        return invalid("name", "Tên đợt quá dài; hãy rút ngắn.");
    if (round.period.last < round.period.first)
        return invalid("last", "Ngày cuối phải từ ngày đầu trở đi.");
    if (round.seed < 0)
        return invalid("seed", "Số rút là số không âm.");
    if (round.due < round.drawn)
        return invalid("due", "Hạn kiểm tra phải từ ngày rút mẫu trở đi.");
    if (round.closed && *round.closed < round.drawn)
        return invalid("closed", "Đợt không thể kết thúc trước ngày rút mẫu.");
    if (code_points(round.conclusion) > limit::note_length_max)
        return invalid("conclusion", "Kết luận quá dài; hãy rút ngắn.");
    return {};
}

} // namespace phusa
