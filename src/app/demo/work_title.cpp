#include "app/demo/person_facts.hpp"

#include <fmt/format.h>

#include <vector>

namespace phusa::demo
{

namespace
{

using Titles = std::vector<std::string_view>;

const Titles& titles_in_service(Setting setting, Qualification qualification)
{
    static const Titles doctors = {"Bác sĩ", "Dược sĩ", "Bác sĩ"};
    static const Titles nurses = {"Điều dưỡng", "Y sĩ", "Nữ hộ sinh", "Kỹ thuật viên"};
    static const Titles lecturers = {"Giảng viên", "Giảng viên", "Chuyên viên"};
    static const Titles teachers = {"Giáo viên", "Giáo viên", "Giáo viên", "Tổ trưởng chuyên môn"};
    static const Titles staff = {"Viên chức"};
    switch (setting) {
    case Setting::health:
        return qualification >= Qualification::university ? doctors : nurses;
    case Setting::college:
        return lecturers;
    case Setting::school:
    case Setting::high_school:
        return teachers;
    default:
        return staff;
    }
}

const Titles& titles_of(const Newcomer& who, Setting setting)
{
    static const Titles officials = {"Công chức", "Chuyên viên"};
    static const Titles cadres = {"Cán bộ", "Chuyên viên"};
    static const Titles commune = {"Công chức", "Cán bộ không chuyên trách", "Cán bộ"};
    static const Titles activists = {"Trưởng thôn", "Bí thư Chi đoàn thôn", "Chi hội trưởng Chi hội Phụ nữ",
                                     "Trưởng ban Công tác Mặt trận thôn", "Chi hội trưởng Chi hội Nông dân"};
    static const Titles private_service = {"Nhân viên y tế tư nhân", "Giáo viên mầm non tư thục"};
    static const Titles leaders = {"Phó Giám đốc", "Trưởng phòng", "Quản đốc"};
    static const Titles staff = {"Nhân viên văn phòng", "Kế toán", "Kỹ thuật viên"};
    static const Titles workers = {"Công nhân", "Tổ trưởng sản xuất"};
    static const Titles farmers = {"Làm ruộng", "Làm ruộng", "Trồng trọt, chăn nuôi", "Nuôi trồng thuỷ sản"};
    static const Titles army = {"Sĩ quan", "Chiến sĩ", "Quân nhân chuyên nghiệp"};
    static const Titles police = {"Cán bộ", "Chiến sĩ"};
    static const Titles students = {"Sinh viên"};
    static const Titles pupils = {"Học sinh"};
    static const Titles men = {"Lao động tự do", "Lao động hợp đồng", "Thợ xây", "Lái xe", "Buôn bán nhỏ"};
    static const Titles women = {"Lao động tự do", "Lao động hợp đồng", "Thợ may", "Buôn bán nhỏ"};
    switch (who.occupation) {
    case Occupation::state_official:
        return officials;
    case Occupation::party_mass_official:
        return cadres;
    case Occupation::commune_official:
        return commune;
    case Occupation::village_activist:
        return activists;
    case Occupation::public_service:
        return titles_in_service(setting, who.qualification);
    case Occupation::private_service:
        return private_service;
    case Occupation::enterprise_leader:
        return leaders;
    case Occupation::enterprise_staff:
        return staff;
    case Occupation::enterprise_worker:
        return workers;
    case Occupation::farmer:
        return farmers;
    case Occupation::armed_forces:
        return setting == Setting::police ? police : army;
    case Occupation::student:
        return students;
    case Occupation::pupil:
        return pupils;
    case Occupation::other:
    case Occupation::unknown:
        return who.sex == Sex::female ? women : men;
    }
    std::unreachable();
}

} // namespace

std::string work_title(const Newcomer& who, Setting setting, const std::string& workplace, std::uint32_t job)
{
    const auto& titles = titles_of(who, setting);
    // Three of the village's offices are open to both sexes, one is not.
    constexpr std::uint32_t women_only = 2;
    if (who.occupation == Occupation::village_activist && who.sex == Sex::male && job % titles.size() == women_only)
        ++job;
    auto title = titles[job % titles.size()];
    return workplace.empty() ? std::string(title) : fmt::format("{}, {}", title, workplace);
}

} // namespace phusa::demo
