#include "app/reminders/mail_check.hpp"

#include "base/number_text.hpp"
#include "storage/database.hpp"
#include "storage/reminder_choices.hpp"
#include "storage/reminder_mails.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

Check check_reminder_mails(App& app)
{
    using State = Check::State;
    auto session = app.database().read();
    auto choices = storage::reminder_choices(session);
    auto wanting = std::ranges::count_if(choices, [](const auto& choice) { return choice.second.by_mail; });
    auto mails = storage::last_reminder_mails(session);
    std::erase_if(mails, [&](const storage::ReminderMail& mail) {
        auto choice = choices.find(mail.account);
        return choice == choices.end() || !choice->second.by_mail || mail.failure.empty();
    });
    if (mails.empty())
        return {"reminders", "Thư nhắc việc", State::good,
                fmt::format("{} người nhận thư, không có thư nào bị trả lại", vietnamese_number(wanting))};
    return {"reminders", "Thư nhắc việc", State::warning,
            fmt::format("{} người chưa nhận được thư gần nhất ({}); hãy chạy: phusa remind",
                        vietnamese_number(static_cast<std::int64_t>(mails.size())), mails.back().failure)};
}

} // namespace phusa
