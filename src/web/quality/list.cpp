#include "app/quality/sheet.hpp"
#include "app/unit_names.hpp"
#include "base/number_text.hpp"
#include "web/layout/form_view.hpp"
#include "web/layout/table_view.hpp"
#include "web/people/address.hpp"
#include "web/quality/handlers.hpp"
#include "web/site/form.hpp"
#include "web/site/unit_choices.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::quality
{

namespace
{

std::optional<FaultGroup> group_with(std::string_view key)
{
    for (auto group : all_fault_groups())
        if (key_of(group) == key)
            return group;
    return std::nullopt;
}

std::vector<FormChoice> check_choices()
{
    std::vector<FormChoice> choices{{"", "Mọi loại lỗi"}};
    for (const auto& check : data_checks())
        choices.push_back({std::string(check.key), fmt::format("{}: {}", title_of(check.group), check.title)});
    return choices;
}

Fields fields_of(const FaultQuestion& question)
{
    Fields fields;
    if (question.organisation)
        fields.add("don_vi", std::to_string(question.organisation->value));
    if (!question.check.empty())
        fields.add("loi", question.check);
    if (question.group)
        fields.add("nhom", std::string(key_of(*question.group)));
    return fields;
}

View filters(Site& site, const Request& request, const FaultQuestion& question, std::int64_t total)
{
    FormView form("/chat-luong/danh-sach", "Lọc", fields_of(question));
    auto units = unit_choices(site.app(), asking(request), Right::change_people, question.organisation);
    bool is_long = units.size() > short_unit_list_max;
    form.select("don_vi", "Đơn vị", units, {.searchable = is_long});
    form.select("loi", "Loại lỗi", check_choices(), {.searchable = true});
    if (question.group && question.check.empty())
        form.hidden("nhom", std::string(key_of(*question.group)));
    View::List chips;
    if (question.group && question.check.empty()) {
        auto without = question;
        without.group.reset();
        chips.push_back(View().set("label", title_of(*question.group)).set("remove_href", list_path(without)));
    }
    bool has_chips = !chips.empty();
    return form.view()
        .set("has_chips", has_chips)
        .set("chips", View(std::move(chips)))
        .set("clear_href", "/chat-luong/danh-sach")
        .set("found", fmt::format("{} dòng", vietnamese_number(total)));
}

// Where the fault is put right.
CellLook mending(const FaultLine& line)
{
    if (line.other)
        return {.text = "So sánh hai hồ sơ", .href = comparison_path(line.person, line.other->person)};
    if (is_on_sheet(line.check->key) && line.is_in_cell)
        return {.text = "Ghi phần còn thiếu",
                .href = fmt::format("/to-chuc/{}/nhap-phieu#nguoi-{}", line.cell.value, line.person.value)};
    return {.text = "Mở hồ sơ", .href = people::path_of(line.person)};
}

TableView table_of(const FaultPage& page)
{
    TableView table("Dữ liệu cần rà soát");
    table.quiet_caption().cards();
    table.column("Họ và tên").column("Sinh ngày").column("Nơi sinh hoạt").column("Lỗi").column("Sửa ở đâu");
    for (const auto& line : page.rows) {
        std::string beside;
        if (line.other)
            beside = fmt::format("và {}, sinh {}, {}", line.other->name, line.other->born.vietnamese(),
                                 line.other->cell_name);
        table.row({{.text = line.name, .href = people::path_of(line.person), .note = beside},
                   {.text = line.born.vietnamese()},
                   {.text = line.cell_name,
                    .note = line.grassroots_name == line.cell_name ? std::string() : line.grassroots_name},
                   {.text = std::string(line.check->title), .note = std::string(line.check->advice)},
                   mending(line)});
    }
    table.empty("Không có gì cần rà soát", "Hãy chọn loại lỗi khác hoặc đơn vị khác.", "/chat-luong", "Về bảng chung");
    return table;
}

std::string page_path(const FaultQuestion& question, std::size_t first)
{
    auto fields = fields_of(question);
    if (first > 0)
        fields.add("tu", std::to_string(first));
    auto query = fields.urlencoded();
    return query.empty() ? "/chat-luong/danh-sach" : "/chat-luong/danh-sach?" + query;
}

View paging_of(const FaultQuestion& question, const FaultPage& page)
{
    auto end = page.first + page.rows.size();
    return paging({.first = page.rows.empty() ? 0 : page.first + 1,
                   .shown = page.rows.size(),
                   .total = page.total,
                   .noun = "dòng",
                   .previous_href = page.first == 0
                                        ? std::string()
                                        : page_path(question, page.first - std::min(page.first, question.rows)),
                   .next_href = static_cast<std::int64_t>(end) < page.total ? page_path(question, end) : std::string(),
                   .exports_path = "/chat-luong/danh-sach",
                   .exports_query = fields_of(question).urlencoded()});
}

} // namespace

Result<FaultQuestion> question_of(const Fields& query)
{
    FormReader reader(query);
    FaultQuestion question;
    question.organisation = reader.id<struct Organisation>("don_vi");
    question.check = reader.text("loi");
    question.group = reader.choice("nhom", group_with);
    auto first = reader.number("tu");
    if (auto wrong = reader.problem())
        return std::unexpected(*wrong);
    question.first = first && *first > 0 ? static_cast<std::size_t>(*first) : 0;
    if (!question.check.empty())
        question.group.reset();
    return question;
}

std::string list_path(const FaultQuestion& question) { return page_path(question, 0); }

Result<Response> list(Site& site, const Request& request)
{
    auto question = TRY(question_of(request.query));
    auto page = TRY(list_faults(site.app(), asking(request), question));
    auto check = data_check(question.check);
    std::string heading(check            ? data_checks()[*check].title
                        : question.group ? title_of(*question.group)
                                         : std::string_view("Dữ liệu cần rà soát"));
    View content;
    content.set("head", page_head(heading, question.organisation ? unit_name(site.app(), *question.organisation) : "",
                                  check ? std::string(data_checks()[*check].advice) : std::string()));
    content.set("filters", filters(site, request, question, page.total));
    content.set("table", table_of(page).view()).set("paging", paging_of(question, page));
    Page look{.view = "quality/list", .title = heading, .section = section};
    look.crumbs.emplace_back("Chất lượng dữ liệu",
                             question.organisation ? fmt::format("/chat-luong?don_vi={}", question.organisation->value)
                                                   : "/chat-luong");
    return site.page(request, look, std::move(content));
}

Result<TableStream> list_rows(Site& site, const Request& request)
{
    return export_faults(site.app(), asking(request), TRY(question_of(request.query)));
}

} // namespace phusa::web::quality
