#include "base/number_text.hpp"
#include "web/http/percent.hpp"
#include "web/imports/handlers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace phusa::web::imports
{

namespace
{

constexpr std::size_t remarks_shown = 500;

// What is asked about a waiting file: in the address, or in the form that was sent.
ImportWish wish_of(const Request& request, const Fields& fields)
{
    ImportWish wish{.kind = import_kind(fields.text("kind")).value_or(ImportKind::members),
                    .org = std::string(fields.text("org")),
                    .sheet = std::string(fields.text("sheet")),
                    .columns = {},
                    .dry_run = true,
                    .progress = {}};
    for (const auto& [name, value] : request.form.items()) {
        constexpr std::string_view prefix = "cot-";
        std::size_t index = 0;
        if (!name.starts_with(prefix))
            continue;
        auto [end, error] = std::from_chars(name.data() + prefix.size(), name.data() + name.size(), index);
        if (error == std::errc{} && end == name.data() + name.size())
            wish.columns.emplace(index, value);
    }
    return wish;
}

std::string query_of(const ImportWish& wish)
{
    return fmt::format("kind={}&org={}&sheet={}", key_of(wish.kind), percent_encoded(wish.org),
                       percent_encoded(wish.sheet));
}

std::string said_how(std::string_view how)
{
    if (how == "by_head")
        return "Nhận ra";
    if (how == "misspelt")
        return "Nhận ra dù viết khác";
    if (how == "remembered")
        return "Như lần trước";
    if (how == "by_hand")
        return "Đã chọn";
    if (how == "left_out")
        return "Bỏ qua";
    return "Chưa nhận ra: sẽ bỏ qua";
}

View choices_for(ImportKind kind, const ImportedColumn& column)
{
    View::List choices;
    choices.push_back(View().set("value", "").set("label", "(không đọc cột này)").set("chosen", column.key.empty()));
    for (const auto& known : columns_of(kind))
        choices.push_back(
            View().set("value", known.key).set("label", known.title).set("chosen", column.key == known.key));
    return View(std::move(choices));
}

View columns_view(const ImportWish& wish, const ImportOutcome& outcome)
{
    View::List columns;
    for (const auto& column : outcome.columns) {
        std::string example;
        for (const auto& row : outcome.first_rows)
            if (example.empty() && column.index < row.cells.size())
                example = row.cells[column.index];
        bool is_unread = column.key.empty();
        columns.push_back(View()
                              .set("name", fmt::format("cot-{}", column.index))
                              .set("letters", column.letters)
                              .set("head", column.head.empty() ? "(không có tiêu đề)" : column.head)
                              .set("example", example)
                              .set("how", said_how(column.how))
                              .set("tone", is_unread                  ? "plain"
                                           : column.how == "misspelt" ? "warn"
                                                                      : "good")
                              .set("choices", choices_for(wish.kind, column)));
    }
    return View(std::move(columns));
}

View remarks_table(std::string caption, const std::vector<ImportRemark>& remarks)
{
    TableView table(std::move(caption));
    table.quiet_caption().cards();
    table.column("Dòng").column("Cột").column("Giá trị").column("Cần làm gì");
    for (std::size_t i = 0; i < std::min(remarks.size(), remarks_shown); ++i)
        table.row({{.text = std::to_string(remarks[i].row)},
                   {.text = remarks[i].column},
                   {.text = remarks[i].value},
                   {.text = remarks[i].message}});
    return std::move(table).view();
}

View first_rows_table(const ImportOutcome& outcome)
{
    TableView table("Các dòng đầu của bảng");
    table.quiet_caption().compact();
    table.column("Dòng");
    for (const auto& column : outcome.columns)
        table.column(column.title.empty() ? column.letters : column.title);
    for (const auto& row : outcome.first_rows) {
        std::vector<CellLook> cells{{.text = std::to_string(row.row)}};
        for (const auto& cell : row.cells)
            cells.push_back({.text = cell});
        table.row(std::move(cells));
    }
    table.empty("Bảng không có dòng nào dưới tiêu đề", "Hãy chọn trang tính khác, hoặc xem lại tệp.");
    return std::move(table).view();
}

View sheets_view(const ImportFile& file, const std::string& chosen)
{
    View::List sheets;
    for (const auto& name : file.sheets())
        sheets.push_back(View().set("value", name).set("label", name).set("chosen", name == chosen));
    return View(std::move(sheets));
}

View tile(std::string_view label, std::int64_t number, std::string_view note)
{
    return View().set("label", label).set("number", vietnamese_number(number)).set("note", note);
}

void set_outcome(View& content, const ImportWish& wish, const ImportOutcome& outcome, const std::string& path)
{
    auto wrong = outcome.rows - outcome.ready;
    View::List tiles;
    tiles.push_back(tile("Ghi được", outcome.ready,
                         fmt::format("{} mới, {} cập nhật, {} giữ nguyên", vietnamese_number(outcome.added),
                                     vietnamese_number(outcome.updated), vietnamese_number(outcome.unchanged))));
    tiles.push_back(tile("Cần xem lại", static_cast<std::int64_t>(outcome.warnings.size()), "vẫn ghi được"));
    tiles.push_back(tile("Có lỗi", wrong, "không được ghi; sửa rồi nhập lại"));
    content.set("has_outcome", true).set("tiles", View(std::move(tiles)));
    content.set("columns", columns_view(wish, outcome)).set("first_rows", first_rows_table(outcome));
    content.set("head_row", std::to_string(outcome.head_row)).set("can_write", outcome.ready > 0);
    content.set("write_label", wrong > 0 ? fmt::format("Ghi {} dòng không lỗi", vietnamese_number(outcome.ready))
                                         : fmt::format("Ghi {} dòng", vietnamese_number(outcome.ready)));
    content.set("has_errors_listed", !outcome.errors.empty()).set("has_warnings", !outcome.warnings.empty());
    content.set("errors_table", remarks_table("Lỗi", outcome.errors));
    content.set("warnings_table", remarks_table("Cần xem lại", outcome.warnings));
    content.set("errors_more", outcome.errors.size() > remarks_shown);
    content.set("failing_href", fmt::format("{}/dong-loi?{}", path, query_of(wish)));
}

// Without an outcome: why the sheet cannot be read as it is, with the choices that may mend it.
Response page(Site& site, const Request& request, const ImportFile& file, const ImportWish& wish,
              const Result<ImportOutcome>& outcome)
{
    auto path = fmt::format("/nhap-du-lieu/tep/{}", request.route_text("token"));
    View content;
    content.set("head", page_head("Xem trước", file.name(),
                                  fmt::format("{}. Chưa có gì được ghi vào sổ.", title_of(wish.kind))));
    content.set("action", path).set("kind", key_of(wish.kind)).set("org", wish.org).set("sheet", wish.sheet);
    content.set("sheets", sheets_view(file, outcome ? outcome->sheet : wish.sheet));
    content.set("has_sheets", file.sheets().size() > 1);
    content.set("error", outcome ? std::string() : outcome.error().message).set("has_outcome", false);
    if (outcome)
        set_outcome(content, wish, *outcome, path);
    Page look{.view = "imports/preview", .title = "Xem trước", .section = section};
    look.crumbs.emplace_back("Nhập dữ liệu", "/nhap-du-lieu");
    look.status = outcome ? 200 : status_of(outcome.error().kind);
    auto response = site.page(request, look, std::move(content));
    return response;
}

} // namespace

Result<Response> preview(Site& site, const Request& request)
{
    auto file = TRY(open_upload(site.app(), asking(request), request.route_text("token")));
    auto wish = wish_of(request, request.query);
    return page(site, request, file, wish, import_sheet(site.app(), asking(request), file, wish));
}

Result<Response> write(Site& site, const Request& request)
{
    auto token = request.route_text("token");
    auto file = TRY(open_upload(site.app(), asking(request), token));
    auto wish = wish_of(request, request.form);
    wish.dry_run = !request.form.has("write");
    auto outcome = import_sheet(site.app(), asking(request), file, wish);
    if (!outcome || !outcome->import_id)
        return page(site, request, file, wish, outcome);
    if (outcome->errors.empty())
        drop_upload(site.app(), token);
    auto where = fmt::format("/nhap-du-lieu/lan/{}?tep={}&{}", outcome->import_id->value,
                             outcome->errors.empty() ? "" : std::string(token), query_of(wish));
    return site.redirect_with(request, where,
                              fmt::format("Đã ghi {} dòng: {} mới, {} cập nhật.", vietnamese_number(outcome->written),
                                          vietnamese_number(outcome->added), vietnamese_number(outcome->updated)));
}

Result<Response> failing(Site& site, const Request& request)
{
    auto file = TRY(open_upload(site.app(), asking(request), request.route_text("token")));
    auto wish = wish_of(request, request.query);
    auto outcome = TRY(import_sheet(site.app(), asking(request), file, wish));
    auto bytes = TRY(failing_rows(file, outcome));
    return download("dong-co-loi.xlsx", std::string(content_type_of(ExportFormat::xlsx)), std::move(bytes));
}

} // namespace phusa::web::imports
