#include "domain/account.hpp"
#include "domain/common_passwords.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace phusa
{

namespace
{

using enum Right;

constexpr Right all_rights[] = {see_organisations,     see_people,       change_people,   change_organisations,
                                see_reports,           see_accounts,     change_accounts, see_audit,
                                reveal_identity,       see_dossiers,     record_remarks,  record_cell_acts,
                                record_committee_acts, record_decisions, set_rules};

std::string message(std::string_view password, std::string_view account_name)
{
    auto checked = check_password(password, account_name);
    return checked ? "" : checked.error().message;
}

} // namespace

// One row a role, one column a right, in the order of all_rights: x has it, . has not.
TEST(Role, gives_exactly_these_rights)
{
    struct {
        std::string_view rights;
        Role role;
    } const rows[] = {
        // see organisations, see people, change people, change organisations, see reports, see accounts,
        // change accounts, see audit, reveal identity; of dossiers: see, have tasks, record what the cell, the
        // grassroots committee and the deciding one do; set rules
        {"xxx.x.... xxx...", Role::cell_secretary},  {"xxx.x...x xxxx..", Role::grassroots_office},
        {"xxxxx...x xxxxx.", Role::deciding_office}, {"xxxxxx.xx xxxxxx", Role::province_commission},
        {"x...x.... .x....", Role::school},          {"x...x.... .x....", Role::mass_organisation},
        {"x........ .x....", Role::helper},          {"xx..x..x. x.....", Role::auditor},
        {"x....xxx. ......", Role::administrator},
    };
    ASSERT_EQ(std::size(rows), all_roles().size());
    for (const auto& row : rows) {
        std::string found;
        for (Right right : all_rights) {
            if (right == see_dossiers)
                found += ' ';
            found += gives(row.role, right) ? 'x' : '.';
        }
        EXPECT_EQ(found, row.rights) << key_of(row.role);
    }
}

TEST(Role, an_administrator_reads_nobody)
{
    for (Right right : {see_people, change_people, see_reports, reveal_identity})
        EXPECT_FALSE(gives(Role::administrator, right));
}

// They reach single dossiers by relation only (app/dossiers/reach.hpp).
TEST(Role, a_helper_a_school_and_a_mass_organisation_see_no_dossier_by_their_role)
{
    for (Role role : {Role::helper, Role::school, Role::mass_organisation})
        for (Right right : {see_people, see_dossiers, record_cell_acts, record_committee_acts, record_decisions})
            EXPECT_FALSE(gives(role, right)) << key_of(role);
}

TEST(Role, every_role_has_its_own_key_and_title)
{
    std::set<std::string_view> keys, titles;
    for (Role each : all_roles()) {
        keys.insert(key_of(each));
        titles.insert(title_of(each));
        EXPECT_EQ(role(key_of(each)), each);
    }
    EXPECT_EQ(keys.size(), all_roles().size());
    EXPECT_EQ(titles.size(), all_roles().size());
    EXPECT_EQ(role("director"), std::nullopt);
}

TEST(AccountName, is_lower_case_letters_digits_and_three_signs)
{
    for (std::string_view good : {"an", "bithu.songboi", "vp-01", "a_b", "9lives", "admin"})
        EXPECT_TRUE(check_account_name(good)) << good;
    for (std::string_view bad : {"", "a", "An", "đào", "a b", ".an", "-an", "_an", "a@b", "an\n"})
        EXPECT_FALSE(check_account_name(bad)) << bad;
    EXPECT_TRUE(check_account_name(std::string(64, 'a')));
    EXPECT_FALSE(check_account_name(std::string(65, 'a')));
}

TEST(Password, counts_code_points_not_bytes)
{
    EXPECT_EQ(message("đườngquêtôi", "an"), "Mật khẩu phải có ít nhất 12 ký tự."); // 11, though 16 bytes
    EXPECT_EQ(message("đườngquêtôi9", "an"), "");
    EXPECT_EQ(message("cò trắng bay qua đồng lúa", "an"), "");
}

TEST(Password, is_refused_where_it_is_too_long)
{
    std::string long_one;
    while (long_one.size() < 256)
        long_one += "cò bay lả ";
    EXPECT_EQ(message(long_one + long_one, "an"), "Mật khẩu dài nhất 256 ký tự.");
}

TEST(Password, must_not_hold_the_account_name)
{
    EXPECT_EQ(message("lua-vanphong-chin-vang", "vanphong"), "Mật khẩu không được chứa tên đăng nhập.");
    EXPECT_EQ(message("lua-VanPhong-chin-vang", "vanphong"), "Mật khẩu không được chứa tên đăng nhập.");
    EXPECT_EQ(message("lua-vanphong-chin-vang", "thukho"), "");
    EXPECT_EQ(message("trang lan tren song", "an"), ""); // two letters are in every sentence
}

TEST(Password, must_be_readable) { EXPECT_FALSE(check_password("mot con vit \xff xoe", "an")); }

TEST(Password, is_refused_where_everybody_uses_it)
{
    for (std::string_view common :
         {"matkhau123456", "MatKhau@123456", "Mật khẩu 2026!", "password1234", "vietnam@2026!!", "123456789012",
          "qwertyuiop12", "aaaaaaaaaaaa", "abababababab", "Thaibinh@2025"})
        EXPECT_FALSE(message(common, "an").empty()) << common;
}

TEST(CommonPassword, leaves_others_alone)
{
    for (std::string_view own : {"con cò bay lả", "matkhau cua toi la bi mat", "пароль дракона", "tre xanh 1954"})
        EXPECT_FALSE(is_common_password(own)) << own;
}

} // namespace phusa
