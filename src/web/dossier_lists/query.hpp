#pragma once

#include "web/http/fields.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"
#include "web/site/site.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

// What the lists of this folder have in common: a unit (`don_vi`) and the number of the first row (`dong`, from 1).
namespace phusa::web::dossier_lists
{

// An unknown key is an error that names it: a misspelt filter would show too much.
void refuse_unknown_keys(const Fields& query, FormReader& reader, std::initializer_list<std::string_view> known);

// How many rows `dong` passes over.
std::size_t rows_passed_over(FormReader& reader);

// A list that is paged by the number of its rows. `asked` is its question without `dong`.
struct RowPaging {
    std::string path; // "/du-bi"
    Fields asked;
    std::size_t first = 0; // rows passed over
    std::size_t shown = 0;
    std::int64_t total = 0;
    std::string noun;
};
View paging_by_rows(const RowPaging& look);

// "/du-bi?don_vi=7"
std::string with_query(std::string_view path, const Fields& query);

// The filter with the one field that all lists have; left out where there is nothing to choose.
void add_unit_field(FormView& form, Site& site, const Request& request, std::optional<OrganisationId> asked);
// A filter of that field alone, with the unit as a chip: a list of one layout/filter_bar, or of none.
View unit_filter(Site& site, const Request& request, const std::string& path, std::optional<OrganisationId> asked);
// One chip of layout/filter_bar.
View chip(std::string label, std::string remove_href);

// "quá hạn 12 ngày", "hết hạn hôm nay", "còn 5 ngày".
std::string days_in_words(int days_left);

} // namespace phusa::web::dossier_lists
