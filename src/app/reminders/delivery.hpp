#pragma once

#include "app/reminders/sending.hpp"
#include "exchange/mail/smtp.hpp"

#include <functional>

namespace phusa
{

// Hands one letter over. Inside app/: tests give one that fails when they want it to.
using Deliver = std::function<std::expected<void, MailProblem>(const Letter&)>;

DigestRun deliver_digests(App& app, const Actor& actor, const Deliver& deliver,
                          const std::function<bool()>& goes_on = {});

} // namespace phusa
