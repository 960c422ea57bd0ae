#include "app/dossiers/files.hpp"
#include "app/dossiers/registers.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "web/dossier_lists/handlers.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/dossiers/address.hpp"
#include "web/layout/table_view.hpp"

#include <fmt/core.h>

#include <array>

namespace phusa::web::dossier_lists
{

namespace
{

struct Asked {
    std::optional<OrganisationId> organisation;
    std::size_t first = 0;

    Fields fields() const
    {
        Fields fields;
        if (organisation)
            fields.add("don_vi", std::to_string(organisation->value));
        return fields;
    }
};

Result<Asked> asked_of(const Fields& query)
{
    FormReader reader(query);
    refuse_unknown_keys(query, reader, {"don_vi", "dong"});
    Asked asked{.organisation = reader.id<struct Organisation>("don_vi"), .first = rows_passed_over(reader)};
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    return asked;
}

// "3/4", and what is missing.
CellLook papers_cell(const ProbationLine& line)
{
    const std::array papers = {
        std::pair{line.has_certificate, "giấy chứng nhận lớp đảng viên mới"},
        std::pair{line.has_self_review, "bản tự kiểm điểm"},
        std::pair{line.has_helper_remarks, "nhận xét của người giúp đỡ"},
        std::pair{line.has_opinions, "ý kiến nhận xét"},
    };
    std::size_t there = 0;
    std::string missing;
    for (auto [is_there, title] : papers) {
        there += is_there ? 1 : 0;
        if (!is_there)
            missing += (missing.empty() ? "còn thiếu: " : "; ") + std::string(title);
    }
    return {.text = fmt::format("{}/{}", there, papers.size()), .note = missing};
}

CellLook state_cell(const ProbationLine& line, Date today)
{
    auto days = days_between(today, line.ends);
    if (line.late)
        return {.badge = "Quá hạn", .tone = "bad"};
    if (line.stage == Stage::recognition_decision)
        return {.badge = "Chờ quyết định", .tone = "info"};
    if (days < 0)
        return {.badge = "Đã hết 12 tháng", .tone = "warn"};
    return {.note = fmt::format("còn {} ngày dự bị", vietnamese_number(days)), .badge = "Đang dự bị", .tone = "plain"};
}

View table_of(const ProbationPage& page, Date today)
{
    TableView table("Đảng viên dự bị");
    table.quiet_caption().cards();
    table.column("Họ và tên").column("Hết 12 tháng").column("Chi bộ xét chậm nhất").column("Giấy tờ xét công nhận");
    table.column("Người giúp đỡ").column("Tình trạng");
    table.empty("Không có đảng viên dự bị nào trong phạm vi này",
                "Sau lễ kết nạp, đảng viên mới có tên ở đây cho đến khi được công nhận chính thức.");
    for (const auto& line : page.rows)
        table.row({{.text = line.name, .href = dossiers::path_of(line.dossier), .note = line.cell_name},
                   {.text = line.ends.vietnamese(), .note = "kết nạp " + line.ceremony.vietnamese()},
                   {.text = line.vote_by ? line.vote_by->vietnamese() : ""},
                   papers_cell(line),
                   {.text = line.helper_name.empty() ? "chưa phân công" : line.helper_name},
                   state_cell(line, today)});
    return std::move(table).view();
}

std::string lead_of(const ProbationPage& page)
{
    auto late = page.late == 0 ? std::string("không ai quá hạn xét công nhận")
                               : fmt::format("{} người quá hạn xét công nhận", vietnamese_number(page.late));
    return fmt::format("{} người, {}. Xếp theo ngày hết 12 tháng dự bị.", vietnamese_number(page.total), late);
}

} // namespace

Result<Response> probation(Site& site, const Request& request)
{
    auto asked = TRY(asked_of(request.query));
    auto page = TRY(list_probation(site.app(), asking(request), asked.organisation, asked.first, limit::page_rows));
    View content;
    content.set("head", page_head("Đảng viên dự bị", {}, lead_of(page)));
    content.set("filters", unit_filter(site, request, "/du-bi", asked.organisation));
    content.set("table", table_of(page, site.app().today()));
    content.set("paging", paging_by_rows({.path = "/du-bi",
                                          .asked = asked.fields(),
                                          .first = asked.first,
                                          .shown = page.rows.size(),
                                          .total = page.total,
                                          .noun = "người"}));
    return site.page(request, {.view = "dossier_lists/register", .title = "Đảng viên dự bị", .section = "du-bi"},
                     std::move(content));
}

Result<TableStream> probation_rows(Site& site, const Request& request)
{
    auto asked = TRY(asked_of(request.query));
    return export_probation(site.app(), asking(request), asked.organisation);
}

} // namespace phusa::web::dossier_lists
