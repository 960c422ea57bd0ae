#pragma once

#include "app/reminders/files.hpp"
#include "web/site/site.hpp"

#include <string_view>

namespace phusa::web::reminders
{

inline constexpr std::string_view list_path = "/nhac-viec";
inline constexpr std::string_view own_path = "/ca-nhan/nhac-viec";

// Danh sách nhắc việc of a day (`ngay`): what reaches the asker, or all of a unit (`don_vi`); to be printed.
Result<Response> list(Site& site, const Request& request);
Result<TableStream> rows(Site& site, const Request& request);

// What reaches the asker, and how: kinds, mail, private calendar.
Result<Response> own(Site& site, const Request& request);
Result<Response> choose(Site& site, const Request& request);
// The new address stands on the answer, once.
Result<Response> make_calendar(Site& site, const Request& request);
Result<Response> revoke_calendar(Site& site, const Request& request);

// The calendar of whoever gave the address away; open to anybody who knows it.
Result<Response> calendar(Site& site, const Request& request);

// How the letters fared, for those who look after accounts.
Result<Response> mails(Site& site, const Request& request);

} // namespace phusa::web::reminders
