#include "domain/codes.hpp"

#include <cassert>

namespace phusa
{

namespace
{

constexpr Code sex_codes[] = {
    {0, "unknown", "Chưa rõ"},
    {1, "male", "Nam"},
    {2, "female", "Nữ"},
};

// Titles are the rows of Biểu 2-BTCTW, part II.1, as printed.
constexpr Code occupation_codes[] = {
    {0, "unknown", "Chưa rõ"},
    {1, "state_official", "Cán bộ, công chức cơ quan Nhà nước tính từ cấp huyện trở lên"},
    {2, "party_mass_official", "Cán bộ, công chức cơ quan Đảng, MTTQ, đoàn thể CT-XH tính từ cấp huyện trở lên"},
    {3, "commune_official", "Cán bộ, công chức; người hoạt động không chuyên trách ở xã, phường, thị trấn"},
    {4, "village_activist", "Người hoạt động không chuyên trách thôn, tổ dân phố, bản (ấp, khóm)"},
    {5, "public_service", "Viên chức trong các đơn vị sự nghiệp công lập"},
    {6, "private_service", "Người lao động trong các đơn vị sự nghiệp ngoài công lập"},
    {7, "enterprise_leader", "Người lãnh đạo, quản lý doanh nghiệp"},
    {8, "enterprise_staff", "Nhân viên, người gián tiếp sản xuất"},
    {9, "enterprise_worker", "Công nhân, lao động trực tiếp sản xuất"},
    {10, "farmer", "Người làm nông, lâm, ngư nghiệp"},
    {11, "armed_forces", "Sỹ quan, chiến sỹ quân đội và công an (LLVT)"},
    {12, "student", "Sinh viên"},
    {13, "pupil", "Học sinh"},
    {14, "other", "Khác (lao động hợp đồng, tự do…)"},
};

constexpr Code general_education_codes[] = {
    {0, "unknown", "Chưa rõ"},
    {1, "literate", "Biết đọc, biết viết chữ quốc ngữ"},
    {2, "primary", "Tiểu học"},
    {3, "lower_secondary", "Trung học cơ sở"},
    {4, "upper_secondary", "Trung học phổ thông"},
};

constexpr Code qualification_codes[] = {
    {0, "unknown", "Chưa rõ"},
    {1, "none", "Chưa qua đào tạo"},
    {2, "elementary", "Công nhân kỹ thuật, nhân viên nghiệp vụ, sơ cấp"},
    {3, "intermediate", "Trung cấp"},
    {4, "college", "Cao đẳng"},
    {5, "university", "Đại học"},
    {6, "master", "Thạc sỹ"},
    {7, "doctor", "Tiến sỹ"},
};

constexpr Code academic_title_codes[] = {
    {0, "none", "Không"},
    {1, "associate_professor", "Phó Giáo sư"},
    {2, "professor", "Giáo sư"},
};

constexpr Code political_theory_codes[] = {
    {0, "none", "Chưa qua đào tạo"},
    {1, "elementary", "Sơ cấp"},
    {2, "intermediate", "Trung cấp"},
    {3, "advanced", "Cao cấp, cử nhân"},
};

constexpr CodeList sex_list(sex_codes);
constexpr CodeList occupation_list(occupation_codes);
constexpr CodeList general_education_list(general_education_codes);
constexpr CodeList qualification_list(qualification_codes);
constexpr CodeList academic_title_list(academic_title_codes);
constexpr CodeList political_theory_list(political_theory_codes);

} // namespace

const Code& CodeList::at(std::uint8_t number) const
{
    assert(number < codes_.size());
    assert(codes_[number].number == number);
    return codes_[number];
}

std::optional<std::uint8_t> CodeList::number_of(std::string_view key) const
{
    for (const Code& code : codes_)
        if (code.key == key)
            return code.number;
    return std::nullopt;
}

const CodeList& sexes() { return sex_list; }
const CodeList& occupations() { return occupation_list; }
const CodeList& general_educations() { return general_education_list; }
const CodeList& qualifications() { return qualification_list; }
const CodeList& academic_titles() { return academic_title_list; }
const CodeList& political_theories() { return political_theory_list; }

} // namespace phusa
