#include "app/gate.hpp"
#include "app/kit/filing.hpp"
#include "app/kit/tray.hpp"
#include "base/number_text.hpp"
#include "web/kit/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa::web::kit
{

namespace
{

Response index_page(Site& site, const Request& request, std::size_t waiting, const Problem* problem)
{
    auto home = Gate(site.app(), asking(request)).home();
    View content;
    content.set("head", page_head("Quét giấy", {},
                                  "In giấy của chi bộ một lượt, mỗi trang có mã; ký xong quét cả tập thành một tệp "
                                  "PDF, gửi ở đây: từng giấy được tách ra và xếp vào đúng hồ sơ theo mã."));
    content.set("error", problem ? problem->message : std::string());
    content.set("waiting", waiting ? vietnamese_number(static_cast<std::int64_t>(waiting)) : std::string());
    content.set("print_href", home ? fmt::format("/to-chuc/{}/bo-giay", home->value) : std::string());
    Page look{.view = "kit/index", .title = "Quét giấy", .section = section};
    look.status = problem ? status_of(problem->kind) : 200;
    return site.page(request, look, std::move(content));
}

View filed_table(const BatchReport& report)
{
    TableView table("Giấy đã xếp vào hồ sơ");
    table.quiet_caption().cards().column("Giấy").column("Hồ sơ của").column("Số trang", true).column("Ghi chú");
    for (const auto& paper : report.filed)
        table.row(
            {{.text = paper.title, .href = fmt::format("/ho-so/{}/ban-quet/{}", paper.dossier.value, paper.scan.value)},
             {.text = paper.name, .href = fmt::format("/ho-so/{}", paper.dossier.value)},
             {.text = std::to_string(paper.pages), .numeric = true},
             {.text = paper.number > 1 ? fmt::format("Bản thứ {}; bản trước vẫn được giữ", paper.number) : ""}});
    table.empty("Chưa giấy nào được xếp", "Các trang chờ anh/chị xếp ở dưới.");
    return std::move(table).view();
}

// "Giấy còn thiếu trang: trang 3, 4" of the batch.
View::List reasons_of(const BatchReport& report)
{
    std::map<WhyWaiting, std::vector<int>> places;
    for (const auto& page : report.waiting)
        places[page.why].push_back(page.place);
    View::List reasons;
    for (const auto& [why, numbers] : places)
        reasons.push_back(
            View().set("why", std::string(title_of(why))).set("places", fmt::format("{}", fmt::join(numbers, ", "))));
    return reasons;
}

} // namespace

Result<Response> index(Site& site, const Request& request)
{
    auto waiting = TRY(waiting_count(site.app(), asking(request)));
    return index_page(site, request, waiting, nullptr);
}

Result<Response> send(Site& site, const Request& request)
{
    auto waiting = TRY(waiting_count(site.app(), asking(request)));
    Problem none{.message = "Hãy chọn tệp PDF đã quét."};
    if (request.files.empty() || request.files.front().content.empty())
        return index_page(site, request, waiting, &none);
    auto filed = file_batch(site.app(), asking(request), request.files.front().content);
    if (!filed)
        return index_page(site, request, waiting, &filed.error());
    return redirect_to(fmt::format("/ban-quet/lan/{}", filed->value));
}

Result<Response> batch(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct ScanBatch>("batch"));
    auto report = TRY(show_batch(site.app(), asking(request), id));
    auto reasons = reasons_of(report);
    View content;
    content.set("head", page_head(fmt::format("Lần quét lúc {}", vietnamese_time(report.batch.filed_at)), {},
                                  fmt::format("{} trang: {} giấy đã xếp vào hồ sơ, {} trang chờ xếp.",
                                              report.batch.pages, report.filed.size(), report.waiting.size())));
    content.set("table", filed_table(report));
    content.set("has_waiting", !reasons.empty()).set("reasons", View(std::move(reasons)));
    Page look{.view = "kit/batch", .title = "Lần quét", .section = section};
    look.crumbs = {{"Quét giấy", "/ban-quet"}};
    return site.page(request, look, std::move(content));
}

} // namespace phusa::web::kit
