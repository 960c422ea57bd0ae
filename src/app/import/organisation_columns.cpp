// Columns of organisations.
#include "app/import/kind.hpp"

#include <array>

namespace phusa
{

namespace
{

using Heads = std::string_view;

constexpr std::array code_heads{Heads("Mã tổ chức đảng"), Heads("Mã đơn vị"), Heads("Mã"), Heads("Mã TCĐ")};
constexpr std::array name_heads{Heads("Tên"), Heads("Tên tổ chức đảng"), Heads("Tên đơn vị"), Heads("Tổ chức đảng")};
constexpr std::array kind_heads{Heads("Loại tổ chức đảng"), Heads("Loại"), Heads("Cấp")};
constexpr std::array sector_heads{Heads("Loại hình"), Heads("Loại hình tổ chức cơ sở đảng")};
constexpr std::array parent_heads{Heads("Cấp trên trực tiếp"), Heads("Trực thuộc"), Heads("Mã cấp trên"),
                                  Heads("Tổ chức đảng cấp trên"), Heads("Tổ chức đảng cấp trên trực tiếp")};
constexpr std::array beside_heads{Heads("Bên cạnh tổ chức đảng"), Heads("Thuộc tổ chức đảng")};
constexpr std::array from_heads{Heads("Từ ngày"), Heads("Ngày bắt đầu"), Heads("Ngày quyết định thành lập")};
constexpr std::array until_heads{Heads("Đến ngày"), Heads("Ngày kết thúc")};
constexpr std::array document_heads{Heads("Số quyết định"), Heads("Văn bản thành lập")};

constexpr std::string_view kinds =
    "Đảng bộ tỉnh; Đảng bộ huyện, thành phố; Đảng bộ khối và tương đương; Đảng bộ xã, phường, đặc khu; Đảng bộ cơ sở; "
    "Chi bộ cơ sở; Đảng bộ bộ phận; Chi bộ; Đoàn TNCS Hồ Chí Minh; Công đoàn; Hội Liên hiệp Phụ nữ; Hội Nông dân; "
    "Hội Cựu chiến binh; Mặt trận Tổ quốc; Trường Chính trị; Trung tâm Chính trị";
constexpr std::string_view sectors = "Xã, phường, thị trấn; Cơ quan; Đơn vị sự nghiệp; Doanh nghiệp; Quân đội, công an";

constexpr ImportColumn columns[] = {
    {"code", "Mã tổ chức", CellMeaning::text, true, code_heads, nullptr, "34.012.003.000.001; đoàn thể: 34.012-TN"},
    {"name", "Tên tổ chức", CellMeaning::text, true, name_heads},
    {"kind", "Loại tổ chức", CellMeaning::text, true, kind_heads, nullptr, kinds},
    {"sector", "Loại hình cơ sở", CellMeaning::text, false, sector_heads, nullptr, sectors},
    {"parent", "Tổ chức cấp trên", CellMeaning::text, false, parent_heads, nullptr,
     "mã; không ghi thì theo mã tổ chức"},
    {"beside", "Đứng bên cạnh", CellMeaning::text, false, beside_heads, nullptr,
     "mã tổ chức đảng, với đoàn thể và trường"},
    {"from", "Ngày thành lập", CellMeaning::date, false, from_heads, nullptr, "dd/mm/yyyy, mm/yyyy hoặc yyyy"},
    {"until", "Ngày thôi hoạt động", CellMeaning::day, false, until_heads, nullptr, "dd/mm/yyyy"},
    {"document", "Quyết định thành lập", CellMeaning::text, false, document_heads},
};

} // namespace

std::span<const ImportColumn> organisation_columns() { return columns; }

} // namespace phusa
