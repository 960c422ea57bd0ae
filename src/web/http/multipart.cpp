#include "web/http/multipart.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "web/http/header_value.hpp"

#include <optional>

namespace phusa::web
{

namespace
{

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view unreadable =
    "Biểu mẫu gửi lên bị đứt quãng hoặc sai định dạng. Hãy tải lại trang rồi gửi lại.";

struct Part {
    std::string_view headers;
    std::string_view content;
};

std::unexpected<Problem> broken() { return problem(Problem::Kind::invalid, std::string(unreadable)); }

std::string_view header_of(std::string_view headers, std::string_view name)
{
    while (!headers.empty()) {
        auto end = std::min(headers.find(line_end), headers.size());
        auto line = headers.substr(0, end);
        auto colon = line.find(':');
        if (colon != std::string_view::npos && equal_ignoring_case(trimmed(line.substr(0, colon)), name))
            return trimmed(line.substr(colon + 1));
        headers.remove_prefix(std::min(end + line_end.size(), headers.size()));
    }
    return {};
}

// "C:\ho so\ly lich.docx" -> "ly lich.docx": some senders name whole paths.
std::string last_part(std::string_view filename)
{
    return std::string(filename.substr(filename.find_last_of("/\\") + 1));
}

bool is_clean(std::string_view text) { return is_valid_utf8(text) && !text.contains('\0'); }

// The next part, which must begin after a delimiter and its line end; nullopt after the last.
Result<std::optional<Part>> take_part(std::string_view& rest, std::string_view delimiter)
{
    if (rest.starts_with("--"))
        return std::nullopt;
    if (!rest.starts_with(line_end))
        return broken();
    auto end = rest.find(delimiter);
    if (end == std::string_view::npos)
        return broken();
    // A part without headers has its empty line at once, so the line end before them is kept in view.
    auto part = rest.substr(0, end);
    auto headers_end = part.find("\r\n\r\n");
    if (headers_end == std::string_view::npos)
        return broken();
    rest.remove_prefix(end + delimiter.size());
    return Part{.headers = part.substr(0, headers_end), .content = part.substr(headers_end + 4)};
}

Result<void> keep(const Part& part, Multipart& form)
{
    auto disposition = header_of(part.headers, "content-disposition");
    auto name = header_parameter(disposition, "name");
    if (!name || !is_clean(*name))
        return broken();
    auto filename = header_parameter(disposition, "filename");
    if (!filename) {
        if (!is_clean(part.content))
            return broken();
        form.fields.add(std::move(*name), std::string(part.content));
    } else if (!is_clean(*filename)) {
        return broken();
    } else if (!filename->empty() || !part.content.empty()) { // a file input left empty is sent as an unnamed file
        form.files.push_back({.field = std::move(*name),
                              .filename = last_part(*filename),
                              .content_type = media_type(header_of(part.headers, "content-type")),
                              .content = part.content});
    }
    return {};
}

} // namespace

Result<Multipart> parse_multipart(std::string_view content_type, std::string_view body)
{
    auto boundary = header_parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70)
        return broken();
    auto delimiter = std::string(line_end) + "--" + *boundary;
    // The first delimiter may open the body, without the line end that belongs to all others.
    std::string_view rest = body;
    if (rest.starts_with(std::string_view(delimiter).substr(2)))
        rest.remove_prefix(delimiter.size() - 2);
    else if (auto start = rest.find(delimiter); start != std::string_view::npos)
        rest.remove_prefix(start + delimiter.size());
    else
        return broken();

    Multipart form;
    while (auto part = TRY(take_part(rest, delimiter))) {
        TRY_DO(keep(*part, form));
        if (form.fields.items().size() > limit::request_fields_max || form.files.size() > limit::request_files_max)
            return problem(Problem::Kind::too_large, "Biểu mẫu có quá nhiều ô hoặc tệp. Hãy gửi làm nhiều lần.");
    }
    return form;
}

} // namespace phusa::web
