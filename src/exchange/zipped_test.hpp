#pragma once

#include <map>
#include <string>

namespace phusa
{

enum class Packing : bool { deflated, stored };

// The bytes of a zip file with these parts; locked where there is a password.
std::string zipped(const std::map<std::string, std::string>& parts, const char* password = nullptr,
                   Packing packing = Packing::deflated);

} // namespace phusa
