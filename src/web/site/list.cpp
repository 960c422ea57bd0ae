#include "web/site/list.hpp"

#include <fmt/core.h>

namespace phusa::web
{

void add_list(Site& site, const std::string& path, PageHandler page, ListSource rows)
{
    site.get(path, std::move(page));
    auto name = path.substr(path.rfind('/') + 1);
    for (auto format : {ExportFormat::csv, ExportFormat::xlsx, ExportFormat::json}) {
        auto answer = [rows, format, name](Site& inside, const Request& request) -> Result<Response> {
            return file_of(TRY(rows(inside, request)), format, fmt::format("{}.{}", name, key_of(format)));
        };
        site.get(fmt::format("{}.{}", path, key_of(format)), answer);
    }
}

Response file_of(TableStream table, ExportFormat format, std::string_view filename)
{
    auto chunks = write_table(std::move(table), format);
    std::string content_type(content_type_of(format));
    if (format != ExportFormat::json)
        return download(std::string(filename), content_type, std::move(chunks));
    Response response;
    response.set("Content-Type", content_type);
    response.body = std::move(chunks);
    return response;
}

} // namespace phusa::web
