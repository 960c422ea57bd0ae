#include "app/demo/reminders.hpp"

#include "app/recording.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/reminder_choices.hpp"

#include <fmt/core.h>

#include <vector>

namespace phusa::demo
{

namespace
{

using enum ReminderKind;

struct Wish {
    std::string_view account;
    std::vector<ReminderKind> kinds;
    MailNaming naming = MailNaming::number;
};

std::vector<Wish> wishes()
{
    return {
        {.account = "bithu.chibo", .kinds = all_reminder_kinds(), .naming = MailNaming::initials},
        {.account = "vanphong.coso", .kinds = all_reminder_kinds()},
        {.account = "vanphong.capuy", .kinds = {overdue, today, soon, below}},
        {.account = "bantochuc.tinh", .kinds = {overdue, today, soon, below}},
        {.account = "dangvien.giupdo", .kinds = {remarks}, .naming = MailNaming::initials},
    };
}

} // namespace

void add_reminder_choices(App& app, storage::Transaction& transaction, const Actor& actor)
{
    for (const auto& wish : wishes()) {
        auto account = storage::account_named(transaction, wish.account);
        if (!account)
            continue;
        storage::set_reminder_choice(transaction, account->account.id,
                                     {.kinds = wish.kinds,
                                      .by_mail = true,
                                      .address = fmt::format("{}@phusa.example", wish.account),
                                      .naming = wish.naming});
        record(app, transaction, actor,
               {.action = "reminder.choose",
                .subject = fmt::format("account:{}", account->account.id.value),
                .details = {{"name", std::string(wish.account)}, {"by_mail", "có"}}});
    }
}

} // namespace phusa::demo
