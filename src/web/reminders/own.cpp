#include "app/reminders/choices.hpp"
#include "app/reminders/explained.hpp"
#include "app/reminders/mail_settings.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/reminders/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

namespace phusa::web::reminders
{

namespace
{

std::string field_of(ReminderKind kind) { return fmt::format("loai_{}", key_of(kind)); }

std::string ticked(bool is_so) { return is_so ? "1" : ""; }

FormView form_of(const OwnReminders& own, const Fields& typed, const Problem* problem)
{
    FormView form(std::string(own_path), "Lưu", typed, problem);
    for (auto kind : all_reminder_kinds())
        form.check_box(field_of(kind), std::string(title_of(kind)),
                       {.hint = when_reminded(kind), .value = ticked(own.choice.wants(kind))});
    form.check_box(
        "by_mail", "Gửi thư điện tử cho tôi",
        {.hint = "Mỗi ngày nhiều nhất một thư, chỉ khi có việc mới phải nhắc.", .value = ticked(own.choice.by_mail)});
    form.text("address", "Địa chỉ thư điện tử",
              {.hint = "Nên dùng hộp thư công vụ.", .value = own.choice.address, .autocomplete = "email"});
    std::vector<FormChoice> namings;
    for (auto naming : all_mail_namings())
        namings.push_back({std::string(key_of(naming)), std::string(title_of(naming))});
    form.radios("naming", "Trong thư và lịch", namings,
                {.hint = "Họ tên đầy đủ không bao giờ ra khỏi phần mềm theo thư hay lịch.",
                 .value = std::string(key_of(own.choice.naming))});
    return form;
}

std::string mail_words(const OwnReminders& own)
{
    if (!own.site_sends)
        return "Nơi này chưa đặt máy chủ thư nên chưa gửi thư. Lựa chọn dưới đây vẫn được giữ.";
    if (!own.last_mail)
        return {};
    if (own.last_failure.empty())
        return fmt::format("Thư gần nhất: ngày {}.", own.last_mail->vietnamese());
    return fmt::format("Thư ngày {} chưa gửi được: {}. Chương trình sẽ tự gửi lại.", own.last_mail->vietnamese(),
                       own.last_failure);
}

// As the reader has to type it into a calendar: with the host that they themselves came by, unless the site says one.
std::string address_of(Site& site, const Request& request, const std::string& token)
{
    auto path = fmt::format("/lich/{}.ics", token);
    if (auto link = mail_settings(site.app()).link(path); !link.empty())
        return link;
    return fmt::format("{}://{}{}", request.is_tls ? "https" : "http", request.header("host").value_or("localhost"),
                       path);
}

Result<Response> own_page(Site& site, const Request& request, const Problem* problem, const std::string& new_address)
{
    auto own = TRY(show_own_reminders(site.app(), asking(request)));
    View content;
    content
        .set("head", page_head("Nhắc việc cho tôi", "Tài khoản của tôi",
                               "Chọn việc được nhắc; danh sách ở trang Nhắc việc, thư và lịch đều theo lựa chọn này.",
                               {action(std::string(list_path), "Xem việc cần nhắc", "reminder")}))
        .set("form", form_of(own, new_address.empty() ? request.form : Fields{}, problem).view())
        .set("mail_words", mail_words(own))
        .set("calendar_made", own.calendar_made ? vietnamese_time(*own.calendar_made) : "")
        .set("new_address", new_address);
    Page page{.view = "reminders/own", .title = "Nhắc việc", .crumbs = {{"Tài khoản của tôi", "/ca-nhan"}}};
    auto response = problem ? site.form_again(request, page, std::move(content), *problem)
                            : site.page(request, page, std::move(content));
    response.may_compress = new_address.empty();
    return response;
}

Result<ReminderChoice> choice_in(const Request& request)
{
    FormReader form(request.form);
    ReminderChoice choice;
    std::erase_if(choice.kinds, [&](ReminderKind kind) { return !form.ticked(field_of(kind)); });
    choice.by_mail = form.ticked("by_mail");
    choice.address = form.text("address");
    choice.naming = form.choice("naming", mail_naming, Need::required).value_or(MailNaming::number);
    if (auto wrong = form.problem())
        return std::unexpected(std::move(*wrong));
    return choice;
}

} // namespace

Result<Response> own(Site& site, const Request& request) { return own_page(site, request, nullptr, {}); }

Result<Response> choose(Site& site, const Request& request)
{
    auto choice = choice_in(request);
    if (!choice)
        return own_page(site, request, &choice.error(), {});
    if (auto chosen = choose_reminders(site.app(), asking(request), *choice); !chosen)
        return own_page(site, request, &chosen.error(), {});
    return site.redirect_with(request, std::string(own_path), "Đã lưu việc được nhắc.");
}

Result<Response> make_calendar(Site& site, const Request& request)
{
    auto token = TRY(make_calendar_link(site.app(), asking(request)));
    return own_page(site, request, nullptr, address_of(site, request, token));
}

Result<Response> revoke_calendar(Site& site, const Request& request)
{
    TRY_DO(revoke_calendar_link(site.app(), asking(request)));
    return site.redirect_with(request, std::string(own_path), "Đã thu hồi địa chỉ lịch.");
}

Result<Response> calendar(Site& site, const Request& request)
{
    constexpr std::string_view ending = ".ics";
    auto file = request.route_text("file");
    if (!file.ends_with(ending))
        return not_found();
    auto made = TRY(calendar_of(site.app(), file.substr(0, file.size() - ending.size())));
    auto response = download("nhac-viec.ics", "text/calendar; charset=utf-8", std::move(made));
    response.set("Cache-Control", "private, no-store");
    return response;
}

} // namespace phusa::web::reminders
