#pragma once

#include "app/reminders/mail_settings.hpp"
#include "base/result.hpp"

#include <memory>
#include <string>

namespace CLI
{
class App;
}

namespace phusa
{

// How letters are sent, as options and environment variables of a command.
struct MailOptions {
    MailSettings settings;
    std::string password_file;

    // With the password read from its file; the Problem says what cannot be so.
    Result<MailSettings> read() const;
};
std::shared_ptr<MailOptions> add_mail_options(CLI::App& command);

} // namespace phusa
