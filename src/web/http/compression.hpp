#pragma once

#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <string>
#include <string_view>

namespace phusa::web
{

std::string gzipped(std::string_view bytes);

// Sends text bodies of a KB and more gzipped to who accepts that, at the fastest level. Streams, files and responses
// with `may_compress` off stay as they are.
void compress(const Request& request, Response& response);

} // namespace phusa::web
