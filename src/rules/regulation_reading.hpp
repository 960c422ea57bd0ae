#pragma once

#include "rules/file_reader.hpp"
#include "rules/regulation.hpp"

namespace phusa
{

// The table [[regulation]] of one regulation: what regulations.toml and an added rulebook have in common.
Regulation read_regulation(FileReader& reader);

} // namespace phusa
