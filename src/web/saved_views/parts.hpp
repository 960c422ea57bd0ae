#pragma once

#include "app/saved_views.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/site.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace phusa::web::saved_views
{

inline constexpr std::string_view list_path = "/bao-cao/cau-hoi";

// For the pages that answer saved questions: the form that saves this one (saved_views/saving) and the links to those
// saved before (saved_views/saved). `path` is the page's own.
void add_saving(View& content, Site& site, const Request& request, std::string_view path, std::string question);
void add_saved(View& content, Site& site, const Request& request);

// The address that asks the question again. Where it is about a unit that the reader does not see reports of, it is
// asked of the reader's own.
std::string address_of(Site& site, const Request& request, const SavedView& view);

// "bang-cheo" for its page; absent where the path is of no page that answers saved questions.
std::optional<std::string> report_of(std::string_view path);
// "Bảng chéo", of "bang-cheo".
std::string title_of_report(std::string_view report);

// The name and, for those who may share, the unit: fields `ten` and `chung`.
void add_fields(FormView& form, Site& site, const Request& request, const SavedView* view);

} // namespace phusa::web::saved_views
