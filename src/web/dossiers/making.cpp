#include "app/papers/making.hpp"

#include "app/papers/offered.hpp"
#include "app/papers/pdf.hpp"
#include "base/number_text.hpp"
#include "web/dossiers/address.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/format.h>

#include <charconv>

namespace phusa::web::dossiers
{

namespace
{

constexpr std::string_view docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view pdf_type = "application/pdf";

// What a button says: "form.act.ending", act 0 where there is none.
std::string choice_of(std::string_view code, std::optional<RecordedActId> act, std::string_view ending)
{
    return fmt::format("{}.{}.{}", code, act ? act->value : 0, ending);
}

std::string state_of(const OfferedPaper& paper)
{
    std::vector<std::string> parts;
    if (!paper.number.empty())
        parts.push_back("số " + paper.number);
    if (paper.made)
        parts.push_back(fmt::format("{} làm lúc {}", paper.made_by, vietnamese_time(paper.made_at)));
    if (paper.form->by_hand)
        parts.emplace_back("in trắng để viết tay");
    if (!paper.may_make)
        parts.emplace_back("do cơ quan ban hành làm");
    return fmt::format("{}", fmt::join(parts, "; "));
}

// Beside the minutes stands the button for everything that the meeting dealt with.
bool is_minutes(const OfferedPaper& paper)
{
    return paper.form->is_extra && paper.form->act == ActKind::cell_vote && paper.form->code.starts_with("BB-C");
}

View::List papers_view(const std::vector<OfferedPaper>& papers, bool has_pdf)
{
    View::List shown;
    for (const auto& paper : papers)
        shown.push_back(
            View()
                .set("code", paper.form->code)
                .set("title", paper.form->title)
                .set("anchor", paper.act ? fmt::format("viec-{}", paper.act->value) : std::string())
                .set("when", paper.on ? paper.on->vietnamese() : std::string("chưa ghi việc"))
                .set("signs", paper.form->signs)
                .set("set", paper.set_name)
                .set("state", state_of(paper))
                .set("may_make", paper.may_make)
                .set("docx", choice_of(paper.form->code, paper.act, "docx"))
                .set("pdf", has_pdf && paper.may_make ? choice_of(paper.form->code, paper.act, "pdf") : std::string())
                .set("meeting", has_pdf && paper.may_make && is_minutes(paper) && paper.act
                                    ? choice_of("hop", paper.act, "pdf")
                                    : std::string())
                .set("withdraw", paper.may_make && paper.made && paper.made->number > 0
                                     ? std::to_string(paper.made->id.value)
                                     : std::string()));
    return shown;
}

struct Choice {
    std::string code;
    std::optional<RecordedActId> act;
    bool is_pdf = false;
};

Result<Choice> read_choice(std::string_view text)
{
    auto last = text.rfind('.');
    auto middle = last == std::string_view::npos ? last : text.rfind('.', last - 1);
    if (middle == std::string_view::npos)
        return problem(Problem::Kind::invalid, "Hãy chọn giấy cần làm.");
    Choice choice{.code = std::string(text.substr(0, middle)), .act = {}, .is_pdf = text.substr(last + 1) == "pdf"};
    std::int64_t act = 0;
    auto number = text.substr(middle + 1, last - middle - 1);
    std::from_chars(number.data(), number.data() + number.size(), act);
    if (act > 0)
        choice.act = RecordedActId(act);
    return choice;
}

Result<std::vector<PaperFile>> made(App& app, const Actor& actor, DossierId id, const Choice& choice)
{
    if (choice.is_pdf && !has_pdf(app))
        return no_pdf();
    if (choice.code == "ho-so")
        return make_dossier_papers(app, actor, id);
    if (choice.code == "hop" && choice.act)
        return make_meeting_papers(app, actor, id, *choice.act);
    std::vector<PaperFile> papers;
    papers.push_back(TRY(make_paper(app, actor, {.code = choice.code, .dossier = id, .act = choice.act})));
    return papers;
}

} // namespace

Result<Response> paper_list(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    auto offered = TRY(offered_papers(site.app(), asking(request), id));
    View content;
    content
        .set("head",
             page_head("Giấy tờ", offered.name,
                       "Giấy làm từ điều đã ghi trong hồ sơ; chỗ chưa biết để dòng chấm cho viết tay. Giấy có số được "
                       "cấp số khi việc của nó đã ghi."))
        .set("has_pdf", offered.has_pdf)
        .set("action", path_of(id) + "/giay")
        .set("of_dossier", View(papers_view(offered.of_dossier, offered.has_pdf)))
        .set("of_process", View(papers_view(offered.of_process, offered.has_pdf)))
        .set("whole", offered.has_pdf ? choice_of("ho-so", {}, "pdf") : std::string())
        .set("numbers_href", "/so-van-ban?don_vi=" + offered.cell_code)
        .set("dossier_href", path_of(id));
    Page page{.view = "dossiers/making", .title = "Giấy tờ: " + offered.name, .section = "ho-so"};
    page.crumbs = {{offered.name, path_of(id)}};
    return site.page(request, page, std::move(content));
}

Result<Response> make(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    const auto actor = asking(request);
    TRY(offered_papers(site.app(), actor, id)); // whoever may not see it learns nothing of what a form should say
    auto choice = TRY(read_choice(request.form.text("lam")));
    auto papers = TRY(made(site.app(), actor, id, choice));
    auto name = papers.size() == 1 ? papers.front().file_name : fmt::format("Giấy tờ {}", id.value);
    if (!choice.is_pdf)
        return download(name + ".docx", std::string(docx_type), std::move(papers.front().docx));
    return download(name + ".pdf", std::string(pdf_type), TRY(pdf_of(site.app(), papers)));
}

Result<Response> take_back(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Dossier>("id"));
    auto paper = TRY(request.id<struct MadePaper>("paper"));
    TRY_DO(withdraw_paper(site.app(), asking(request), paper));
    return site.redirect_with(request, path_of(id) + "/giay",
                              "Đã thu hồi giấy; số của giấy được cấp lại cho giấy sau.");
}

} // namespace phusa::web::dossiers
