#pragma once

#include "app/papers/templates.hpp"
#include "web/site/site.hpp"

#include <string>
#include <string_view>

namespace phusa::web::paper_forms
{

// All forms, and which templates of one's own units are in use.
Result<Response> index(Site& site, const Request& request);
// One form: its texts by set, templates sent, the form to send a new one, fields that may be used.
Result<Response> show(Site& site, const Request& request);
// A Word file: `bo` names the set, `ban` the version (0: the program's own).
Result<Response> file(Site& site, const Request& request);
// Takes a new version.
Result<Response> send(Site& site, const Request& request);
// The program's own template again.
Result<Response> withdraw(Site& site, const Request& request);

// Numbers and terms of one body, `don_vi` by its code: what was given before, what comes next.
Result<Response> numbers(Site& site, const Request& request);
Result<Response> tell_numbers(Site& site, const Request& request);
Result<Response> put_term(Site& site, const Request& request);
Result<Response> drop_term(Site& site, const Request& request);

inline constexpr std::string_view section = "mau-giay";
std::string path_of(std::string_view code); // "/mau-giay/6-knd"

} // namespace phusa::web::paper_forms
