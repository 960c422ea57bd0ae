#pragma once

#include "app/doctor.hpp"

namespace phusa
{

// Whether the newest letter of everybody went out. Inside app/, for `phusa doctor`.
Check check_reminder_mails(App& app);

} // namespace phusa
