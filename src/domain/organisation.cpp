#include "domain/organisation.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/named.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace phusa
{

namespace
{

using Kind = OrganisationKind;

constexpr std::array<Named<Kind>, 16> kinds = {{
    {Kind::province_committee, "province_committee", "Đảng bộ tỉnh"},
    {Kind::district_committee, "district_committee", "Đảng bộ huyện, thành phố"},
    {Kind::bloc_committee, "bloc_committee", "Đảng bộ khối và tương đương"},
    {Kind::commune_committee, "commune_committee", "Đảng bộ xã, phường, đặc khu"},
    {Kind::grassroots_committee, "grassroots_committee", "Đảng bộ cơ sở"},
    {Kind::grassroots_cell, "grassroots_cell", "Chi bộ cơ sở"},
    {Kind::section_committee, "section_committee", "Đảng bộ bộ phận"},
    {Kind::cell, "cell", "Chi bộ"},
    {Kind::youth_union, "youth_union", "Đoàn TNCS Hồ Chí Minh"},
    {Kind::trade_union, "trade_union", "Công đoàn"},
    {Kind::women_union, "women_union", "Hội Liên hiệp Phụ nữ"},
    {Kind::farmers_union, "farmers_union", "Hội Nông dân"},
    {Kind::veterans, "veterans", "Hội Cựu chiến binh"},
    {Kind::fatherland_front, "fatherland_front", "Mặt trận Tổ quốc"},
    {Kind::political_school, "political_school", "Trường Chính trị"},
    {Kind::political_centre, "political_centre", "Trung tâm Chính trị"},
}};

constexpr std::array<Named<Sector>, 6> sector_names = {{
    {Sector::unknown, "unknown", "Chưa rõ"},
    {Sector::commune, "commune", "Xã, phường, thị trấn"},
    {Sector::agency, "agency", "Cơ quan"},
    {Sector::public_service, "public_service", "Đơn vị sự nghiệp"},
    {Sector::enterprise, "enterprise", "Doanh nghiệp"},
    {Sector::armed_forces, "armed_forces", "Quân đội, công an"},
}};

constexpr std::array<Named<SuccessionKind>, 6> successions = {{
    {SuccessionKind::founded, "founded", "Thành lập"},
    {SuccessionKind::merged, "merged", "Sáp nhập, hợp nhất"},
    {SuccessionKind::split, "split", "Chia tách"},
    {SuccessionKind::renamed, "renamed", "Đổi tên"},
    {SuccessionKind::moved, "moved", "Chuyển về tổ chức đảng khác"},
    {SuccessionKind::dissolved, "dissolved", "Giải thể"},
}};

constexpr std::array<Named<OrganisationFactKind>, 1> facts = {{
    {OrganisationFactKind::no_masses_left, "no_masses_left", "Không còn quần chúng"},
}};

bool is_one_of(Kind kind, std::initializer_list<Kind> allowed)
{
    return std::ranges::find(allowed, kind) != allowed.end();
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// "34.012.003-TN" -> "34.012.003", where the sign is two to four capitals. Anything else comes back as it is.
std::string_view without_sign(std::string_view code)
{
    std::size_t hyphen = code.find('-');
    if (hyphen == std::string_view::npos)
        return code;
    std::string_view sign = code.substr(hyphen + 1);
    bool well_formed = sign.size() >= 2 && sign.size() <= 4 && std::ranges::all_of(sign, is_capital);
    return well_formed ? code.substr(0, hyphen) : code;
}

Result<void> check_name(std::string_view name)
{
    if (name.empty())
        return invalid("name", "Hãy nhập tên tổ chức.");
    if (code_points(name) > limit::name_length_max)
        return invalid("name", "Tên tổ chức dài quá 120 ký tự; hãy viết gọn lại.");
    return {};
}

Result<void> check_code(const Organisation& organisation)
{
    if (organisation.code.empty())
        return invalid("code", "Hãy nhập mã tổ chức.");
    if (!is_code_for(organisation.kind, organisation.code))
        return invalid("code", "Mã tổ chức gồm các nhóm chữ số 2.3.3.3.3, ví dụ 34.012.003.000.001.");
    return {};
}

} // namespace

std::string_view key_of(OrganisationKind kind) { return named<Kind>(kinds, kind).key; }
std::string_view title_of(OrganisationKind kind) { return named<Kind>(kinds, kind).title; }
std::optional<OrganisationKind> organisation_kind(std::string_view key) { return value_of<Kind>(kinds, key); }
std::string_view key_of(Sector sector) { return named<Sector>(sector_names, sector).key; }
std::string_view title_of(Sector sector) { return named<Sector>(sector_names, sector).title; }
std::optional<Sector> sector(std::string_view key) { return value_of<Sector>(sector_names, key); }
std::string_view key_of(SuccessionKind kind) { return named<SuccessionKind>(successions, kind).key; }
std::string_view title_of(SuccessionKind kind) { return named<SuccessionKind>(successions, kind).title; }
std::string_view key_of(OrganisationFactKind kind) { return named<OrganisationFactKind>(facts, kind).key; }
std::string_view title_of(OrganisationFactKind kind) { return named<OrganisationFactKind>(facts, kind).title; }

std::vector<OrganisationKind> all_organisation_kinds() { return values_of<OrganisationKind>(kinds); }

std::vector<Sector> all_sectors() { return values_of<Sector>(sector_names); }

bool is_mass_organisation(OrganisationKind kind) { return kind >= Kind::youth_union && kind <= Kind::fatherland_front; }
bool is_school(OrganisationKind kind) { return kind >= Kind::political_school; }
bool has_members(OrganisationKind kind) { return is_one_of(kind, {Kind::cell, Kind::grassroots_cell}); }

bool is_grassroots(OrganisationKind kind)
{
    return is_one_of(kind, {Kind::grassroots_committee, Kind::grassroots_cell, Kind::commune_committee});
}

bool may_stand_under(OrganisationKind child, OrganisationKind parent)
{
    switch (child) {
    case Kind::district_committee:
    case Kind::bloc_committee:
    case Kind::commune_committee:
    case Kind::political_school:
        return parent == Kind::province_committee;
    case Kind::grassroots_committee:
    case Kind::grassroots_cell:
        return is_one_of(parent, {Kind::province_committee, Kind::district_committee, Kind::bloc_committee,
                                  Kind::commune_committee});
    case Kind::section_committee:
        return is_one_of(parent, {Kind::grassroots_committee, Kind::commune_committee});
    case Kind::cell:
        return is_one_of(parent, {Kind::grassroots_committee, Kind::section_committee, Kind::commune_committee});
    case Kind::political_centre:
        return is_one_of(parent, {Kind::province_committee, Kind::district_committee, Kind::bloc_committee,
                                  Kind::commune_committee});
    case Kind::province_committee:
    case Kind::youth_union:
    case Kind::trade_union:
    case Kind::women_union:
    case Kind::farmers_union:
    case Kind::veterans:
    case Kind::fatherland_front:
        return false;
    }
    std::unreachable();
}

bool is_organisation_code(std::string_view code)
{
    constexpr std::string_view shape = "00.000.000.000.000";
    constexpr std::size_t lengths[] = {2, 6, 10, 14, 18};
    if (std::ranges::find(lengths, code.size()) == std::end(lengths))
        return false;
    for (std::size_t at = 0; at < code.size(); ++at)
        if (shape[at] == '.' ? code[at] != '.' : !is_digit(code[at]))
            return false;
    // A last group of zeros would name no unit but the one above it.
    std::string_view last = code.substr(code.size() == 2 ? 0 : code.size() - 3);
    return last.find_first_not_of('0') != std::string_view::npos;
}

bool is_code_for(OrganisationKind kind, std::string_view code)
{
    bool outside_the_party = is_mass_organisation(kind) || is_school(kind);
    return is_organisation_code(outside_the_party ? without_sign(code) : code);
}

Result<void> check(const Organisation& organisation)
{
    TRY_DO(check_name(organisation.name));
    TRY_DO(check_code(organisation));
    if (organisation.valid.until && *organisation.valid.until <= organisation.valid.first)
        return invalid("until", "Ngày kết thúc phải sau ngày bắt đầu.");
    if (is_mass_organisation(organisation.kind)) {
        if (organisation.parent)
            return invalid("parent", "Đoàn thể đứng bên cạnh tổ chức đảng, không trực thuộc tổ chức nào.");
        if (!organisation.beside)
            return invalid("beside", "Hãy chọn tổ chức đảng mà đoàn thể này đứng bên cạnh.");
    } else if (organisation.beside && !is_school(organisation.kind)) {
        return invalid("beside", "Chỉ đoàn thể và trường chính trị mới đứng bên cạnh một tổ chức đảng.");
    }
    return {};
}

} // namespace phusa
