// The calendar behind a private address.
#include "exchange/calendar.hpp"

#include "app/reminders/choices.hpp"
#include "app/reminders/mail_settings.hpp"
#include "app/reminders/naming.hpp"
#include "app/sessions.hpp"
#include "storage/database.hpp"
#include "storage/reminder_choices.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

struct Reader {
    AccountId account;
    ReminderChoice choice;
};

Result<Reader> reader_of(App& app, std::string_view token)
{
    auto session = app.database().read();
    auto link = storage::calendar_link(session, token_hash(token));
    auto signed_in = link ? signed_in_as(app, session, link->account) : std::nullopt;
    if (!signed_in || signed_in->must_change_password)
        return problem(Problem::Kind::not_found, "Không có lịch này, hoặc địa chỉ lịch đã được thu hồi.");
    return Reader{.account = link->account,
                  .choice = storage::reminder_choice(session, link->account).value_or(ReminderChoice{})};
}

// Own deadlines come with any of the three kinds that are about them.
bool wants(const ReminderChoice& choice, const Reminder& reminder)
{
    using enum ReminderKind;
    if (reminder.kind == remarks)
        return choice.wants(remarks);
    return choice.wants(overdue) || choice.wants(today) || choice.wants(soon);
}

std::string uid_of(const Reminder& reminder)
{
    auto uid = reminder.key + "@phusa";
    std::ranges::replace(uid, ' ', '-');
    // A quarter is an event of its own; a deadline that moves is the same event on another day.
    return reminder.kind == ReminderKind::remarks ? reminder.due.iso() + "-" + uid : uid;
}

CalendarDay day_of(const Reminder& reminder, MailNaming naming, const MailSettings& settings)
{
    CalendarDay day{.uid = uid_of(reminder),
                    .on = reminder.due,
                    .summary = fmt::format("Hạn: {}, {}", reminder.title, dossier_words(reminder, naming)),
                    .description = reminder.cell_name,
                    .url = settings.link(page_of(reminder))};
    if (!reminder.waits_for.empty())
        day.description += fmt::format("\nPhải xong trước: {}", reminder.waits_for);
    return day;
}

} // namespace

Result<std::string> calendar_of(App& app, std::string_view token)
{
    auto reader = TRY(reader_of(app, token));
    auto settings = mail_settings(app);
    Calendar calendar{.name = "Phù Sa: hạn phát triển đảng viên", .days = {}, .made = app.clock().now()};
    if (app.invented())
        calendar.name += " (dữ liệu minh hoạ)";
    for (const auto& reminder : running_deadlines(app, reader.account))
        if (wants(reader.choice, reminder))
            calendar.days.push_back(day_of(reminder, reader.choice.naming, settings));
    return calendar_file(calendar);
}

} // namespace phusa
