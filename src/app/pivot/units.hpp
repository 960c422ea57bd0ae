#pragma once

#include "app/pivot/dimensions.hpp"

namespace phusa
{

// The dimensions that follow from where in the tree an admission lies. False where `key` is none of them.
bool fill_from_tree(PivotDimension& dimension, const PivotFrame& frame);

} // namespace phusa
