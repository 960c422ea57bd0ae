#pragma once

#include <filesystem>

namespace phusa
{

// An empty file of its own in the folder, mode 0600. Throws std::runtime_error where none can be made.
std::filesystem::path make_own_file(const std::filesystem::path& folder);

} // namespace phusa
