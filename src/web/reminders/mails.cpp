#include "app/reminders/mail_settings.hpp"
#include "app/reminders/sending.hpp"
#include "base/number_text.hpp"
#include "web/layout/table_view.hpp"
#include "web/reminders/handlers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::reminders
{

namespace
{

CellLook state_of(const DigestLine& line)
{
    if (!line.on)
        return {.text = "chưa có thư nào"};
    if (line.is_sent)
        return {.badge = "đã gửi", .tone = "good"};
    if (line.failure.empty())
        return {.badge = "đang gửi", .tone = "info"};
    return {.note = line.failure, .badge = "chưa gửi được", .tone = "bad"};
}

std::string lead_of(const std::vector<DigestLine>& lines, bool sends)
{
    auto failed = std::ranges::count_if(lines, [](const DigestLine& line) { return !line.failure.empty(); });
    if (!sends)
        return "Nơi này chưa đặt máy chủ thư (PHUSA_SMTP_URL), nên chưa gửi thư nào.";
    if (failed > 0)
        return fmt::format("{} người chưa nhận được thư gần nhất. Chương trình gửi lại mỗi giờ; nội dung không mất.",
                           vietnamese_number(failed));
    return "Mỗi người nhiều nhất một thư một ngày, chỉ khi có việc mới phải nhắc.";
}

} // namespace

Result<Response> mails(Site& site, const Request& request)
{
    auto lines = TRY(list_digests(site.app(), asking(request)));
    TableView table("Thư gần nhất của từng người");
    table.quiet_caption()
        .cards()
        .column("Người nhận")
        .column("Thư ngày")
        .column("Kết quả")
        .column("Lúc")
        .column("Số việc", true)
        .column("Lần thử", true)
        .empty("Chưa ai chọn nhận thư nhắc việc", "Mỗi người tự chọn ở trang Tài khoản của tôi, mục Nhắc việc.");
    for (const auto& line : lines)
        table.row({{.text = line.display_name,
                    .href = fmt::format("/tai-khoan/{}", line.account.value),
                    .note = line.wants_mail ? line.account_name : line.account_name + ", đã thôi nhận thư"},
                   {.text = line.on ? line.on->vietnamese() : ""},
                   state_of(line),
                   {.text = line.at ? vietnamese_time(*line.at) : ""},
                   {.text = line.on ? vietnamese_number(line.reminders) : "", .numeric = true},
                   {.text = line.on ? vietnamese_number(line.tries) : "", .numeric = true}});
    View content;
    content.set("head", page_head("Thư nhắc việc", "Tài khoản", lead_of(lines, mail_settings(site.app()).sends())))
        .set("table", std::move(table).view());
    return site.page(request,
                     {.view = "reminders/mails",
                      .title = "Thư nhắc việc",
                      .section = "tai-khoan",
                      .crumbs = {{"Tài khoản", "/tai-khoan"}}},
                     std::move(content));
}

} // namespace phusa::web::reminders
