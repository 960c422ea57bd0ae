#include "domain/codes.hpp"

namespace phusa
{

namespace
{

// The religions that the State has recognised. 15 was kept for all others from the start, so the last
// three recognised ones stand behind it.
constexpr Code religion_codes[] = {
    {0, "unknown", "Chưa rõ"},
    {1, "none", "Không"},
    {2, "buddhism", "Phật giáo"},
    {3, "catholicism", "Công giáo"},
    {4, "protestantism", "Tin lành"},
    {5, "cao_dai", "Cao Đài"},
    {6, "hoa_hao", "Phật giáo Hoà Hảo"},
    {7, "islam", "Hồi giáo"},
    {8, "bahai", "Tôn giáo Baha’i"},
    {9, "tinh_do_cu_si", "Tịnh độ cư sĩ Phật hội Việt Nam"},
    {10, "tu_an_hieu_nghia", "Đạo Tứ Ân Hiếu Nghĩa"},
    {11, "buu_son_ky_huong", "Bửu Sơn Kỳ Hương"},
    {12, "minh_su", "Minh Sư đạo"},
    {13, "minh_ly", "Minh Lý đạo"},
    {14, "brahmanism", "Bà-la-môn"},
    {15, "other", "Tôn giáo khác"},
    {16, "adventism", "Cơ đốc Phục lâm"},
    {17, "latter_day_saints", "Mặc Môn"},
    {18, "hieu_nghia_ta_lon", "Phật giáo Hiếu Nghĩa Tà Lơn"},
};

constexpr CodeList religion_list(religion_codes);

} // namespace

const CodeList& religions() { return religion_list; }

} // namespace phusa
