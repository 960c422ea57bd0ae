#pragma once

#include "base/result.hpp"
#include "domain/act.hpp"

#include <boost/json.hpp>

#include <string>

namespace phusa
{

// One act in the form of DESIGN §6. `place` is where it stands: "acts[3]". Only for the .cpp files of this folder.
Result<Act> read_act(const boost::json::value& value, std::string place);

} // namespace phusa
