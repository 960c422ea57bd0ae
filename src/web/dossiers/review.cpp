#include "web/dossiers/act_page.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/findings.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

namespace phusa::web::dossiers
{

namespace
{

View texts_of(const std::vector<std::string>& lines)
{
    View::List shown;
    for (const auto& line : lines)
        shown.push_back(View(line));
    return View(std::move(shown));
}

View papers_in_words(const std::vector<PaperView>& papers)
{
    std::vector<std::string> lines;
    for (const auto& paper : papers)
        lines.push_back(paper.note.empty() ? paper.title : fmt::format("{}: {}", paper.title, paper.note));
    return texts_of(lines);
}

View part(std::string title, std::string_view none, View lines)
{
    bool is_empty = lines.list()->empty();
    return View()
        .set("part", std::move(title))
        .set("none", is_empty ? std::string(none) : std::string())
        .set("lines", std::move(lines));
}

View found_part(std::string title, std::string_view none, const std::vector<FindingView>& findings)
{
    std::vector<std::string> lines;
    for (const auto& finding : findings) {
        const auto& ground = finding.cited_on_paper;
        lines.push_back(ground.empty() ? finding.message : fmt::format("{} ({})", finding.message, ground));
    }
    return part(std::move(title), none, texts_of(lines));
}

View::List parts_of(const ReviewSheet& sheet)
{
    View::List parts;
    parts.push_back(found_part("Trái quy định, phải khắc phục", "Không có.", sheet.violations));
    parts.push_back(found_part("Quá hạn", "Không có.", sheet.late));
    parts.push_back(part("Giấy tờ còn thiếu", "Không thiếu.", papers_in_words(sheet.missing)));
    parts.push_back(part("Giấy tờ quá hạn dùng, phải làm lại", "Không có.", papers_in_words(sheet.stale)));
    if (!sheet.view.dossier.regimes.empty())
        parts.push_back(part("Trường hợp có quy định riêng", "Đã có đủ văn bản theo quy định riêng.",
                             texts_of(sheet.special_cases)));
    parts.push_back(part("Thư thẩm tra chưa được trả lời", "Không có.", texts_of(sheet.unanswered_letters)));
    parts.push_back(part("Việc đã làm trước đây, ghi dù trái quy định", "Không có.", texts_of(sheet.past_facts)));
    return parts;
}

View acts_table(const DossierView& view)
{
    TableView table("Các việc đã làm, theo thứ tự thời gian");
    table.compact().column("Ngày").column("Việc").column("Số văn bản").column("Quy định áp dụng");
    table.empty("Chưa ghi việc nào");
    for (auto act = view.acts.rbegin(); act != view.acts.rend(); ++act)
        table.row({{.text = act->act.act.on.vietnamese()},
                   {.text = act->title, .note = act->is_set_aside ? "không còn dùng" : act->who_name},
                   {.text = act->act.paper.number},
                   {.text = act->regulation_on_paper}});
    return std::move(table).view();
}

} // namespace

Result<Response> review(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    auto sheet = TRY(review_dossier(site.app(), asking(request), id));
    const auto& view = sheet.view;
    View content;
    content.set("upper", view.grassroots.id == view.cell.id ? std::string() : view.grassroots.name)
        .set("cell", view.cell.name)
        .set("on",
             fmt::format("ngày {:02} tháng {:02} năm {}", view.as_of.day(), view.as_of.month(), view.as_of.year()))
        .set("name", view.person.name)
        .set("born", view.person.born.vietnamese())
        .set("stage", fmt::format("{}, từ ngày {}", title_of(view.stage.stage), view.stage.since.vietnamese()))
        .set("conclusion", sheet.conclusion)
        .set("parts", View(parts_of(sheet)))
        .set("table", acts_table(view))
        .set("dossier_href", path_of(id));
    return dossier_page(site, request, view, "dossiers/review", "Phiếu soát xét hồ sơ", std::move(content));
}

} // namespace phusa::web::dossiers
