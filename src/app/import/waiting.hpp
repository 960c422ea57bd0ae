#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/import/import.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>

// A file that somebody uploaded and has not decided on yet: sealed, in the data folder, for an hour at most.
namespace phusa
{

// The token by which the same person finds it again.
std::string keep_upload(App& app, const Actor& actor, std::string_view name, std::string_view bytes);
// The Problem says that it is gone and is to be sent again; nobody finds what another one sent.
Result<ImportFile> open_upload(App& app, const Actor& actor, std::string_view token);
void drop_upload(App& app, std::string_view token);

} // namespace phusa
