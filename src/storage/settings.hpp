#pragma once

#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace phusa::storage
{

std::optional<std::string> setting(Session& session, std::string_view key);
void set_setting(Transaction& transaction, std::string_view key, std::string_view value);

} // namespace phusa::storage
