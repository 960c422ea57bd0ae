#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace phusa::web
{

// Gives the next part of a long answer into `chunk` (empty when called); false, and nothing, when there is no more. It
// is called one at a time on worker threads and may block; nothing is read ahead, so memory stays constant.
using NextChunk = std::function<bool(std::string& chunk)>;

// What goes back: a status, headers and a body that is text, bytes that live as long as the program, or a stream.
//
// A Response that carries a `problem` has no body yet: the dispatcher writes it as a page or as problem+json,
// whichever was asked for.
struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::variant<std::string, std::string_view, NextChunk> body = {};
    std::optional<Problem> problem = {};
    bool may_compress = true; // false for a page that repeats a secret beside what the asker typed

    void set(std::string_view name, std::string value); // replaces
    void add(std::string_view name, std::string value); // for headers that may repeat
    std::optional<std::string_view> header(std::string_view name) const;
    bool is_stream() const { return std::holds_alternative<NextChunk>(body); }
    // The text of the body; a stream is read to its end (tests).
    std::string text() const;
};

Response html(std::string page, int status = 200);
Response text(std::string plain, int status = 200);
Response json(std::string value, int status = 200);
// 303: the browser GETs `path`, which must be of this site ("/nguoi/7").
Response redirect_to(std::string path);
// To be written as a page or problem+json with the status of its kind; may carry form problems beside fields.
Response refused(Problem problem);
Response not_found();
// application/problem+json (RFC 9457): status, title, detail, and "fields" [{name,message}].
Response problem_json(const Problem& problem);
Response problem_json(const Problem& problem, int status, std::string_view request_id);
// A file to save. `filename` may hold Vietnamese.
Response download(std::string filename, std::string content_type,
                  std::variant<std::string, std::string_view, NextChunk> body);

int status_of(Problem::Kind kind);
// "Không tìm thấy" for 404: the title of an error page.
std::string_view title_of(int status);

} // namespace phusa::web
