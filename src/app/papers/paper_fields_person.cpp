#include "app/papers/paper_fields.hpp"

namespace phusa
{

namespace
{

template<typename Enum>
std::string title_unless_unknown(Enum value)
{
    return static_cast<int>(value) == 0 ? std::string() : std::string(code_of(value).title);
}

std::string sex_of(const PaperFacts& facts) { return title_unless_unknown(facts.person.sex); }
std::string day_text(const std::optional<Date>& day) { return day ? day->vietnamese() : std::string(); }

std::string ethnicity_of(const PaperFacts& facts)
{
    return facts.person.ethnicity == 0 ? std::string() : std::string(ethnicities().at(facts.person.ethnicity).title);
}

std::string religion_of(const PaperFacts& facts)
{
    return facts.person.religion == 0 ? std::string() : std::string(religions().at(facts.person.religion).title);
}

std::string work_of(const Person& person)
{
    return person.work.empty() ? title_unless_unknown(person.occupation) : person.work;
}

constexpr PaperField fields[] = {
    {"ho_ten", "Họ và tên khai sinh của người vào Đảng", [](const PaperFacts& f) { return f.person.name; }},
    {"ten_khac", "Các tên gọi khác", [](const PaperFacts& f) { return f.person.other_name; }},
    {"ngay_sinh", "Ngày sinh", [](const PaperFacts& f) { return f.person.born.vietnamese(); }},
    {"gioi_tinh", "Giới tính", sex_of},
    {"noi_sinh", "Nơi đăng ký khai sinh", [](const PaperFacts& f) { return f.person.birthplace; }},
    {"que_quan", "Quê quán", [](const PaperFacts& f) { return f.person.home; }},
    {"thuong_tru", "Nơi thường trú", [](const PaperFacts& f) { return f.person.residence; }},
    {"tam_tru", "Nơi tạm trú", [](const PaperFacts& f) { return f.person.stay; }},
    {"dan_toc", "Dân tộc", ethnicity_of},
    {"ton_giao", "Tôn giáo", religion_of},
    {"nghe_nghiep", "Nghề nghiệp, chức vụ, đơn vị công tác", [](const PaperFacts& f) { return work_of(f.person); }},
    {"hoc_van", "Giáo dục phổ thông",
     [](const PaperFacts& f) { return title_unless_unknown(f.person.general_education); }},
    {"chuyen_mon", "Chuyên môn, nghiệp vụ",
     [](const PaperFacts& f) { return title_unless_unknown(f.person.qualification); }},
    {"hoc_ham", "Học hàm", [](const PaperFacts& f) { return title_unless_unknown(f.person.academic_title); }},
    {"ly_luan", "Lý luận chính trị",
     [](const PaperFacts& f) { return title_unless_unknown(f.person.political_theory); }},
    {"ngoai_ngu", "Ngoại ngữ", [](const PaperFacts& f) { return f.person.foreign_language; }},
    {"ngay_vao_doan", "Ngày vào Đoàn TNCS Hồ Chí Minh",
     [](const PaperFacts& f) {
         return f.person.youth_union_joined ? f.person.youth_union_joined->vietnamese() : std::string();
     }},
    {"dv_ho_ten", "Đảng viên viết giấy (giới thiệu, giúp đỡ): họ và tên",
     [](const PaperFacts& f) { return f.writer.name; }},
    {"dv_ten_ky", "Họ và tên của đảng viên viết giấy, dưới chữ ký", [](const PaperFacts& f) { return f.writer.name; },
     false},
    {"dv_ngay_sinh", "Đảng viên viết giấy: ngày sinh",
     [](const PaperFacts& f) { return f.writer.person ? f.writer.person->born.vietnamese() : std::string(); }},
    {"dv_que_quan", "Đảng viên viết giấy: quê quán",
     [](const PaperFacts& f) { return f.writer.person ? f.writer.person->home : std::string(); }},
    {"dv_nghe_nghiep", "Đảng viên viết giấy: nghề nghiệp, chức vụ",
     [](const PaperFacts& f) { return f.writer.person ? work_of(*f.writer.person) : std::string(); }},
    {"dv_ngay_vao_dang", "Đảng viên viết giấy: ngày vào Đảng",
     [](const PaperFacts& f) { return day_text(f.writer.admitted); }},
    {"dv_ngay_chinh_thuc", "Đảng viên viết giấy: ngày chính thức",
     [](const PaperFacts& f) { return day_text(f.writer.recognised); }},
    {"dv_chi_bo", "Đảng viên viết giấy: chi bộ đang sinh hoạt", [](const PaperFacts& f) { return f.writer.cell_name; }},
};

} // namespace

std::span<const PaperField> person_paper_fields() { return fields; }

} // namespace phusa
