// phusa remind: sends the letters of today.
#include "cli/remind.hpp"

#include "app/reminders/sending.hpp"
#include "cli/mail_options.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <memory>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa remind");

struct RemindOptions {
    std::string on;
    bool dry_run = false;
    std::shared_ptr<MailOptions> mail;
};

// The whole program lives on the day that is named: what is due, and what is already said, are as of it.
Clock clock_on(Date day)
{
    constexpr std::chrono::hours morning{1}; // 8:00 in Viet Nam
    auto time = Clock::Time(day.sys_days()) + morning;
    return Clock([time] { return time; });
}

boost::json::value json_of(const Reminder& reminder)
{
    return {{"kind", key_of(reminder.kind)}, {"dossier", reminder.dossier.value}, {"cell", reminder.cell_name},
            {"title", reminder.title},       {"due", reminder.due.iso()},         {"days_left", reminder.days_left},
            {"since", reminder.since.iso()}};
}

void print_plan(const std::vector<PlannedDigest>& planned, Date day, bool as_json)
{
    boost::json::array items;
    for (const auto& one : planned) {
        boost::json::array reminders;
        for (const auto& reminder : one.reminders)
            reminders.push_back(json_of(reminder));
        items.push_back({{"account", one.account_name},
                         {"address", one.address},
                         {"subject", one.digest.subject},
                         {"body", one.digest.body},
                         {"reminders", reminders}});
        if (!as_json)
            fmt::print("{} <{}>\n{}\n\n{}\n", one.account_name, one.address, one.digest.subject, one.digest.body);
    }
    if (as_json)
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"on", day.iso()}, {"items", items}}));
    else
        fmt::print("{} thư sẽ gửi ngày {}\n", planned.size(), day.vietnamese());
}

void print_run(const DigestRun& run, Date day, bool as_json)
{
    if (as_json)
        fmt::print("{}\n",
                   boost::json::serialize(boost::json::object{{"on", day.iso()},
                                                              {"sent", run.sent},
                                                              {"failed", run.failed},
                                                              {"waiting", run.waiting},
                                                              {"failures", boost::json::value_from(run.failures)}}));
    else
        fmt::print("Ngày {}: đã gửi {} thư, {} thư chưa gửi được, {} thư để lần sau\n", day.vietnamese(), run.sent,
                   run.failed, run.waiting);
    for (const auto& failure : run.failures)
        fmt::print(stderr, "phusa: {}; lần chạy sau sẽ gửi lại\n", failure);
}

Result<Exit> remind(const CommandContext& context, const RemindOptions& options)
{
    auto mail = TRY(options.mail->read());
    auto on_day = context;
    if (!options.on.empty())
        on_day.clock = clock_on(TRY(read_date("--on", options.on)));
    auto app = on_day.open();
    set_mail_settings(*app, mail);
    if (options.dry_run) {
        print_plan(plan_digests(*app), app->today(), context.json);
        return Exit::done;
    }
    auto run = TRY(send_digests(*app, console));
    print_run(run, app->today(), context.json);
    return run.is_good() ? Exit::done : Exit::refused;
}

} // namespace

void add_remind(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<RemindOptions>();
    auto& command = add_command(program, "remind", "gửi thư nhắc việc của hôm nay; chạy nhiều lần vẫn chỉ gửi một lần",
                                context, [&context, options] { return remind(context, *options); });
    command.add_option("--on", options->on, "nhắc như thể hôm nay là ngày này");
    command.add_flag("--dry-run", options->dry_run, "chỉ in ra ai sẽ nhận thư gì");
    options->mail = add_mail_options(command);
}

} // namespace phusa
