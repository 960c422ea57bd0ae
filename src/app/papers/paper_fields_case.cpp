#include "app/papers/paper_fields.hpp"
#include "base/text.hpp"

namespace phusa
{

namespace
{

std::string day_text(const std::optional<Date>& day) { return day ? day->vietnamese() : std::string(); }

std::string admitting(const PaperFacts& facts) { return facts.is_readmission ? "kết nạp lại" : "kết nạp"; }

// What a decision does, as its title goes on.
std::string deed_of(const PaperFacts& facts)
{
    switch (facts.about) {
    case Matter::admission:
        return admitting(facts) + " đảng viên";
    case Matter::recognition:
        return "công nhận đảng viên chính thức";
    case Matter::removal:
        return "xoá tên đảng viên dự bị";
    }
    return {};
}

std::string standing_of(const PaperFacts& facts)
{
    return facts.about == Matter::recognition ? "đảng viên chính thức" : "đảng viên";
}

std::string addressed_as(const PaperFacts& facts)
{
    bool is_member = facts.about != Matter::admission || facts.concerned;
    return is_member ? "đồng chí" : "quần chúng";
}

std::string leaving(const PaperFacts& facts)
{
    return facts.event ? lower_case(title_of(facts.event->kind)) : std::string();
}

const RecordedAct* concerned_of(const PaperFacts& facts) { return facts.concerned ? &*facts.concerned : nullptr; }

constexpr PaperField fields[] = {
    {"ket_nap", "“kết nạp”, hoặc “kết nạp lại” khi hồ sơ là kết nạp lại", admitting},
    {"viec_quyet_dinh",
     "Việc được quyết định: kết nạp đảng viên, công nhận đảng viên chính thức, xoá tên đảng viên dự bị", deed_of},
    {"tu_cach", "“đảng viên” hoặc “đảng viên chính thức”, theo việc được quyết định", standing_of},
    {"goi_la", "“quần chúng” hoặc “đồng chí”", addressed_as},
    {"ngay_ra_dang", "Ngày ra khỏi Đảng, của người xin kết nạp lại",
     [](const PaperFacts& f) { return day_text(f.left); }},
    {"ngay_ket_nap_lan_dau", "Ngày kết nạp lần thứ nhất, của người xin kết nạp lại",
     [](const PaperFacts& f) { return day_text(f.first_admitted); }},
    {"so_qd_lien_quan", "Số của quyết định bị huỷ hoặc được khắc phục",
     [](const PaperFacts& f) { return f.number_of(concerned_of(f)); }},
    {"ngay_qd_lien_quan", "Ngày của quyết định bị huỷ hoặc được khắc phục",
     [](const PaperFacts& f) { return f.concerned ? f.concerned->act.on.vietnamese() : std::string(); }},
    {"bien_dong", "Hình thức ra khỏi Đảng: xoá tên, khai trừ, xin ra", leaving},
    {"ngay_bien_dong", "Ngày ra khỏi Đảng hoặc từ trần",
     [](const PaperFacts& f) { return f.event ? f.event->on.vietnamese() : std::string(); }},
    {"so_qd_bien_dong", "Số quyết định về việc ra khỏi Đảng",
     [](const PaperFacts& f) { return f.event ? f.event->decision_number : std::string(); }},
    {"ngay_qd_bien_dong", "Ngày quyết định về việc ra khỏi Đảng",
     [](const PaperFacts& f) { return f.event ? day_text(f.event->decided_on) : std::string(); }},
};

} // namespace

std::span<const PaperField> case_paper_fields() { return fields; }

} // namespace phusa
