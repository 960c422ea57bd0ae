#include "rules/sentences.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

// The least whole number in favour that reaches the share.
std::int64_t needed(std::int64_t base, const Rulebook& book)
{
    auto numerator = book.number(Rule::vote_majority, value::numerator);
    auto denominator = book.number(Rule::vote_majority, value::denominator);
    return base <= 0 ? 0 : (base * numerator + denominator - 1) / denominator;
}

std::string too_few(const Sentence& of)
{
    if (!of.act)
        return "Nghị quyết gần nhất không đạt tỷ lệ tán thành. Phải biểu quyết lại và đạt mới làm bước sau.";
    if (of.act->kind == ActKind::committee_vote)
        return fmt::format(
            "Cấp uỷ tán thành {}/{}, cần ít nhất {} (hai phần ba tổng số cấp uỷ viên). Chưa được ra quyết định.",
            of.act->committee.in_favour, of.act->committee.members, needed(of.act->committee.members, of.book));
    const auto& ballot = of.act->cell;
    auto base = std::int64_t{ballot.official} - ballot.excluded;
    return fmt::format(
        "Tán thành {}/{} đảng viên chính thức được tính (có mặt {}), cần ít nhất {}. Tỷ lệ tính trên tổng số "
        "đảng viên chính thức của chi bộ, không tính trên số có mặt. Nghị quyết không có giá trị để làm bước sau.",
        ballot.in_favour, base, ballot.present, needed(base, of.book));
}

std::string sums(const Sentence& of)
{
    if (of.act->kind == ActKind::committee_vote)
        return fmt::format(
            "Số phiếu ghi không khớp: tán thành {}, tổng số cấp uỷ viên {}. Hãy đối chiếu biên bản và sửa lại.",
            of.act->committee.in_favour, of.act->committee.members);
    const auto& ballot = of.act->cell;
    return fmt::format(
        "Số phiếu ghi không khớp: đảng viên chính thức {}, không tính {}, có mặt {}, tán thành {}, không tán "
        "thành {}. Hãy đối chiếu biên bản và sửa lại.",
        ballot.official, ballot.excluded, ballot.present, ballot.in_favour, ballot.against);
}

} // namespace

std::string sentence_of_votes(const Sentence& of)
{
    switch (of.rule) {
    case Rule::cell_size:
        return fmt::format(
            "Chi bộ chỉ có {} đảng viên chính thức, cần ít nhất {} để họp xét. Hãy báo cáo cấp trên bổ sung "
            "đảng viên hoặc ghép chi bộ.",
            of.act->cell.official, of.book.number(Rule::cell_size));
    case Rule::vote_majority:
        return too_few(of);
    case Rule::vote_arithmetic:
        return sums(of);
    default:
        return fmt::format("Đã {} lần biểu quyết không đạt. Hãy báo cáo cấp uỷ có thẩm quyền xem xét, quyết định.",
                           of.book.number(Rule::vote_rounds));
    }
}

} // namespace phusa
