#include "domain/codes.hpp"

namespace phusa
{

namespace
{

// Danh mục các thành phần dân tộc Việt Nam, Quyết định 121-TCTK/PPCĐ of 2/3/1979: numbers are its own.
constexpr Code ethnicity_codes[] = {
    {0, "unknown", "Chưa rõ"},
    {1, "kinh", "Kinh"},
    {2, "tay", "Tày"},
    {3, "thai", "Thái"},
    {4, "hoa", "Hoa"},
    {5, "kho_me", "Khơ-me"},
    {6, "muong", "Mường"},
    {7, "nung", "Nùng"},
    {8, "hmong", "Hmông"},
    {9, "dao", "Dao"},
    {10, "gia_rai", "Gia-rai"},
    {11, "ngai", "Ngái"},
    {12, "e_de", "Ê-đê"},
    {13, "ba_na", "Ba-na"},
    {14, "xo_dang", "Xơ-đăng"},
    {15, "san_chay", "Sán Chay"},
    {16, "co_ho", "Cơ-ho"},
    {17, "cham", "Chăm"},
    {18, "san_diu", "Sán Dìu"},
    {19, "hre", "Hrê"},
    {20, "mnong", "Mnông"},
    {21, "ra_glai", "Ra-glai"},
    {22, "xtieng", "Xtiêng"},
    {23, "bru_van_kieu", "Bru-Vân Kiều"},
    {24, "tho", "Thổ"},
    {25, "giay", "Giáy"},
    {26, "co_tu", "Cơ-tu"},
    {27, "gie_trieng", "Gié-Triêng"},
    {28, "ma", "Mạ"},
    {29, "kho_mu", "Khơ-mú"},
    {30, "co", "Co"},
    {31, "ta_oi", "Tà-ôi"},
    {32, "cho_ro", "Chơ-ro"},
    {33, "khang", "Kháng"},
    {34, "xinh_mun", "Xinh-mun"},
    {35, "ha_nhi", "Hà Nhì"},
    {36, "chu_ru", "Chu-ru"},
    {37, "lao", "Lào"},
    {38, "la_chi", "La Chí"},
    {39, "la_ha", "La Ha"},
    {40, "phu_la", "Phù Lá"},
    {41, "la_hu", "La Hủ"},
    {42, "lu", "Lự"},
    {43, "lo_lo", "Lô Lô"},
    {44, "chut", "Chứt"},
    {45, "mang", "Mảng"},
    {46, "pa_then", "Pà Thẻn"},
    {47, "co_lao", "Cơ Lao"},
    {48, "cong", "Cống"},
    {49, "bo_y", "Bố Y"},
    {50, "si_la", "Si La"},
    {51, "pu_peo", "Pu Péo"},
    {52, "brau", "Brâu"},
    {53, "o_du", "Ơ Đu"},
    {54, "ro_mam", "Rơ-măm"},
};

constexpr CodeList ethnicity_list(ethnicity_codes);

} // namespace

const CodeList& ethnicities() { return ethnicity_list; }

} // namespace phusa
