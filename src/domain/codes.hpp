#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace phusa
{

// One value of a coded list: the number is stored and never given to another meaning, the key stands in files and
// the API, the title on screens and papers. 0 is always "not known".
struct Code {
    std::uint8_t number;
    std::string_view key;
    std::string_view title;
};

// A coded list of forms.md §2 and §3.2. Looking up an unknown key gives nullopt; an unknown number is a bug.
class CodeList
{
public:
    constexpr explicit CodeList(std::span<const Code> codes) : codes_(codes) {}

    const Code& at(std::uint8_t number) const;
    std::optional<std::uint8_t> number_of(std::string_view key) const;
    std::span<const Code> codes() const { return codes_; }

private:
    std::span<const Code> codes_;
};

enum class Sex : std::uint8_t { unknown, male, female };

// Rows of Biểu 2-BTCTW, part II.1 (11-HD/BTCTW 2021): what a person did on the day of admission.
enum class Occupation : std::uint8_t {
    unknown,
    state_official,      // Cán bộ, công chức cơ quan Nhà nước từ cấp huyện trở lên
    party_mass_official, // … cơ quan Đảng, MTTQ, đoàn thể CT-XH từ cấp huyện trở lên
    commune_official,    // Cán bộ, công chức; người hoạt động không chuyên trách ở xã, phường, thị trấn
    village_activist,    // Người hoạt động không chuyên trách thôn, tổ dân phố
    public_service,      // Viên chức trong các đơn vị sự nghiệp công lập
    private_service,     // Người lao động trong các đơn vị sự nghiệp ngoài công lập
    enterprise_leader,   // Người lãnh đạo, quản lý doanh nghiệp
    enterprise_staff,    // Nhân viên, người gián tiếp sản xuất
    enterprise_worker,   // Công nhân, lao động trực tiếp sản xuất
    farmer,              // Người làm nông, lâm, ngư nghiệp
    armed_forces,        // Sỹ quan, chiến sỹ quân đội và công an
    student,             // Sinh viên
    pupil,               // Học sinh
    other,               // Khác (lao động hợp đồng, tự do…)
};

enum class GeneralEducation : std::uint8_t { unknown, literate, primary, lower_secondary, upper_secondary };
enum class Qualification : std::uint8_t {
    unknown,
    none,
    elementary,
    intermediate,
    college,
    university,
    master,
    doctor
};
enum class AcademicTitle : std::uint8_t { none, associate_professor, professor };
enum class PoliticalTheory : std::uint8_t { none, elementary, intermediate, advanced };

const CodeList& sexes();
const CodeList& occupations();
const CodeList& general_educations();
const CodeList& qualifications();
const CodeList& academic_titles();
const CodeList& political_theories();
// The 54 peoples: the official list of 2/3/1979 (121-TCTK/PPCĐ); number 1 is Kinh.
const CodeList& ethnicities();
// 1 is "không"; 15 is "tôn giáo khác".
const CodeList& religions();

template<typename Enum>
const Code& code_of(Enum value)
{
    if constexpr (std::is_same_v<Enum, Sex>)
        return sexes().at(static_cast<std::uint8_t>(value));
    else if constexpr (std::is_same_v<Enum, Occupation>)
        return occupations().at(static_cast<std::uint8_t>(value));
    else if constexpr (std::is_same_v<Enum, GeneralEducation>)
        return general_educations().at(static_cast<std::uint8_t>(value));
    else if constexpr (std::is_same_v<Enum, Qualification>)
        return qualifications().at(static_cast<std::uint8_t>(value));
    else if constexpr (std::is_same_v<Enum, AcademicTitle>)
        return academic_titles().at(static_cast<std::uint8_t>(value));
    else
        return political_theories().at(static_cast<std::uint8_t>(value));
}

} // namespace phusa
