#include "web/rulebooks/looks.hpp"

#include "app/gate.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "web/dossiers/address.hpp"
#include "web/rulebooks/handlers.hpp"
#include "web/site/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa::web::rulebooks
{

namespace
{

constexpr std::size_t lines_shown = 6;

std::string lines_in_cell(const std::vector<std::string>& lines)
{
    std::vector<std::string> shown(lines.begin(),
                                   lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), lines_shown)));
    if (lines.size() > lines_shown)
        shown.push_back(fmt::format("và {} thay đổi khác", lines.size() - lines_shown));
    return fmt::format("{}", fmt::join(shown, "; "));
}

View rule_view(const RuleView& rule, const std::string& set_path)
{
    return View()
        .set("rule_title", rule.title)
        .set("rule_key", key_of(rule.rule))
        .set("value", rule.summary)
        .set("since", rule.since ? rule.since->vietnamese() : std::string())
        .set("is_changed", rule.is_changed)
        .set("before", rule.before)
        .set("citation", rule.citation)
        .set("confidence", rule.confidence)
        .set("is_weak", rule.is_weak)
        .set("is_confirmed", rule.confidence_key == "province")
        .set("source", rule.source)
        .set("rule_note", rule.note)
        .set("set_label", rule.is_weak ? "Xác nhận hoặc đặt" : "Đặt lại")
        .set("set_href", set_path.empty() ? std::string() : fmt::format("{}?quy_tac={}", set_path, key_of(rule.rule)));
}

View tile(std::string_view label, std::int64_t number, std::string_view note)
{
    return View().set("label", label).set("number", vietnamese_number(number)).set("note", note);
}

} // namespace

std::string path_of(const RulebookView& view) { return "/quy-dinh/" + view.slug; }

std::string draft_path(std::string_view slug) { return fmt::format("/quy-dinh/du-thao/{}", slug); }

bool may_set(Site& site, const Request& request) { return may_anywhere(site.app(), asking(request), Right::set_rules); }

Result<void> pass_setting(Site& site, const Request& request)
{
    return Gate(site.app(), asking(request)).pass_anywhere(Right::set_rules);
}

CellLook state_look(RulebookState state)
{
    constexpr std::array<std::string_view, 4> tones = {"plain", "good", "info", "warn"};
    return {.badge = std::string(title_of(state)), .tone = std::string(tones[std::to_underlying(state)])};
}

View facts_of(const RulebookView& view)
{
    View::List facts;
    add_fact(facts, "Tên văn bản", view.title);
    add_fact(facts, "Cơ quan ban hành", view.issuer);
    add_fact(facts, "Ngày ban hành", view.issued.vietnamese());
    add_fact(facts, "Có hiệu lực từ", view.in_force_from.vietnamese());
    add_fact(facts, "Đến hết ngày", view.until ? view.until->vietnamese() : std::string());
    add_fact(facts, "Thay thế", view.replaces);
    add_fact(facts, "Hướng dẫn đi cùng", fmt::format("{}", fmt::join(view.guidance, "; ")));
    add_fact(facts, "Độ chắc của số, ngày", view.confidence);
    add_fact(facts, "Giấy tờ ghi là", view.on_paper);
    add_fact(facts, "Nguồn", view.source);
    add_fact(facts, "Ghi chú", view.note);
    return View(std::move(facts));
}

View rules_of(const RulebookView& view, const std::string& set_path)
{
    View::List rules;
    for (const auto& rule : view.rules)
        rules.push_back(rule_view(rule, set_path));
    return View(std::move(rules));
}

View differences_of(const RulebookView& view)
{
    TableView table(fmt::format("Khác so với {}", view.replaces));
    table.quiet_caption().cards().column("Quy tắc").column("Văn bản trước").column("Văn bản này").column("Điều, khoản");
    table.empty("Không có trị số nào khác văn bản trước");
    for (const auto& rule : view.rules)
        if (rule.is_changed)
            table.row({{.text = rule.title}, {.text = rule.before}, {.text = rule.summary}, {.text = rule.citation}});
    return std::move(table).view();
}

View impact_of(const RuleImpacts& impacts)
{
    auto sentence = impacts.total == 0 ? fmt::format("Đã xét {} hồ sơ đến ngày {}: không hồ sơ nào thay đổi.",
                                                     vietnamese_number(impacts.dossiers), impacts.as_of.vietnamese())
                                       : fmt::format("Đã xét {} hồ sơ đến ngày {}: {} hồ sơ thay đổi.",
                                                     vietnamese_number(impacts.dossiers), impacts.as_of.vietnamese(),
                                                     vietnamese_number(impacts.total));
    View::List tiles;
    tiles.push_back(tile("Hồ sơ thay đổi", impacts.total, "mỗi hồ sơ đếm một lần"));
    tiles.push_back(tile("Kết quả đối chiếu", impacts.findings, "thêm, bớt điều trái quy định hoặc điều kiện"));
    tiles.push_back(tile("Ngày, thời hạn", impacts.dates, "ngày sớm nhất, muộn nhất đổi"));
    tiles.push_back(tile("Căn cứ trên giấy tờ", impacts.papers, "giấy tờ ghi căn cứ khác đi"));
    return View().set("sentence", sentence).set("tiles", View(std::move(tiles)));
}

View impact_table(const RuleImpacts& impacts)
{
    TableView table("Hồ sơ thay đổi");
    table.quiet_caption().cards().column("Họ và tên").column("Kết quả đối chiếu").column("Ngày, thời hạn");
    table.column("Căn cứ trên giấy tờ");
    table.empty("Không hồ sơ nào thay đổi");
    for (const auto& each : impacts.rows)
        table.row({{.text = each.name, .href = dossiers::path_of(each.dossier), .note = each.cell_name},
                   {.text = lines_in_cell(each.findings)},
                   {.text = lines_in_cell(each.dates)},
                   {.text = lines_in_cell(each.papers)}});
    return std::move(table).view();
}

RuleImpactPage impact_page(const Request& request)
{
    auto row = FormReader(request.query).number("dong").value_or(1);
    return {.first = row > 1 ? static_cast<std::size_t>(row - 1) : 0, .rows = limit::page_rows};
}

std::string capitalised(const std::string& text)
{
    // The first code point is of one, two or three bytes.
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        ++length;
    return upper_case(text.substr(0, length)) + text.substr(length);
}

Page page_of(std::string_view view, std::string title, std::vector<std::pair<std::string, std::string>> crumbs)
{
    crumbs.insert(crumbs.begin(), {"Quy định", "/quy-dinh"});
    return {.view = view, .title = std::move(title), .section = section, .crumbs = std::move(crumbs)};
}

} // namespace phusa::web::rulebooks
