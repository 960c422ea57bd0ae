#include "domain/reminder.hpp"

#include "domain/named.hpp"

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<ReminderKind>, 5> kinds = {{
    {ReminderKind::overdue, "overdue", "Quá hạn"},
    {ReminderKind::today, "today", "Hết hạn hôm nay"},
    {ReminderKind::soon, "soon", "Sắp đến hạn"},
    {ReminderKind::below, "below", "Cấp dưới để quá hạn"},
    {ReminderKind::remarks, "remarks", "Nhận xét hằng quý còn thiếu"},
}};

constexpr std::array<Named<MailNaming>, 2> namings = {{
    {MailNaming::number, "number", "Chỉ ghi số hồ sơ"},
    {MailNaming::initials, "initials", "Ghi số hồ sơ và chữ cái đầu của họ tên"},
}};

// RFC 5321: 64 before the @, 255 after it, 254 in all.
constexpr std::size_t address_length_max = 254;

bool is_address_letter(char letter)
{
    constexpr std::string_view others = ".!#$%&'*+/=?^_`{|}~-@";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           others.contains(letter);
}

bool is_address(std::string_view text)
{
    auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > address_length_max)
        return false;
    auto host = text.substr(at + 1);
    return std::ranges::all_of(text, is_address_letter) && !host.contains('@') && !host.starts_with('.') &&
           !host.ends_with('.') && host.contains('.') && !text.contains("..");
}

} // namespace

std::string_view key_of(ReminderKind kind) { return named<ReminderKind>(kinds, kind).key; }
std::string_view title_of(ReminderKind kind) { return named<ReminderKind>(kinds, kind).title; }
std::optional<ReminderKind> reminder_kind(std::string_view key) { return value_of<ReminderKind>(kinds, key); }
std::vector<ReminderKind> all_reminder_kinds() { return values_of<ReminderKind>(kinds); }

std::string_view key_of(MailNaming naming) { return named<MailNaming>(namings, naming).key; }
std::string_view title_of(MailNaming naming) { return named<MailNaming>(namings, naming).title; }
std::optional<MailNaming> mail_naming(std::string_view key) { return value_of<MailNaming>(namings, key); }
std::vector<MailNaming> all_mail_namings() { return values_of<MailNaming>(namings); }

bool ReminderChoice::wants(ReminderKind kind) const { return std::ranges::find(kinds, kind) != kinds.end(); }

Result<void> check(const ReminderChoice& choice)
{
    if (choice.address.empty() && !choice.by_mail)
        return {};
    if (choice.address.empty())
        return invalid("address", "Hãy ghi địa chỉ thư điện tử để nhận thư nhắc việc.");
    if (!is_address(choice.address))
        return invalid("address", "Địa chỉ thư điện tử chưa đúng; hãy ghi như ten.nguoi@tinh.vn, không dấu.");
    return {};
}

} // namespace phusa
