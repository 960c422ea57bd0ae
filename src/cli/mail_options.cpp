#include "cli/mail_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <fstream>

namespace phusa
{

Result<MailSettings> MailOptions::read() const
{
    auto read = settings;
    while (read.site_url.ends_with('/'))
        read.site_url.pop_back();
    if (!password_file.empty()) {
        std::ifstream file(password_file);
        if (!std::getline(file, read.password))
            return invalid("PHUSA_SMTP_PASSWORD_FILE",
                           fmt::format("không đọc được mật khẩu trong {}; hãy kiểm tra quyền của tệp", password_file));
    }
    TRY_DO(check(read));
    return read;
}

std::shared_ptr<MailOptions> add_mail_options(CLI::App& command)
{
    auto options = std::make_shared<MailOptions>();
    auto& settings = options->settings;
    command.add_option("--smtp-url", settings.smtp_url, "máy chủ thư: smtp://máy:587 hoặc smtps://máy:465")
        ->envname("PHUSA_SMTP_URL");
    command.add_option("--smtp-from", settings.from, "địa chỉ đứng tên gửi thư")->envname("PHUSA_SMTP_FROM");
    command.add_option("--smtp-user", settings.user, "tên đăng nhập máy chủ thư")->envname("PHUSA_SMTP_USER");
    command.add_option("--smtp-password-file", options->password_file, "tệp ghi mật khẩu của tên ấy")
        ->envname("PHUSA_SMTP_PASSWORD_FILE");
    command.add_option("--smtp-ca", settings.ca_file, "tệp PEM của nơi cấp chứng thư cho máy chủ thư")
        ->envname("PHUSA_SMTP_CA");
    command.add_flag("--smtp-plain", settings.is_plain, "không dùng TLS; chỉ với máy chủ thư ở ngay máy này")
        ->envname("PHUSA_SMTP_PLAIN");
    command.add_option("--mail-domains", settings.domains, "chỉ gửi thư đến địa chỉ thuộc các miền này")
        ->delimiter(',')
        ->envname("PHUSA_MAIL_DOMAINS");
    command.add_option("--site-url", settings.site_url, "địa chỉ của Phù Sa để ghi trong thư: https://phusa.tinh.vn")
        ->envname("PHUSA_SITE_URL");
    return options;
}

} // namespace phusa
