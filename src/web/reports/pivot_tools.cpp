#include "app/gate.hpp"
#include "web/reports/pivot_view.hpp"
#include "web/saved_views/parts.hpp"

#include <fmt/format.h>

namespace phusa::web::reports
{

namespace
{

std::string address(std::string_view path, const Fields& fields)
{
    return fmt::format("{}?{}", path, fields.urlencoded());
}

Fields without(const Fields& fields, std::string_view name)
{
    Fields left;
    for (const auto& [key, value] : fields.items())
        if (key != name)
            left.add(key, value);
    return left;
}

} // namespace

void add_filter_chips(View& content, const std::vector<PivotFilter>& filters, const std::vector<std::string>& words,
                      std::string_view path, const Fields& fields)
{
    // An indicator filter has one word for each of its values; any other filter has one.
    View::List chips;
    std::size_t said = 0;
    Fields bare = fields;
    for (const auto& filter : filters) {
        auto many = filter.key == indicator_key ? filter.values.size() : 1;
        std::vector<std::string> titles;
        for (std::size_t i = 0; i < many && said < words.size(); ++i)
            titles.push_back(words[said++]);
        bare = without(bare, "loc_" + filter.key);
        chips.push_back(View()
                            .set("label", fmt::format("{}", fmt::join(titles, "; ")))
                            .set("remove_href", address(path, without(fields, "loc_" + filter.key))));
    }
    content.set("has_chips", !chips.empty()).set("chips", View(std::move(chips)));
    content.set("clear_href", address(path, bare)).set("found", "");
}

void add_tools(View& content, Site& site, const Request& request, std::string_view path, const Fields& fields)
{
    View::List exports;
    for (auto [ending, label] : {std::pair{"csv", "CSV"}, std::pair{"xlsx", "Excel"}, std::pair{"json", "JSON"}})
        exports.push_back(
            View().set("label", label).set("href", fmt::format("{}.{}?{}", path, ending, fields.urlencoded())));
    content.set("exports", View(std::move(exports)));
    saved_views::add_saving(content, site, request, path, fields.urlencoded());
    saved_views::add_saved(content, site, request);
}

} // namespace phusa::web::reports
