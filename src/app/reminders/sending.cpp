#include "app/reminders/sending.hpp"

#include "app/account_reach.hpp"
#include "app/recording.hpp"
#include "app/reminders/delivery.hpp"
#include "storage/database.hpp"
#include "storage/reminder_mails.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

using storage::ReminderMail;
using State = ReminderMail::State;

// A program that took a letter in hand and fell over is not waited for longer.
constexpr std::chrono::minutes in_hand_max{15};
// Longer than any day of reminders comes back.
constexpr int kept_days = 400;

class Run
{
public:
    Run(App& app, const Actor& actor, const Deliver& deliver, const std::function<bool()>& goes_on)
        : app_(app), actor_(actor), deliver_(deliver), goes_on_(goes_on), settings_(mail_settings(app)),
          today_(app.today())
    {
    }

    DigestRun go()
    {
        auto planned = plan_digests(app_);
        for (std::size_t i = 0; i < planned.size(); ++i) {
            if (goes_on_ && !goes_on_()) {
                run_.waiting = static_cast<std::int64_t>(planned.size() - i);
                break;
            }
            auto mail = take(planned[i]);
            if (!mail)
                continue; // somebody else is at it
            auto problem = hand_over(planned[i]);
            note(planned[i], std::move(*mail), problem);
            if (!problem || problem->kind != MailProblem::Kind::server)
                continue;
            run_.waiting = static_cast<std::int64_t>(planned.size() - i - 1);
            break;
        }
        return std::move(run_);
    }

private:
    // Committed before the letter leaves, so that no two programs send the same one.
    std::optional<ReminderMail> take(const PlannedDigest& planned)
    {
        auto now = app_.clock().now();
        auto transaction = app_.database().write();
        auto mail = storage::reminder_mail(transaction, planned.account, today_);
        bool in_hand = mail && mail->state == State::taken && now - mail->at < in_hand_max;
        if (in_hand || (mail && mail->state == State::sent))
            return std::nullopt;
        ReminderMail taken{.account = planned.account,
                           .on = today_,
                           .state = State::taken,
                           .at = now,
                           .tries = mail ? mail->tries + 1 : 1,
                           .reminders = static_cast<std::int64_t>(planned.reminders.size())};
        storage::set_reminder_mail(transaction, taken);
        transaction.commit();
        return taken;
    }

    std::optional<MailProblem> hand_over(const PlannedDigest& planned)
    {
        if (!settings_.may_go_to(planned.address))
            return MailProblem{.kind = MailProblem::Kind::letter,
                               .why = "địa chỉ không thuộc các miền mà nơi này được gửi thư đến"};
        auto sender_host = settings_.from.substr(settings_.from.find('@') + 1);
        auto sent =
            deliver_({.from = settings_.from,
                      .to = planned.address,
                      .subject = planned.digest.subject,
                      .body = planned.digest.body,
                      .message_id = fmt::format("nhac-viec.{}.{}@{}", today_.iso(), planned.account.value, sender_host),
                      .settings_url = settings_.link("/ca-nhan/nhac-viec"),
                      .written = app_.clock().now()});
        return sent ? std::nullopt : std::optional(std::move(sent.error()));
    }

    void note(const PlannedDigest& planned, ReminderMail mail, const std::optional<MailProblem>& problem)
    {
        mail.at = app_.clock().now();
        mail.state = problem ? State::failed : State::sent;
        mail.failure = problem ? problem->why : "";
        auto transaction = app_.database().write();
        storage::set_reminder_mail(transaction, mail);
        if (!problem) {
            storage::add_sent_reminders(transaction, planned.account, said_by(planned), today_);
            storage::forget_reminders_before(transaction, today_.plus_days(-kept_days));
        }
        record(app_, transaction, actor_,
               {.action = problem ? "reminder.fail" : "reminder.send",
                .subject = subject_of(planned.account),
                .details = {{"name", planned.account_name},
                            {"on", today_.iso()},
                            {"rows", std::to_string(planned.reminders.size())},
                            {"reason", mail.failure}}});
        transaction.commit();
        count(problem);
    }

    static std::vector<storage::SentReminder> said_by(const PlannedDigest& planned)
    {
        std::vector<storage::SentReminder> said;
        for (const auto& reminder : planned.reminders)
            said.push_back({.thing = reminder.key, .due = reminder.due, .since = reminder.since});
        return said;
    }

    void count(const std::optional<MailProblem>& problem)
    {
        if (!problem) {
            ++run_.sent;
            return;
        }
        ++run_.failed;
        if (std::ranges::find(run_.failures, problem->why) == run_.failures.end())
            run_.failures.push_back(problem->why);
    }

    App& app_;
    const Actor& actor_;
    const Deliver& deliver_;
    const std::function<bool()>& goes_on_;
    MailSettings settings_;
    Date today_;
    DigestRun run_;
};

} // namespace

DigestRun deliver_digests(App& app, const Actor& actor, const Deliver& deliver, const std::function<bool()>& goes_on)
{
    return Run(app, actor, deliver, goes_on).go();
}

Result<DigestRun> send_digests(App& app, const Actor& actor, const std::function<bool()>& goes_on)
{
    if (!actor.is_program())
        return problem(Problem::Kind::refused, "Thư nhắc việc do chương trình tự gửi mỗi ngày.");
    auto settings = mail_settings(app);
    TRY_DO(check(settings));
    if (!settings.sends())
        return problem(
            Problem::Kind::unavailable,
            "chưa có máy chủ thư: hãy đặt PHUSA_SMTP_URL và PHUSA_SMTP_FROM, hoặc dùng --dry-run để xem trước");
    SmtpClient client({.url = settings.smtp_url,
                       .user = settings.user,
                       .password = settings.password,
                       .ca_file = settings.ca_file,
                       .is_plain = settings.is_plain});
    return deliver_digests(app, actor, [&](const Letter& letter) { return client.send(letter); }, goes_on);
}

} // namespace phusa
