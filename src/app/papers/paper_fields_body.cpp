#include "app/papers/body_names.hpp"
#include "app/papers/paper_fields.hpp"

namespace phusa
{

namespace
{

std::string proposing_to(const PaperFacts& facts)
{
    return committee_name(facts.bodies.is_grassroots_cell ? facts.bodies.deciding : facts.bodies.grassroots);
}

std::string standing_committee(const PaperFacts& facts)
{
    return facts.bodies.deciding.empty() ? std::string() : "Ban Thường vụ " + committee_name(facts.bodies.deciding);
}

std::string section_committee(const PaperFacts& facts)
{
    return facts.bodies.section.empty() ? std::string() : committee_name(facts.bodies.section);
}

std::string day_of_paper(const PaperFacts& facts)
{
    return facts.on ? day_in_words(*facts.on) : "ngày …… tháng …… năm ……";
}

std::string has_committee(const PaperFacts& facts) { return facts.bodies.is_grassroots_cell ? "" : "có"; }
std::string has_other_deciding(const PaperFacts& facts) { return facts.bodies.decides_itself ? "" : "có"; }

constexpr PaperField fields[] = {
    {"chi_bo", "Chi bộ", [](const PaperFacts& f) { return f.bodies.cell; }},
    {"cap_tren_chi_bo", "Đảng bộ trên chi bộ một cấp", [](const PaperFacts& f) { return f.bodies.above_cell; }, false},
    {"dang_uy_bo_phan", "Đảng uỷ bộ phận", section_committee},
    {"dang_bo_co_so", "Tổ chức cơ sở đảng", [](const PaperFacts& f) { return f.bodies.grassroots; }},
    {"dang_uy_co_so", "Đảng uỷ cơ sở", [](const PaperFacts& f) { return committee_name(f.bodies.grassroots); }},
    {"cap_tren_co_so", "Đảng bộ trên tổ chức cơ sở đảng", [](const PaperFacts& f) { return f.bodies.above_grassroots; },
     false},
    {"dang_uy_hoac_cap_quyet_dinh", "Nơi chi bộ gửi nghị quyết: đảng uỷ cơ sở, hoặc cấp quyết định nếu là chi bộ cơ sở",
     proposing_to},
    {"cap_uy_quyet_dinh", "Cấp uỷ có thẩm quyền quyết định",
     [](const PaperFacts& f) { return committee_name(f.bodies.deciding); }},
    {"ban_thuong_vu_quyet_dinh", "Ban Thường vụ của cấp uỷ có thẩm quyền quyết định", standing_committee},
    {"ban_thuong_vu", "Ban Thường vụ của cấp uỷ có thẩm quyền quyết định", standing_committee},
    {"cap_tren_quyet_dinh", "Đảng bộ trên cấp có thẩm quyền quyết định",
     [](const PaperFacts& f) { return f.bodies.above_deciding; }, false},
    {"co_dang_uy", "Có giá trị khi trên chi bộ có đảng uỷ cơ sở", has_committee, false},
    {"cap_tren_khac", "Có giá trị khi cấp quyết định không phải là đảng uỷ cơ sở", has_other_deciding, false},
    {"doan_co_so", "Đoàn cơ sở", [](const PaperFacts& f) { return f.bodies.youth_union; }},
    {"doan_cap_tren", "Đoàn cấp trên của Đoàn cơ sở, tên gọn",
     [](const PaperFacts& f) { return short_union_name(f.bodies.above_youth_union); }, false},
    {"doan_ten_gon", "Đoàn cơ sở, tên gọn: Đoàn xã Bồi Hạ",
     [](const PaperFacts& f) { return short_union_name(f.bodies.youth_union); }},
    {"cong_doan_co_so", "Công đoàn cơ sở", [](const PaperFacts& f) { return f.bodies.trade_union; }},
    {"cong_doan_cap_tren", "Công đoàn cấp trên", [](const PaperFacts& f) { return f.bodies.above_trade_union; }, false},
    {"trung_tam_chinh_tri", "Trung tâm chính trị hoặc trường chính trị",
     [](const PaperFacts& f) { return f.bodies.school; }},
    {"dia_danh", "Địa danh ghi trên giấy", [](const PaperFacts& f) { return f.bodies.place; }},
    {"ngay_thang", "Ngày, tháng, năm của giấy, bằng chữ: ngày 03 tháng 4 năm 2025", day_of_paper},
    {"so_ky_hieu", "Số và ký hiệu: 05-NQ/CB", [](const PaperFacts& f) { return f.number; }},
    {"can_cu", "Phần căn cứ thêm sau Điều lệ Đảng: số, ngày của quy định thi hành, khi đã chắc chắn",
     [](const PaperFacts& f) { return f.citation; }, false},
    {"bo_mau", "Bộ mẫu của giấy", [](const PaperFacts& f) { return f.set_name; }},
    {"the_thuc", "Hướng dẫn thể thức của giấy", [](const PaperFacts& f) { return f.layout_name; }},
    {"nguoi_ky", "Họ và tên người ký; để trống cho người ký ghi", [](const PaperFacts&) { return std::string(); },
     false},
    {"ban_mau", "Luôn trống: ghi chú giữa {{#ban_mau}} và {{/ban_mau}} chỉ có trong mẫu",
     [](const PaperFacts&) { return std::string(); }, false},
};

} // namespace

std::span<const PaperField> body_paper_fields() { return fields; }

} // namespace phusa
