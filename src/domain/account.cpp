#include "domain/account.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/common_passwords.hpp"
#include "domain/named.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::array<Named<Role>, 9> roles = {{
    {Role::cell_secretary, "cell_secretary", "Bí thư chi bộ"},
    {Role::grassroots_office, "grassroots_office", "Văn phòng cấp uỷ cơ sở"},
    {Role::deciding_office, "deciding_office", "Cơ quan cấp uỷ có thẩm quyền quyết định"},
    {Role::province_commission, "province_commission", "Ban Tổ chức cấp tỉnh"},
    {Role::school, "school", "Trường chính trị, trung tâm chính trị"},
    {Role::mass_organisation, "mass_organisation", "Tổ chức chính trị - xã hội"},
    {Role::helper, "helper", "Đảng viên giúp đỡ"},
    {Role::auditor, "auditor", "Kiểm tra, giám sát"},
    {Role::administrator, "administrator", "Quản trị hệ thống"},
}};

using Rights = unsigned;

constexpr Rights bit(Right right) { return 1U << std::to_underlying(right); }

constexpr Rights all_of(std::initializer_list<Right> rights)
{
    Rights bits = 0;
    for (Right right : rights)
        bits |= bit(right);
    return bits;
}

constexpr Rights rights_of(Role role)
{
    using enum Right;
    switch (role) {
    case Role::cell_secretary:
        return all_of({see_organisations, see_people, change_people, see_reports, see_dossiers, record_remarks,
                       record_cell_acts});
    case Role::grassroots_office:
        return all_of({see_organisations, see_people, change_people, see_reports, reveal_identity, see_dossiers,
                       record_remarks, record_cell_acts, record_committee_acts});
    case Role::deciding_office:
        return all_of({see_organisations, see_people, change_people, see_reports, reveal_identity, change_organisations,
                       see_dossiers, record_remarks, record_cell_acts, record_committee_acts, record_decisions});
    case Role::province_commission:
        return all_of({see_organisations, see_people, change_people, change_organisations, see_reports, see_accounts,
                       see_audit, reveal_identity, see_dossiers, record_remarks, record_cell_acts,
                       record_committee_acts, record_decisions, set_rules});
    case Role::school:
    case Role::mass_organisation:
        return all_of({see_organisations, see_reports, record_remarks});
    case Role::helper:
        return all_of({see_organisations, record_remarks});
    case Role::auditor:
        return all_of({see_organisations, see_people, see_reports, see_audit, see_dossiers});
    case Role::administrator:
        return all_of({see_organisations, see_accounts, change_accounts, see_audit});
    }
    return 0;
}

bool is_account_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '_' ||
           letter == '-';
}

} // namespace

std::string_view key_of(Role role) { return named<Role>(roles, role).key; }
std::string_view title_of(Role role) { return named<Role>(roles, role).title; }
std::optional<Role> role(std::string_view key) { return value_of<Role>(roles, key); }

std::vector<Role> all_roles() { return values_of<Role>(roles); }

bool gives(Role role, Right right) { return (rights_of(role) & bit(right)) != 0; }

Result<void> check_account_name(std::string_view name)
{
    if (name.size() < 2 || name.size() > limit::account_name_length_max)
        return invalid("name", fmt::format("Tên đăng nhập dài từ 2 đến {} ký tự.", limit::account_name_length_max));
    if (!std::ranges::all_of(name, is_account_letter))
        return invalid("name", "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số và các dấu . _ -");
    if (name.front() == '.' || name.front() == '_' || name.front() == '-')
        return invalid("name", "Tên đăng nhập phải bắt đầu bằng chữ hoặc số.");
    return {};
}

Result<void> check_password(std::string_view password, std::string_view account_name)
{
    // A shorter name hardly helps whoever guesses, and would forbid ordinary syllables.
    constexpr std::size_t telling_name_length_min = 4;
    if (!is_valid_utf8(password))
        return invalid("password", "Mật khẩu có ký tự không đọc được; hãy gõ lại.");
    if (code_points(password) < limit::password_length_min)
        return invalid("password", fmt::format("Mật khẩu phải có ít nhất {} ký tự.", limit::password_length_min));
    if (code_points(password) > limit::password_length_max)
        return invalid("password", fmt::format("Mật khẩu dài nhất {} ký tự.", limit::password_length_max));
    if (account_name.size() >= telling_name_length_min && lower_case(password).contains(account_name))
        return invalid("password", "Mật khẩu không được chứa tên đăng nhập.");
    if (is_common_password(password))
        return invalid("password", "Mật khẩu này quá phổ biến, dễ bị đoán ra; hãy chọn mật khẩu khác.");
    return {};
}

} // namespace phusa
