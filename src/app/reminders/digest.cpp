#include "app/reminders/digest.hpp"

#include "app/reminders/naming.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace phusa
{

namespace
{

// As a subject counts them: "2 quá hạn, 1 hết hạn hôm nay".
constexpr std::array<std::pair<ReminderKind, std::string_view>, 5> counted = {{
    {ReminderKind::overdue, "quá hạn"},
    {ReminderKind::today, "hết hạn hôm nay"},
    {ReminderKind::soon, "sắp đến hạn"},
    {ReminderKind::below, "cấp dưới để quá hạn"},
    {ReminderKind::remarks, "nhận xét quý còn thiếu"},
}};

std::int64_t count_of(const std::vector<Reminder>& reminders, ReminderKind kind)
{
    return std::ranges::count(reminders, kind, &Reminder::kind);
}

std::string subject_of(const DigestQuestion& question)
{
    std::string counts;
    for (auto [kind, words] : counted)
        if (auto count = count_of(question.reminders, kind))
            counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", vietnamese_number(count), words);
    return fmt::format("Nhắc việc ngày {}: {}", question.day.vietnamese(), counts);
}

std::string line_of(const Reminder& reminder, MailNaming naming, const MailSettings& settings)
{
    auto line = fmt::format("- {}, {}, {}: hạn {}, {}.\n", reminder.title, dossier_words(reminder, naming),
                            reminder.cell_name, reminder.due.vietnamese(), days_words(reminder.days_left));
    if (!reminder.waits_for.empty())
        line += fmt::format("  Phải xong trước: {}.\n", reminder.waits_for);
    if (reminder.kind == ReminderKind::below)
        line += fmt::format("  Nơi phải làm: {}.\n", reminder.responsible);
    if (auto link = settings.link(page_of(reminder)); !link.empty())
        line += fmt::format("  {}\n", link);
    return line;
}

std::string groups_of(const DigestQuestion& question, const MailSettings& settings)
{
    std::string text;
    for (auto kind : all_reminder_kinds()) {
        auto count = count_of(question.reminders, kind);
        if (count == 0)
            continue;
        text += fmt::format("{} ({})\n", upper_case(title_of(kind)), vietnamese_number(count));
        for (const auto& reminder : question.reminders)
            if (reminder.kind == kind)
                text += line_of(reminder, question.naming, settings);
        text += "\n";
    }
    return text;
}

std::string closing_of(const MailSettings& settings)
{
    auto list = settings.link("/nhac-viec");
    auto choice = settings.link("/ca-nhan/nhac-viec");
    auto text = list.empty() ? std::string("Mở Phù Sa, mục Nhắc việc, để xem đầy đủ.\n")
                             : fmt::format("Xem đầy đủ: {}\n", list);
    text += choice.empty() ? "Chọn việc được nhắc hoặc thôi nhận thư: Phù Sa, Tài khoản của tôi, Nhắc việc.\n"
                           : fmt::format("Chọn việc được nhắc hoặc thôi nhận thư: {}\n", choice);
    return text + "\nThư này không ghi họ tên người trong hồ sơ. Đây là thư tự động, xin không trả lời.\n";
}

} // namespace

Digest digest_of(const DigestQuestion& question, const MailSettings& settings)
{
    std::string body = "Kính gửi đồng chí,\n\n";
    if (question.is_invented)
        body += "DỮ LIỆU MINH HOẠ: người và hồ sơ trong thư này không có thật.\n\n";
    body += fmt::format("Việc cần nhắc trong công tác phát triển đảng viên, ngày {}:\n\n", question.day.vietnamese());
    body += groups_of(question, settings);
    if (question.said_before > 0)
        body += fmt::format("Ngoài ra còn {} việc đã nhắc trong các thư trước mà chưa xong.\n\n",
                            vietnamese_number(static_cast<std::int64_t>(question.said_before)));
    body += closing_of(settings);
    return {.subject = subject_of(question), .body = std::move(body)};
}

} // namespace phusa
