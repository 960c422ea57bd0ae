#include "web/dossiers/address.hpp"
#include "web/dossiers/asked.hpp"
#include "web/dossiers/handlers.hpp"
#include "web/dossiers/vote_page.hpp"
#include "web/http/static_files.hpp"

#include <fmt/core.h>

#include <utility>

namespace phusa::web::dossiers
{

namespace
{

struct AskedVote {
    DossierView view;
    Matter about = Matter::admission;
};

Result<AskedVote> asked_vote(Site& site, const Request& request)
{
    auto view = TRY(asked_dossier(site, request));
    auto about = matter_of_slug(request.route_text("about"));
    if (!about)
        return problem(Problem::Kind::not_found, "Không có loại biểu quyết này. Hãy mở lại hồ sơ.");
    if (!may_record(view, key_of(ActKind::cell_vote)))
        return problem(
            Problem::Kind::refused,
            "Biểu quyết do chi bộ ghi: bí thư chi bộ hoặc văn phòng cấp uỷ cơ sở. Anh/chị không được giao việc này.");
    return AskedVote{std::move(view), *about};
}

std::string heading_of(Matter about)
{
    switch (about) {
    case Matter::admission:
        return "Chi bộ biểu quyết: kết nạp";
    case Matter::recognition:
        return "Chi bộ biểu quyết: công nhận chính thức";
    case Matter::removal:
        return "Chi bộ biểu quyết: xoá tên";
    }
    std::unreachable();
}

ActPage page_for(const AskedVote& asked)
{
    const auto& id = asked.view.dossier.id;
    return {
        .heading = heading_of(asked.about),
        .lead =
            "Biểu quyết từng người một, bằng phiếu kín trên giấy; trang này ghi kết quả đã đếm. Cần ít nhất hai phần "
            "ba tổng số đảng viên chính thức của chi bộ, không phải của người có mặt.",
        .action = vote_path(id, asked.about),
        .submit_label = "Ghi kết quả vào hồ sơ",
        .cancel_href = path_of(id),
        .draft = fmt::format("vote-{}-{}", id.value, slug_of(asked.about)),
        .seen = asked.view.revision};
}

RecordedAct blank_vote(const AskedVote& asked, Date today)
{
    RecordedAct act{.dossier = asked.view.dossier.id};
    act.act.kind = ActKind::cell_vote;
    act.act.about = asked.about;
    act.act.on = today;
    return act;
}

std::string done_message(const RecordedAct& act)
{
    auto base = base_of(act.act.cell);
    return fmt::format(
        "Đã ghi biểu quyết ngày {}: {}/{} tán thành, {}. Câu ghi biên bản và nghị quyết ở ngay bên dưới.",
        act.act.on.vietnamese(), act.act.cell.in_favour, base.base, is_carried(act.act.cell) ? "đạt" : "không đạt");
}

// Reckons only, for a form on the way: the arithmetic alone for a script, else the whole page.
Response reckoned(Site& site, const Request& request, const AskedVote& asked, const VotePaper& paper)
{
    if (request.wants_fragment()) {
        auto icons = View().set("icons_svg", asset_path("icons.svg"));
        return html(render("dossiers/vote_result",
                           vote_result(paper, request.form).set("assets", std::move(icons)).set("is_fragment", true)));
    }
    auto page = page_for(asked);
    page.typed = request.form;
    return vote_page(site, request, asked.view, paper, page);
}

} // namespace

Result<Response> vote(Site& site, const Request& request)
{
    auto asked = TRY(asked_vote(site, request));
    auto page = page_for(asked);
    page.typed = typed_of_vote(blank_vote(asked, site.app().today()));
    if (request.query.text("cach") == "so")
        page.typed.add("cach", "so");
    auto paper = vote_paper(site, request, asked.view, asked.about, page.typed);
    return vote_page(site, request, asked.view, paper, page);
}

Result<Response> record_vote(Site& site, const Request& request)
{
    auto asked = TRY(asked_vote(site, request));
    auto paper = vote_paper(site, request, asked.view, asked.about, request.form);
    auto what = request.form.text("lam");
    if (what == "tinh" || what == "ngay")
        return reckoned(site, request, asked, paper);
    auto act = blank_vote(asked, site.app().today());
    FormReader reader(request.form);
    read_vote(reader, request.form, paper, act);
    auto seen = reader.number("seen");
    if (asked.view.may_record_past_facts)
        act.past_reason = reader.note("past_reason");
    auto page = page_for(asked);
    page.typed = request.form;
    auto problem = reader.problem();
    auto again = [&](const Problem* wrong) {
        page.problem = wrong;
        return vote_page(site, request, asked.view, paper, page);
    };
    if (problem)
        return again(&*problem);
    bool is_trial = what == "kiem-tra";
    auto recorded = is_trial ? try_act(site.app(), asking(request), asked.view.dossier.id, act)
                             : record_act(site.app(), asking(request), asked.view.dossier.id, act, seen);
    if (!recorded)
        return again(&recorded.error());
    if (is_trial) {
        page.tried = std::move(*recorded);
        return again(nullptr);
    }
    return site.redirect_with(request, path_of(asked.view.dossier.id, recorded->id), done_message(act));
}

} // namespace phusa::web::dossiers
