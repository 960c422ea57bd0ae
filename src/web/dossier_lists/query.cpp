#include "web/dossier_lists/query.hpp"

#include "app/reminders/naming.hpp"
#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/unit_choices.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossier_lists
{

void refuse_unknown_keys(const Fields& query, FormReader& reader, std::initializer_list<std::string_view> known)
{
    for (const auto& [name, value] : query.items())
        if (std::ranges::find(known, name) == known.end())
            reader.wrong(shortened(name, limit::account_name_length_max),
                         fmt::format("Địa chỉ có mục “{}” mà danh sách này không biết.",
                                     shortened(clean_text(name), limit::account_name_length_max)));
}

std::size_t rows_passed_over(FormReader& reader)
{
    auto first = reader.number("dong");
    if (!first)
        return 0;
    if (*first < 1 || *first > static_cast<std::int64_t>(limit::export_rows_max)) {
        reader.wrong("dong", "Danh sách không có dòng này; hãy quay lại trang đầu của danh sách.");
        return 0;
    }
    return static_cast<std::size_t>(*first) - 1;
}

std::string with_query(std::string_view path, const Fields& query)
{
    return query.empty() ? std::string(path) : fmt::format("{}?{}", path, query.urlencoded());
}

View paging_by_rows(const RowPaging& look)
{
    auto from_row = [&](std::size_t passed_over) {
        auto there = look.asked;
        if (passed_over > 0)
            there.add("dong", std::to_string(passed_over + 1));
        return with_query(look.path, there);
    };
    bool has_more = static_cast<std::int64_t>(look.first + look.shown) < look.total;
    return paging({.first = look.first + 1,
                   .shown = look.shown,
                   .total = look.total,
                   .noun = look.noun,
                   .previous_href =
                       look.first > 0 ? from_row(look.first - std::min(look.first, limit::page_rows)) : std::string(),
                   .next_href = has_more && look.shown > 0 ? from_row(look.first + look.shown) : std::string(),
                   .exports_path = look.path,
                   .exports_query = look.asked.urlencoded()});
}

void add_unit_field(FormView& form, Site& site, const Request& request, std::optional<OrganisationId> asked)
{
    auto units = unit_choices(site.app(), asking(request), Right::see_dossiers, asked);
    constexpr std::size_t all_and_one = 2;
    bool many = units.size() > short_unit_list_max;
    if (asked || units.size() > all_and_one)
        form.select("don_vi", "Đơn vị", units, {.searchable = many});
}

View unit_filter(Site& site, const Request& request, const std::string& path, std::optional<OrganisationId> asked)
{
    Fields typed;
    View::List chips;
    if (asked) {
        typed.add("don_vi", std::to_string(asked->value));
        chips.push_back(chip(unit_name(site.app(), *asked), path));
    }
    FormView filter(path, "Lọc", typed);
    add_unit_field(filter, site, request, asked);
    auto view = filter.view();
    if (view.find("fields")->list()->empty())
        return View(View::List{});
    bool has_chips = !chips.empty();
    view.set("has_chips", has_chips).set("chips", View(std::move(chips))).set("clear_href", "").set("found", "");
    return View(View::List{std::move(view)});
}

View chip(std::string label, std::string remove_href)
{
    return View().set("label", std::move(label)).set("remove_href", std::move(remove_href));
}

std::string days_in_words(int days_left) { return days_words(days_left); }

} // namespace phusa::web::dossier_lists
