#pragma once

#include <filesystem>

namespace phusa
{

// For a child that reads files of strangers. Bounds memory, time and file size; the child ends with its parent.
void limit_resources();

// From now on, and for every thread that is started later: no new rights, no network, no other program; and, where the
// kernel knows Landlock, nothing is written but below `folder` and nothing read but the system's own files and
// `program`, where one is named.
void shut_in(const std::filesystem::path& folder, const std::filesystem::path& program = {});

} // namespace phusa
