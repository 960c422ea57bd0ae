#include "app/papers/paper_fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace phusa
{

namespace
{

std::string day_of(const RecordedAct* act) { return act ? act->act.on.vietnamese() : std::string(); }

std::string own_day(const PaperFacts& facts) { return day_of(facts.act ? &*facts.act : nullptr); }

const RecordedAct* certificate_of(const PaperFacts& facts)
{
    auto kind = facts.about == Matter::recognition ? CertificateKind::new_member : CertificateKind::awareness;
    const RecordedAct* found = nullptr;
    for (const auto& each : facts.acts)
        if (!each.side && each.act.kind == ActKind::certificate && each.act.certificate == kind)
            found = &each;
    return found;
}

const RecordedAct* ceremony_of(const PaperFacts& facts)
{
    return facts.act && facts.act->act.kind == ActKind::ceremony ? &*facts.act
                                                                 : facts.latest(ActKind::ceremony, std::nullopt);
}

// "17/CN"; a number that was recorded with its sign stays as it is.
std::string sign_of_certificate(const PaperFacts& facts)
{
    auto number = facts.number_of(certificate_of(facts));
    bool has_sign = number.find('/') != std::string::npos;
    return has_sign ? number : (number.empty() ? "……" : number) + "/CN";
}

std::string day_of_admission(const PaperFacts& facts)
{
    const auto* ceremony = ceremony_of(facts);
    return ceremony ? day_of(ceremony) : facts.admitted ? facts.admitted->vietnamese() : std::string();
}

std::string end_of_probation(const PaperFacts& facts)
{
    constexpr int probation_months = 12;
    const auto* ceremony = ceremony_of(facts);
    return ceremony ? end_of_months(ceremony->act.on, probation_months).vietnamese() : std::string();
}

std::string stage_of_transfer(const PaperFacts& facts)
{
    return facts.act && facts.act->act.kind == ActKind::transfer ? std::string(title_of(facts.act->act.stage))
                                                                 : std::string();
}

// Those whom letters of verification ask, each once.
std::string asked_bodies(const PaperFacts& facts)
{
    const auto* verification = facts.latest(ActKind::verification);
    std::set<std::string> bodies;
    if (verification)
        for (const auto& letter : verification->letters)
            if (!letter.left_out && !letter.asked.empty())
                bodies.insert(letter.asked);
    return fmt::format("{}", fmt::join(bodies, "; "));
}

// What was done until the person moved; each deed once, by its first day.
std::string deeds(const PaperFacts& facts)
{
    std::vector<std::string> done;
    std::set<ActKind> seen;
    for (const auto& each : facts.acts)
        if (!each.side && each.act.kind != ActKind::transfer && seen.insert(each.act.kind).second)
            done.push_back(fmt::format("{} ({})", title_of(each.act.kind), each.act.on.vietnamese()));
    return fmt::format("{}", fmt::join(done, "; "));
}

constexpr PaperField fields[] = {
    {"ngay_viec", "Ngày của việc mà giấy ghi lại", own_day},
    {"ngay_viec_chu", "Ngày của việc, bằng chữ",
     [](const PaperFacts& f) { return f.act ? day_in_words(f.act->act.on) : std::string(); }},
    {"ngay_don", "Ngày của đơn xin vào Đảng",
     [](const PaperFacts& f) { return day_of(f.latest(ActKind::application, std::nullopt)); }},
    {"ngay_ly_lich", "Ngày của lý lịch",
     [](const PaperFacts& f) { return day_of(f.latest(ActKind::declaration, std::nullopt)); }},
    {"so_chung_nhan", "Số giấy chứng nhận học lớp", [](const PaperFacts& f) { return f.number_of(certificate_of(f)); }},
    {"so_ky_hieu_chung_nhan", "Số và ký hiệu của giấy chứng nhận học lớp: 17/CN", sign_of_certificate},
    {"ngay_chung_nhan", "Ngày cấp giấy chứng nhận", [](const PaperFacts& f) { return day_of(certificate_of(f)); }},
    {"noi_cap_chung_nhan", "Nơi mở lớp, cấp giấy chứng nhận",
     [](const PaperFacts& f) {
         const auto* certificate = certificate_of(f);
         return certificate && !certificate->paper.issuer.empty() ? certificate->paper.issuer : f.bodies.school;
     }},
    {"so_nq_chi_bo", "Số nghị quyết của chi bộ", [](const PaperFacts& f) { return f.number_of(f.cell_vote()); }},
    {"ngay_nq_chi_bo", "Ngày nghị quyết của chi bộ", [](const PaperFacts& f) { return day_of(f.cell_vote()); }},
    {"so_nq_dang_uy", "Số nghị quyết của đảng uỷ cơ sở",
     [](const PaperFacts& f) { return f.number_of(f.committee_vote()); }},
    {"ngay_nq_dang_uy", "Ngày nghị quyết của đảng uỷ cơ sở",
     [](const PaperFacts& f) { return day_of(f.committee_vote()); }},
    {"so_qd", "Số quyết định", [](const PaperFacts& f) { return f.number_of(f.decision()); }},
    {"ngay_qd", "Ngày quyết định", [](const PaperFacts& f) { return day_of(f.decision()); }},
    {"ngay_ket_nap", "Ngày tổ chức lễ kết nạp", day_of_admission},
    {"ngay_het_du_bi", "Ngày hết 12 tháng dự bị", end_of_probation},
    {"nguoi_giup_do", "Đảng viên được phân công giúp đỡ", [](const PaperFacts& f) { return f.helper_name; }},
    {"nguoi_gioi_thieu", "Đảng viên giới thiệu người vào Đảng",
     [](const PaperFacts& f) { return fmt::format("{}", fmt::join(f.introducers, ", ")); }},
    {"noi_duoc_hoi", "Các cấp uỷ được hỏi khi thẩm tra", asked_bodies},
    {"giai_doan_chuyen", "Hồ sơ đang ở bước nào khi chuyển đơn vị", stage_of_transfer},
    {"viec_da_lam", "Các việc đã làm trong hồ sơ", deeds},
};

} // namespace

std::span<const PaperField> act_paper_fields() { return fields; }

} // namespace phusa
