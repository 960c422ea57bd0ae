#pragma once

#include "app/rulebooks/impact.hpp"
#include "app/rulebooks/views.hpp"
#include "web/layout/table_view.hpp"
#include "web/site/site.hpp"

#include <string>
#include <string_view>

// What the pages of this folder have in common.
namespace phusa::web::rulebooks
{

// "/quy-dinh/208-qd-tw"
std::string path_of(const RulebookView& view);
std::string draft_path(std::string_view slug);

bool may_set(Site& site, const Request& request);
// For pages that only the provincial commission opens.
Result<void> pass_setting(Site& site, const Request& request);

CellLook state_look(RulebookState state);
// What is known of the regulation itself.
View facts_of(const RulebookView& view);
// For rulebooks/rules: every rule. `set_path`: where a value is set, empty where the asker may not.
View rules_of(const RulebookView& view, const std::string& set_path);
// Rules that differ from the regulation before.
View differences_of(const RulebookView& view);

// For rulebooks/impact: the sentence, the numbers, the dossiers.
View impact_of(const RuleImpacts& impacts);
View impact_table(const RuleImpacts& impacts);
// The page of a list of impacts: which rows `dong` asks for.
RuleImpactPage impact_page(const Request& request);

// "số tháng" as the label of a field: "Số tháng".
std::string capitalised(const std::string& text);

Page page_of(std::string_view view, std::string title, std::vector<std::pair<std::string, std::string>> crumbs = {});

} // namespace phusa::web::rulebooks
