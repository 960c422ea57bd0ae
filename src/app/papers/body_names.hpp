#pragma once

#include "domain/organisation.hpp"

#include <span>
#include <string>
#include <string_view>

namespace phusa
{

// The committee of a party organisation: "Đảng bộ tỉnh Sông Bồi" → "Tỉnh uỷ Sông Bồi", "Đảng bộ xã Bồi Hạ" → "Đảng uỷ
// xã Bồi Hạ". A cell is its own body.
std::string committee_name(std::string_view organisation);
// How its sign stands in numbers: TU, HU, ThU of a town, ĐU, CB. Weak: offices write ThU and TU for a town.
std::string_view committee_sign(const Organisation& organisation);
// "Đoàn TNCS Hồ Chí Minh xã Bồi Hạ" → "Đoàn xã Bồi Hạ".
std::string short_union_name(std::string_view name);
// Where its papers are dated: "Bồi Hạ" for Đảng bộ xã Bồi Hạ; for a unit without a place of its own that of the nearest
// unit above. `path` goes from the top down to it; empty where none is known.
std::string place_name(std::span<const Organisation> path);

} // namespace phusa
