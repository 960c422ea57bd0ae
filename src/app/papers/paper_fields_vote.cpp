#include "app/papers/paper_fields.hpp"
#include "base/number_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace phusa
{

namespace
{

// A figure of the cell's vote, or nothing where none was held.
template<typename Figure>
std::string of_cell(const PaperFacts& facts, Figure figure)
{
    const auto* vote = facts.cell_vote();
    return vote ? fmt::format("{}", figure(*vote)) : std::string();
}

std::string excluded_of(const PaperFacts& facts)
{
    const auto* vote = facts.cell_vote();
    return vote && vote->act.cell.excluded > 0 ? fmt::format("{}", vote->act.cell.excluded) : std::string();
}

std::string share_of(const PaperFacts& facts, int CellBallot::* votes)
{
    const auto* vote = facts.cell_vote();
    return vote ? vietnamese_short_share(vote->act.cell.*votes, base_of(vote->act.cell).base) : std::string();
}

template<typename Figure>
std::string of_slips(const PaperFacts& facts, Figure figure)
{
    const auto* vote = facts.cell_vote();
    return vote && vote->vote.slips.issued > 0 ? fmt::format("{}", figure(vote->vote.slips)) : std::string();
}

template<typename Figure>
std::string of_committee(const PaperFacts& facts, Figure figure)
{
    const auto* vote = facts.committee_vote();
    return vote ? fmt::format("{}", figure(vote->act.committee)) : std::string();
}

std::string result_of(const PaperFacts& facts)
{
    const auto* vote = facts.cell_vote();
    if (!vote)
        return {};
    return is_carried(vote->act.cell) ? "đủ số phiếu tán thành theo quy định"
                                      : "không đủ số phiếu tán thành theo quy định";
}

std::string sentences_of(const PaperFacts& facts)
{
    const auto* vote = facts.cell_vote();
    if (!vote)
        return {};
    auto sentences =
        vote_sentences(vote->act.cell, vote->vote.slips,
                       {.about = facts.about, .name = facts.person.name, .is_readmission = facts.is_readmission});
    return fmt::format("{}", fmt::join(sentences, " "));
}

std::string is_proposed(const PaperFacts& facts)
{
    const auto* vote = facts.cell_vote();
    return !vote || is_carried(vote->act.cell) ? "có" : "";
}

std::string is_lost(const PaperFacts& facts) { return is_proposed(facts).empty() ? "có" : ""; }

int absent_from(const RecordedAct& vote) { return std::max(0, base_of(vote.act.cell).base - vote.act.cell.present); }

std::string has_absent(const PaperFacts& facts)
{
    const auto* vote = facts.cell_vote();
    return !vote || absent_from(*vote) > 0 ? "có" : "";
}

std::string has_against(const PaperFacts& facts)
{
    const auto* vote = facts.cell_vote();
    return !vote || vote->act.cell.against > 0 ? "có" : "";
}

std::string has_committee_against(const PaperFacts& facts)
{
    const auto* vote = facts.committee_vote();
    return !vote || vote->act.committee.members > vote->act.committee.in_favour ? "có" : "";
}

constexpr PaperField fields[] = {
    {"ngay_hop", "Ngày họp chi bộ",
     [](const PaperFacts& f) { return f.cell_vote() ? f.cell_vote()->act.on.vietnamese() : std::string(); }},
    {"dv_chinh_thuc", "Số đảng viên chính thức của chi bộ",
     [](const PaperFacts& f) { return of_cell(f, [](const auto& v) { return v.act.cell.official; }); }},
    {"dv_khong_tinh", "Số đảng viên không tính vào cơ sở biểu quyết; trống nếu không có", excluded_of, false},
    {"dv_co_mat", "Số đảng viên chính thức có mặt",
     [](const PaperFacts& f) { return of_cell(f, [](const auto& v) { return v.act.cell.present; }); }},
    {"dv_vang_mat", "Số đảng viên chính thức vắng mặt",
     [](const PaperFacts& f) { return of_cell(f, [](const auto& v) { return absent_from(v); }); }},
    {"vang_mat_ten", "Họ và tên đảng viên vắng mặt",
     [](const PaperFacts& f) { return fmt::format("{}", fmt::join(f.absent, ", ")); }, false},
    {"tan_thanh", "Số tán thành",
     [](const PaperFacts& f) { return of_cell(f, [](const auto& v) { return v.act.cell.in_favour; }); }},
    {"ty_le_tan_thanh", "Tỷ lệ tán thành so với tổng số đảng viên chính thức",
     [](const PaperFacts& f) { return share_of(f, &CellBallot::in_favour); }},
    {"khong_tan_thanh", "Số không tán thành",
     [](const PaperFacts& f) { return of_cell(f, [](const auto& v) { return v.act.cell.against; }); }},
    {"ty_le_khong_tan_thanh", "Tỷ lệ không tán thành so với tổng số đảng viên chính thức",
     [](const PaperFacts& f) { return share_of(f, &CellBallot::against); }},
    {"so_phieu_can", "Số tán thành cần có",
     [](const PaperFacts& f) { return of_cell(f, [](const auto& v) { return base_of(v.act.cell).needed; }); }},
    {"ket_qua", "Kết quả biểu quyết, bằng chữ", result_of},
    {"cau_bieu_quyet", "Các câu ghi kết quả biểu quyết", sentences_of},
    {"de_nghi", "Có giá trị khi đủ số tán thành (hoặc chưa biểu quyết)", is_proposed, false},
    {"khong_dat", "Có giá trị khi không đủ số tán thành", is_lost, false},
    {"co_vang_mat", "Có giá trị khi có người vắng mặt (hoặc chưa họp)", has_absent, false},
    {"co_khong_tan_thanh", "Có giá trị khi có người không tán thành (hoặc chưa họp)", has_against, false},
    {"uy_vien_co_khong_tan_thanh", "Có giá trị khi có uỷ viên không tán thành (hoặc chưa họp)", has_committee_against,
     false},
    {"chu_tri", "Người chủ trì họp chi bộ",
     [](const PaperFacts& f) { return f.cell_vote() ? f.cell_vote()->vote.chair : std::string(); }},
    {"thu_ky", "Thư ký họp chi bộ",
     [](const PaperFacts& f) { return f.cell_vote() ? f.cell_vote()->vote.secretary : std::string(); }},
    {"chu_tri_ky", "Người chủ trì, dưới chữ ký",
     [](const PaperFacts& f) { return f.cell_vote() ? f.cell_vote()->vote.chair : std::string(); }, false},
    {"thu_ky_ky", "Thư ký, dưới chữ ký",
     [](const PaperFacts& f) { return f.cell_vote() ? f.cell_vote()->vote.secretary : std::string(); }, false},
    {"phieu_phat_ra", "Số phiếu phát ra",
     [](const PaperFacts& f) { return of_slips(f, [](const auto& slips) { return slips.issued; }); }},
    {"phieu_thu_ve", "Số phiếu thu về",
     [](const PaperFacts& f) { return of_slips(f, [](const auto& slips) { return slips.collected; }); }},
    {"phieu_hop_le", "Số phiếu hợp lệ",
     [](const PaperFacts& f) { return of_slips(f, [](const auto& slips) { return slips.valid(); }); }},
    {"phieu_khong_hop_le", "Số phiếu không hợp lệ",
     [](const PaperFacts& f) { return of_slips(f, [](const auto& slips) { return slips.invalid; }); }},
    {"uy_vien", "Số uỷ viên của đảng uỷ cơ sở",
     [](const PaperFacts& f) { return of_committee(f, [](const auto& v) { return v.members; }); }},
    {"uy_vien_tan_thanh", "Số uỷ viên tán thành",
     [](const PaperFacts& f) { return of_committee(f, [](const auto& v) { return v.in_favour; }); }},
    {"uy_vien_ty_le", "Tỷ lệ uỷ viên tán thành so với tổng số uỷ viên",
     [](const PaperFacts& f) {
         return of_committee(f, [](const auto& v) { return vietnamese_short_share(v.in_favour, v.members); });
     }},
    {"uy_vien_khong_tan_thanh", "Số uỷ viên không tán thành",
     [](const PaperFacts& f) { return of_committee(f, [](const auto& v) { return v.members - v.in_favour; }); }},
};

} // namespace

std::span<const PaperField> vote_paper_fields() { return fields; }

} // namespace phusa
