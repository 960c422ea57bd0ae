#pragma once

#include <filesystem>

namespace phusa
{

// An empty folder below `folder` for what LibreOffice writes aside, of this process alone. It does not clean up when it
// is killed: what processes left that are gone goes here.
std::filesystem::path fresh_scratch(const std::filesystem::path& folder);

} // namespace phusa
