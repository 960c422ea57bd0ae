#pragma once

#include <string_view>

namespace phusa
{

// Whether a long password is one that is tried first: a word everybody uses with digits or signs around it
// ("matkhau123456", "Vietnam@2026!"), a run of keys, or a few characters over and over. Case and accents do not matter.
bool is_common_password(std::string_view password);

} // namespace phusa
