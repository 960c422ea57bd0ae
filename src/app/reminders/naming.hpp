#pragma once

#include "app/reminders/reminders.hpp"

#include <string>

namespace phusa
{

// "hồ sơ số 12", "hồ sơ số 12 (L.T.S.)": a dossier as mails and calendars name it.
std::string dossier_words(const Reminder& reminder, MailNaming naming);

// "quá hạn 12 ngày", "hết hạn hôm nay", "còn 5 ngày".
std::string days_words(int days_left);

} // namespace phusa
