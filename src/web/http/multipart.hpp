#pragma once

#include "base/result.hpp"
#include "web/http/fields.hpp"
#include "web/http/request.hpp"

#include <string_view>
#include <vector>

namespace phusa::web
{

struct Multipart {
    Fields fields;
    std::vector<UploadedFile> files; // their contents point into the body that was parsed
};

// multipart/form-data (RFC 7578). `content_type` is the whole header, which names the boundary. Bounded by
// limit::request_fields_max and limit::request_files_max; parts that were cut off are refused.
Result<Multipart> parse_multipart(std::string_view content_type, std::string_view body);

} // namespace phusa::web
