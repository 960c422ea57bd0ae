#include "app/reminders/reminders.hpp"

#include "app/gate.hpp"
#include "app/reminders/addressees.hpp"
#include "app/reminders/due_things.hpp"
#include "storage/database.hpp"
#include "storage/reminder_choices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace phusa
{

namespace
{

constexpr int days_around_max = 366;

std::string name_in(const OrganisationTree& tree, OrganisationId unit)
{
    auto position = tree.find(unit);
    return position ? tree.at(*position).name : std::string();
}

Reminder reminder_of(const DueThing& thing, const DueReminder& said, const OrganisationTree& tree, Date day)
{
    return {.kind = said.kind,
            .dossier = thing.dossier,
            .person = thing.person,
            .name = thing.name,
            .cell_name = name_in(tree, thing.cell),
            .title = thing.title,
            .act = thing.act,
            .about = thing.about,
            .check = thing.check,
            .fault = thing.fault,
            .due = thing.due,
            .days_left = days_between(day, thing.due),
            .waits_for = thing.waits_for,
            .responsible = name_in(tree, thing.units.front()),
            .reckoning = thing.reckoning,
            .key = (said.kind == ReminderKind::below ? "above " : "own ") + thing.key,
            .since = said.since};
}

void sort(std::vector<Reminder>& reminders)
{
    std::ranges::stable_sort(reminders, {}, [](const Reminder& one) { return std::tuple(one.kind, one.due); });
}

void add_to(std::vector<AccountId>& accounts, const std::vector<AccountId>& more)
{
    for (auto account : more)
        if (std::ranges::find(accounts, account) == accounts.end())
            accounts.push_back(account);
}

// Hands one thing to everybody whom it reaches.
class Giver
{
public:
    Giver(const OrganisationTree& tree, const Addressees& addressees, Date day)
        : tree_(tree), addressees_(addressees), day_(day)
    {
    }

    void give(const DueThing& thing)
    {
        auto own = whose_work(thing);
        if (thing.reminder)
            for (auto account : own)
                given_[account].push_back(reminder_of(thing, *thing.reminder, tree_, day_));
        if (!thing.above)
            return;
        auto office = addressees_.office_at_or_above(thing.units.front());
        auto above = office ? addressees_.office_above(*office) : std::nullopt;
        if (!above)
            return;
        for (auto account : addressees_.accounts_of(*above))
            if (std::ranges::find(own, account) == own.end())
                given_[account].push_back(reminder_of(thing, *thing.above, tree_, day_));
    }

    std::map<AccountId, std::vector<Reminder>> sorted() &&
    {
        for (auto& [account, reminders] : given_)
            sort(reminders);
        return std::move(given_);
    }

    // Helpers who can sign in; else the offices of the units.
    std::vector<AccountId> whose_work(const DueThing& thing) const
    {
        std::vector<AccountId> accounts;
        for (auto helper : thing.helpers)
            add_to(accounts, addressees_.accounts_of_helper(helper, thing.cell));
        if (!accounts.empty())
            return accounts;
        for (auto unit : thing.units)
            if (auto office = addressees_.office_at_or_above(unit))
                add_to(accounts, addressees_.accounts_of(*office));
        return accounts;
    }

private:
    const OrganisationTree& tree_;
    const Addressees& addressees_;
    Date day_;
    std::map<AccountId, std::vector<Reminder>> given_;
};

// The session is given back before the register of dossiers takes one.
Addressees addressees_on(App& app, const OrganisationTree& tree, Date day)
{
    auto session = app.database().read();
    return {session, tree, day};
}

} // namespace

std::string page_of(const Reminder& reminder)
{
    if (reminder.check)
        return fmt::format("/kiem-tra-mau/phieu/{}", reminder.check->value);
    if (reminder.fault)
        return fmt::format("/kiem-tra-mau/khac-phuc/{}", reminder.fault->value);
    return fmt::format("/ho-so/{}", reminder.dossier.value);
}

std::map<AccountId, std::vector<Reminder>> all_reminders(App& app, Date day)
{
    auto tree = app.tree_on(day);
    auto addressees = addressees_on(app, *tree, day);
    Giver giver(*tree, addressees, day);
    for (const auto& thing : due_things(app, *tree, {.day = day}))
        giver.give(thing);
    return std::move(giver).sorted();
}

Result<std::vector<Reminder>> list_own_reminders(App& app, const Actor& actor, Date day)
{
    if (!actor.account)
        return problem(Problem::Kind::refused, "Việc nhắc đến từng tài khoản; hãy đăng nhập.");
    TRY_DO(check_reminder_day(app, day));
    auto reminders = std::move(all_reminders(app, day)[*actor.account]);
    auto session = app.database().read();
    auto choice = storage::reminder_choice(session, *actor.account).value_or(ReminderChoice{});
    std::erase_if(reminders, [&](const Reminder& one) { return !choice.wants(one.kind); });
    return reminders;
}

std::vector<Reminder> running_deadlines(App& app, AccountId account)
{
    auto day = app.today();
    auto tree = app.tree_on(day);
    auto addressees = addressees_on(app, *tree, day);
    Giver giver(*tree, addressees, day);
    std::vector<Reminder> running;
    for (const auto& thing : due_things(app, *tree, {.day = day, .with_far_ones = true})) {
        auto own = giver.whose_work(thing);
        DueReminder far{.kind = ReminderKind::soon, .due = thing.due, .since = thing.due};
        if (std::ranges::find(own, account) != own.end())
            running.push_back(reminder_of(thing, thing.reminder.value_or(far), *tree, day));
    }
    std::ranges::stable_sort(running, {}, &Reminder::due);
    return running;
}

Result<std::vector<Reminder>> list_unit_reminders(App& app, const Actor& actor, OrganisationId unit, Date day)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::see_dossiers, unit));
    TRY_DO(check_reminder_day(app, day));
    const auto& tree = gate.tree();
    auto position = tree.find(unit);
    std::vector<Reminder> reminders;
    if (!position)
        return reminders;
    for (const auto& thing : due_things(app, tree, {.day = day, .range = tree.subtree(*position)}))
        if (thing.reminder)
            reminders.push_back(reminder_of(thing, *thing.reminder, tree, day));
    sort(reminders);
    return reminders;
}

Result<void> check_reminder_day(App& app, Date day)
{
    auto away = days_between(app.today(), day);
    if (away < -days_around_max || away > days_around_max)
        return invalid("ngay", "Danh sách nhắc việc lập được cho các ngày trong vòng một năm trước và sau hôm nay.");
    return {};
}

} // namespace phusa
