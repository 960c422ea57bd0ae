#include "app/reminders/mail_settings.hpp"

#include "base/text.hpp"
#include "domain/reminder.hpp"

#include <algorithm>
#include <mutex>

namespace phusa
{

namespace
{

// The one value of an App; lives as long as it.
class Kept
{
public:
    MailSettings get() const
    {
        std::scoped_lock lock(mutex_);
        return settings_;
    }
    void set(MailSettings settings) const
    {
        std::scoped_lock lock(mutex_);
        settings_ = std::move(settings);
    }

private:
    mutable std::mutex mutex_;
    mutable MailSettings settings_;
};

std::shared_ptr<const Kept> kept(App& app)
{
    return app.reckoned().get<Kept>({}, {}, [] { return std::make_shared<Kept>(); });
}

// "thu.tinh.example" of "smtp://thu.tinh.example:587".
std::string_view host_of(std::string_view url)
{
    auto host = url.substr(std::min(url.find("://") + 3, url.size()));
    if (host.starts_with('['))
        return host.substr(0, std::min(host.find(']') + 1, host.size()));
    return host.substr(0, host.find_first_of(":/"));
}

bool is_this_machine(std::string_view host) { return host == "127.0.0.1" || host == "localhost" || host == "[::1]"; }

} // namespace

std::string MailSettings::link(std::string_view path) const
{
    return site_url.empty() ? std::string() : site_url + std::string(path);
}

bool MailSettings::may_go_to(std::string_view address) const
{
    auto host = lower_case(address.substr(std::min(address.rfind('@'), address.size() - 1) + 1));
    return domains.empty() || std::ranges::find(domains, host) != domains.end();
}

Result<void> check(const MailSettings& settings)
{
    const auto& site = settings.site_url;
    if (!site.empty() && ((!site.starts_with("http://") && !site.starts_with("https://")) || site.ends_with('/')))
        return invalid("PHUSA_SITE_URL", "PHUSA_SITE_URL phải như https://phusa.tinh.vn, không có dấu / ở cuối");
    if (!settings.sends())
        return {};
    if (!settings.smtp_url.starts_with("smtp://") && !settings.smtp_url.starts_with("smtps://"))
        return invalid("PHUSA_SMTP_URL", "PHUSA_SMTP_URL phải như smtp://thu.tinh.vn:587 hoặc smtps://thu.tinh.vn:465");
    if (settings.smtp_url.contains('@'))
        return invalid(
            "PHUSA_SMTP_URL",
            "PHUSA_SMTP_URL không ghi tên và mật khẩu; hãy dùng PHUSA_SMTP_USER và PHUSA_SMTP_PASSWORD_FILE");
    ReminderChoice sender;
    sender.by_mail = true;
    sender.address = settings.from;
    if (!check(sender))
        return invalid("PHUSA_SMTP_FROM", "PHUSA_SMTP_FROM phải là một địa chỉ thư, như phusa@tinh.vn");
    if (settings.is_plain && !is_this_machine(host_of(settings.smtp_url)))
        return invalid("PHUSA_SMTP_PLAIN",
                       "PHUSA_SMTP_PLAIN chỉ dùng khi máy chủ thư ở ngay máy này (127.0.0.1); qua mạng phải có TLS");
    return {};
}

void set_mail_settings(App& app, MailSettings settings) { kept(app)->set(std::move(settings)); }
MailSettings mail_settings(App& app) { return kept(app)->get(); }

} // namespace phusa
