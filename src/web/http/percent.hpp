#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace phusa::web
{

enum class Plus : bool { is_plus, is_space };

// "%C4%90" -> "Đ". nullopt for a broken %XX, a NUL, or bytes that are no UTF-8.
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);
// Everything but letters, digits and -._~ as %XX: safe as one part of a path or one value of a query.
std::string percent_encoded(std::string_view text);

} // namespace phusa::web
