#pragma once

#include "base/sealing.hpp"

#include <filesystem>

namespace phusa
{

// Where the site's key lies: outside the database, so that a stolen database opens nothing.
std::filesystem::path site_key_path(const std::filesystem::path& data_folder);

// Reads the key of the site, or makes one on first use (mode 0600). Throws std::runtime_error, saying what to do, when
// the file has the wrong size, or when anybody but its owner can read it.
SecretKey site_key(const std::filesystem::path& data_folder);

// Makes the data folder (mode 0700) where there is none.
void make_data_folder(const std::filesystem::path& data_folder);

} // namespace phusa
