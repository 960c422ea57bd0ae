#pragma once

#include <string_view>

namespace phusa::web
{

// What a page may not do, because the Content-Security-Policy would stop it or a value could break out of its place:
// unquoted attributes with a value from a View, {{{raw}}} values other than `body` and `…_html`, <style>, style="",
// on…="" handlers, inline <script>, javascript: addresses, other delimiters than {{ }}.
//
// Throws std::runtime_error that names the file and line.
void check_template_rules(std::string_view name, std::string_view text);

} // namespace phusa::web
