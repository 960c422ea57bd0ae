#pragma once

#include "app/rulebooks/views.hpp"
#include "rules/rulebook.hpp"

namespace phusa
{

// The rulebook at `place` of `books` as a page shows it on `today`.
RulebookView view_of(const Rulebooks& books, std::size_t place, Date today);
// "24-QĐ/TW" as a part of an address: "24-qd-tw".
std::string slug_of(std::string_view number);
// The place of the regulation with that slug.
Result<std::size_t> place_of_slug(const Rulebooks& books, std::string_view slug);
// All values of a rule in one line: "12 tháng"; "không xét" where it is not known.
std::string summary_of(const Rulebook& book, Rule rule);
// One value in words: "trung học cơ sở", "từ ngày ban hành quyết định", "03/04/2026".
std::string shown_value(std::optional<Rule> rule, std::string_view key, std::string_view value);
std::string title_of_value(std::optional<Rule> rule, std::string_view key);

} // namespace phusa
