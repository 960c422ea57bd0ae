#include "app/rulebooks/setting.hpp"

#include "web/dossier_lists/query.hpp"
#include "web/layout/form_view.hpp"
#include "web/rulebooks/handlers.hpp"
#include "web/rulebooks/looks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::rulebooks
{

namespace
{

// What is to be set: one rule of a regulation, or, without one, the days of the regulation itself.
struct Asked {
    RulebookView book;
    const RuleView* rule = nullptr; // in `book`

    std::string path() const { return path_of(book) + "/dat"; }
    std::string title() const { return rule ? rule->title : "Số, ngày của văn bản"; }
};

Result<Asked> asked_of(Site& site, const Request& request, const Fields& fields)
{
    TRY_DO(pass_setting(site, request));
    Asked asked{.book = TRY(show_rulebook(site.app(), request.route_text("so")))};
    auto key = fields.text("quy_tac");
    if (key.empty())
        return asked;
    auto found =
        std::ranges::find(asked.book.rules, rule(key), [](const RuleView& each) { return std::optional(each.rule); });
    if (found == asked.book.rules.end())
        return problem(Problem::Kind::not_found, "Không có quy tắc này.");
    asked.rule = &*found;
    return asked;
}

std::vector<std::string> keys_of(const Asked& asked)
{
    if (!asked.rule)
        return {"issued", "in_force_from"};
    std::vector<std::string> keys;
    for (const auto& value : asked.rule->values)
        keys.push_back(value.key);
    keys.emplace_back("clause");
    return keys;
}

RuleWish wish_of(const Asked& asked, const Fields& fields)
{
    RuleWish wish{.slug = asked.book.slug, .rule = {}, .values = {}, .note = std::string(fields.text("note"))};
    if (asked.rule)
        wish.rule = asked.rule->rule;
    for (const auto& key : keys_of(asked))
        if (auto typed = fields.get(key))
            wish.values.emplace_back(key, *typed);
    return wish;
}

// The same question as fields of an address or of the form that confirms it.
Fields fields_of(const RuleWish& wish)
{
    Fields fields;
    if (wish.rule)
        fields.add("quy_tac", std::string(key_of(*wish.rule)));
    for (const auto& [key, value] : wish.values)
        fields.add(key, value);
    fields.add("note", wish.note);
    return fields;
}

void add_rule_fields(FormView& form, const RuleView& rule)
{
    for (const auto& value : rule.values) {
        auto label = capitalised(value.title);
        if (value.choices.empty()) {
            form.text(value.key, label, {.required = true, .value = value.value, .is_short = true});
            continue;
        }
        std::vector<FormChoice> choices;
        for (const auto& [key, title] : value.choices)
            choices.push_back({key, title});
        form.radios(value.key, label, choices, {.required = true, .value = value.value});
    }
    form.text(
        "clause", "Điều, khoản của văn bản",
        {.hint = "Ví dụ: khoản 4.3. Để trống nếu chưa biết; giấy tờ khi đó chỉ ghi số văn bản.", .value = rule.clause});
}

View form_view(const Asked& asked, const Fields& typed, const Problem* problem)
{
    FormView form(path_of(asked.book) + "/anh-huong", "Xem ai bị ảnh hưởng", typed, problem);
    form.cancel(path_of(asked.book));
    if (asked.rule) {
        form.hidden("quy_tac", std::string(key_of(asked.rule->rule)));
        add_rule_fields(form, *asked.rule);
    } else {
        form.date("issued", "Ngày ban hành", {.required = true, .value = asked.book.issued.vietnamese()})
            .date("in_force_from", "Có hiệu lực từ ngày",
                  {.required = true, .value = asked.book.in_force_from.vietnamese()});
    }
    form.longer("note", "Căn cứ",
                {.hint = "Số, ngày của văn bản đã đối chiếu, hoặc ai xác nhận. Để nguyên các trị số ở "
                         "trên và ghi căn cứ là xác nhận như đang ghi.",
                 .required = true});
    return form.view();
}

Response form_page(Site& site, const Request& request, const Asked& asked, const Fields& typed, const Problem* problem)
{
    View content;
    content.set("head", page_head(asked.title(), "Quy định " + asked.book.number,
                                  "Xác nhận như đang ghi, hoặc đặt lại. Bước sau cho thấy hồ sơ, thời hạn và giấy tờ "
                                  "nào thay đổi, rồi mới lưu."));
    View::List facts;
    if (asked.rule) {
        add_fact(facts, "Đang ghi", asked.rule->summary);
        add_fact(facts, "Căn cứ đang ghi", asked.rule->citation);
        add_fact(facts, "Độ chắc", asked.rule->confidence);
        add_fact(facts, "Nguồn", asked.rule->source);
        add_fact(facts, "Ghi chú", asked.rule->note);
    } else {
        add_fact(facts, "Số", asked.book.number);
        add_fact(facts, "Độ chắc", asked.book.confidence);
        add_fact(facts, "Nguồn", asked.book.source);
        add_fact(facts, "Ghi chú", asked.book.note);
    }
    content.set("facts", View(std::move(facts))).set("form", form_view(asked, typed, problem));
    auto page = page_of("rulebooks/setting", asked.title(), {{asked.book.number, path_of(asked.book)}});
    return problem ? site.form_again(request, page, std::move(content), *problem)
                   : site.page(request, page, std::move(content));
}

bool is_to_mend(const Problem& problem) { return problem.kind == Problem::Kind::invalid; }

View wish_facts(const Asked& asked, const RuleWish& wish)
{
    View::List facts;
    add_fact(facts, "Đang ghi",
             asked.rule ? asked.rule->summary
                        : fmt::format("ban hành {}, có hiệu lực từ {}", asked.book.issued.vietnamese(),
                                      asked.book.in_force_from.vietnamese()));
    for (const auto& [key, value] : wish.values) {
        std::string label = key == "issued"          ? "Ngày ban hành"
                            : key == "in_force_from" ? "Có hiệu lực từ"
                                                     : "Điều, khoản";
        auto shown = value;
        if (asked.rule)
            for (const auto& each : asked.rule->values)
                if (each.key == key) {
                    label = "Đặt: " + each.title;
                    for (const auto& [choice, title] : each.choices)
                        if (choice == value)
                            shown = title;
                }
        add_fact(facts, label, shown);
    }
    add_fact(facts, "Căn cứ", wish.note);
    return View(std::move(facts));
}

} // namespace

Result<Response> form(Site& site, const Request& request)
{
    return form_page(site, request, TRY(asked_of(site, request, request.query)), {}, nullptr);
}

Result<Response> preview(Site& site, const Request& request)
{
    auto asked = TRY(asked_of(site, request, request.query));
    auto wish = wish_of(asked, request.query);
    auto page = impact_page(request);
    auto impacts = preview_rule(site.app(), asking(request), wish, page);
    if (!impacts && is_to_mend(impacts.error()))
        return form_page(site, request, asked, request.query, &impacts.error());
    if (!impacts)
        return std::unexpected(impacts.error());
    FormView save(asked.path(), "Lưu, có hiệu lực ngay");
    auto fields = fields_of(wish);
    for (const auto& [name, value] : fields.items())
        save.hidden(name, value);
    save.cancel(path_of(asked.book), "Không lưu");
    View content;
    content.set("head", page_head("Ai bị ảnh hưởng", fmt::format("Quy định {}, {}", asked.book.number, asked.title()),
                                  "Chưa có gì được lưu. Xem các hồ sơ thay đổi bên dưới rồi mới lưu."));
    content.set("facts", wish_facts(asked, wish)).set("impact", impact_of(*impacts)).set("save", save.view());
    content.set("has_rows", impacts->total > 0).set("table", impact_table(*impacts));
    content.set("paging", dossier_lists::paging_by_rows({.path = path_of(asked.book) + "/anh-huong",
                                                         .asked = fields,
                                                         .first = page.first,
                                                         .shown = impacts->rows.size(),
                                                         .total = impacts->total,
                                                         .noun = "hồ sơ"}));
    return site.page(request,
                     page_of("rulebooks/preview", "Ai bị ảnh hưởng", {{asked.book.number, path_of(asked.book)}}),
                     std::move(content));
}

Result<TableStream> preview_rows(Site& site, const Request& request)
{
    auto asked = TRY(asked_of(site, request, request.query));
    return export_rule_impacts(site.app(), asking(request), wish_of(asked, request.query));
}

Result<Response> set(Site& site, const Request& request)
{
    auto asked = TRY(asked_of(site, request, request.form));
    auto done = set_rule(site.app(), asking(request), wish_of(asked, request.form));
    if (!done && is_to_mend(done.error()))
        return form_page(site, request, asked, request.form, &done.error());
    if (!done)
        return std::unexpected(done.error());
    return site.redirect_with(request, path_of(asked.book),
                              fmt::format("Đã lưu: {}. Hồ sơ được xét theo đó từ bây giờ.", asked.title()));
}

} // namespace phusa::web::rulebooks
