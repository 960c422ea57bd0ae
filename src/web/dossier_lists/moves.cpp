#include "app/dossiers/moves.hpp"

#include "app/dossiers/files.hpp"
#include "base/number_text.hpp"
#include "web/dossier_lists/handlers.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/dossiers/address.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossier_lists
{

namespace
{

constexpr int waiting_days_long = 30;

std::string slip_path(DossierMoveId id, std::string_view deed)
{
    return fmt::format("/phieu-chuyen/{}/{}", id.value, deed);
}

// What the giving back of a slip is called by the side that asks for it.
std::string_view return_words(const MoveLine& line) { return line.may_accept ? "Không tiếp nhận" : "Thu hồi phiếu"; }

View row_view(const MoveLine& line)
{
    return View()
        .set("name", line.person_name)
        .set("dossier_href", dossiers::path_of(line.move.dossier))
        .set("from_name", line.from_name)
        .set("to_name", line.to_name)
        .set("stage", title_of(line.move.stage))
        .set("sent", line.move.sent.vietnamese())
        .set("sent_machine", line.move.sent.iso())
        .set("days", vietnamese_number(line.days))
        .set("is_long", line.days > waiting_days_long)
        .set("accept_href", line.may_accept ? slip_path(line.move.id, "tiep-nhan") : "")
        .set("return_href", line.may_take_back ? slip_path(line.move.id, "tra-lai") : "")
        .set("return_label", return_words(line));
}

// A slip that the asker may answer in this way; anything else is not found.
Result<MoveLine> open_slip(Site& site, const Request& request, bool MoveLine::* may)
{
    auto id = TRY(request.id<struct DossierMove>("id"));
    auto lines = TRY(list_open_moves(site.app(), asking(request)));
    auto found = std::ranges::find_if(lines, [&](const MoveLine& line) { return line.move.id == id && line.*may; });
    if (found == lines.end())
        return problem(Problem::Kind::not_found,
                       "Không có phiếu chuyển này, hoặc phiếu đã được tiếp nhận hay thu hồi.");
    return *found;
}

View facts_of(const MoveLine& line)
{
    View::List facts;
    add_fact(facts, "Hồ sơ của", line.person_name, dossiers::path_of(line.move.dossier));
    add_fact(facts, "Nơi chuyển", line.from_name);
    add_fact(facts, "Nơi nhận", line.to_name);
    add_fact(facts, "Thời điểm chuyển", std::string(title_of(line.move.stage)));
    add_fact(facts, "Ngày chuyển", line.move.sent.vietnamese());
    add_fact(facts, "Giấy chứng nhận số", line.move.certificate.number);
    add_fact(facts, "Ghi chú", line.move.note);
    return View(std::move(facts));
}

struct SlipPage {
    std::string heading;
    std::string lead;
    FormView form;
};

Response slip_page(Site& site, const Request& request, const MoveLine& line, const SlipPage& slip,
                   const Problem* problem)
{
    View content;
    content.set("head", page_head(slip.heading, "Phiếu chuyển", slip.lead));
    content.set("facts", facts_of(line)).set("form", slip.form.view());
    Page page{.view = "dossier_lists/slip",
              .title = slip.heading,
              .section = "phieu-chuyen",
              .crumbs = {{"Phiếu chuyển", "/phieu-chuyen"}}};
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

Response acceptance_page(Site& site, const Request& request, const MoveLine& line, const Problem* problem)
{
    FormView form(slip_path(line.move.id, "tiep-nhan"), "Tiếp nhận", request.form, problem);
    form.hidden("version", std::to_string(line.move.version))
        .date("on", "Ngày tiếp nhận", {.required = true, .value = site.app().today().vietnamese()})
        .cancel("/phieu-chuyen", "Chưa tiếp nhận");
    return slip_page(site, request, line,
                     {.heading = "Tiếp nhận hồ sơ chuyển đến",
                      .lead = fmt::format("Từ ngày tiếp nhận, {} theo dõi hồ sơ này. Các thời hạn vẫn tính tiếp, không "
                                          "tính lại từ đầu.",
                                          line.to_name),
                      .form = std::move(form)},
                     problem);
}

Response return_page(Site& site, const Request& request, const MoveLine& line, const Problem* problem)
{
    std::string words(return_words(line));
    FormView form(slip_path(line.move.id, "tra-lai"), words, request.form, problem);
    form.hidden("version", std::to_string(line.move.version))
        .date("on", "Ngày", {.required = true, .value = site.app().today().vietnamese()})
        .longer("reason", "Lý do", {.hint = "Nơi chuyển và nơi nhận đều đọc được.", .required = true})
        .cancel("/phieu-chuyen", "Để phiếu như cũ");
    return slip_page(
        site, request, line,
        {.heading = words,
         .lead = fmt::format("Hồ sơ ở lại {}. Phiếu này hết hiệu lực; muốn chuyển thì lập phiếu mới.", line.from_name),
         .form = std::move(form)},
        problem);
}

} // namespace

Result<Response> moves(Site& site, const Request& request)
{
    auto lines = TRY(list_open_moves(site.app(), asking(request)));
    View::List rows;
    for (const auto& line : lines)
        rows.push_back(row_view(line));
    auto total = static_cast<std::int64_t>(lines.size());
    View content;
    content.set("head",
                page_head("Phiếu chuyển", {},
                          "Hồ sơ đang trên đường từ chi bộ này sang chi bộ khác, chưa được tiếp nhận; phiếu chờ "
                          "lâu nhất ở trên. Trong khi chờ, hồ sơ vẫn do nơi chuyển theo dõi và các thời hạn "
                          "vẫn tính tiếp."));
    content.set("has_rows", !rows.empty()).set("rows", View(std::move(rows)));
    content.set("empty_heading", "Không có phiếu chuyển nào đang chờ");
    content.set("empty_text", "Khi người xin vào Đảng hoặc đảng viên dự bị chuyển đơn vị, lập phiếu chuyển từ trang hồ "
                              "sơ của người đó.");
    content.set("empty_href", "/ho-so").set("empty_label", "Xem hồ sơ kết nạp");
    content.set("paging", paging({.first = 1,
                                  .shown = lines.size(),
                                  .total = total,
                                  .noun = "phiếu chuyển",
                                  .exports_path = "/phieu-chuyen"}));
    return site.page(request, {.view = "dossier_lists/moves", .title = "Phiếu chuyển", .section = "phieu-chuyen"},
                     std::move(content));
}

Result<TableStream> move_rows(Site& site, const Request& request)
{
    return export_open_moves(site.app(), asking(request));
}

Result<Response> acceptance(Site& site, const Request& request)
{
    return acceptance_page(site, request, TRY(open_slip(site, request, &MoveLine::may_accept)), nullptr);
}

Result<Response> accept(Site& site, const Request& request)
{
    auto line = TRY(open_slip(site, request, &MoveLine::may_accept));
    FormReader form(request.form);
    auto version = form.number("version", Need::required);
    auto on = form.date("on", Need::required);
    if (auto wrong = form.problem())
        return acceptance_page(site, request, line, &*wrong);
    auto accepted = accept_move(site.app(), asking(request), line.move.id, *version, *on);
    if (!accepted)
        return acceptance_page(site, request, line, &accepted.error());
    return site.redirect_with(request, dossiers::path_of(line.move.dossier),
                              fmt::format("Đã tiếp nhận hồ sơ của {}.", line.person_name));
}

Result<Response> return_form(Site& site, const Request& request)
{
    return return_page(site, request, TRY(open_slip(site, request, &MoveLine::may_take_back)), nullptr);
}

Result<Response> take_back(Site& site, const Request& request)
{
    auto line = TRY(open_slip(site, request, &MoveLine::may_take_back));
    FormReader form(request.form);
    auto version = form.number("version", Need::required);
    auto on = form.date("on", Need::required);
    auto reason = form.note("reason", Need::required);
    if (auto wrong = form.problem())
        return return_page(site, request, line, &*wrong);
    auto taken = take_back_move(site.app(), asking(request), line.move.id, *version, *on, reason);
    if (!taken)
        return return_page(site, request, line, &taken.error());
    return site.redirect_with(
        request, "/phieu-chuyen",
        fmt::format("Phiếu chuyển của {} đã hết hiệu lực; hồ sơ ở lại {}.", line.person_name, line.from_name));
}

} // namespace phusa::web::dossier_lists
