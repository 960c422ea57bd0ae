#include "domain/dossier_move.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

namespace phusa
{

Result<void> check(const DossierMove& move, Date today)
{
    if (!move.to)
        return invalid("to", "Hãy chọn chi bộ nhận hồ sơ.");
    if (move.from == move.to)
        return invalid("to", "Hồ sơ đang ở chính chi bộ này; hãy chọn chi bộ khác.");
    if (move.sent > today)
        return invalid("sent", "Ngày chuyển không thể ở tương lai.");
    if (move.accepted && (*move.accepted < move.sent || *move.accepted > today))
        return invalid("on", "Ngày nhận hồ sơ phải từ ngày chuyển đến hôm nay.");
    if (move.taken_back && (*move.taken_back < move.sent || *move.taken_back > today))
        return invalid("on", "Ngày rút lại phải từ ngày chuyển đến hôm nay.");
    if (move.accepted && move.taken_back)
        return invalid("on", "Phiếu chuyển này đã được trả lời.");
    if (code_points(move.note) > limit::note_length_max)
        return invalid("note", "Ghi chú quá dài.");
    return check(move.certificate);
}

} // namespace phusa
