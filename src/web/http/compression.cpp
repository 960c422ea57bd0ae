#include "web/http/compression.hpp"

#include "web/http/header_value.hpp"

#include <array>
#include <cassert>
#include <memory>
#include <zlib.h>

namespace phusa::web
{

namespace
{

constexpr std::size_t bytes_worth_it = 1024;
constexpr int gzip_window_bits = 15 + 16; // the 16 asks for a gzip header

// Keeps its 256 KB of tables for the next page of this thread.
class Deflater
{
public:
    Deflater()
    {
        [[maybe_unused]] auto result =
            deflateInit2(&stream_, Z_BEST_SPEED, Z_DEFLATED, gzip_window_bits, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
        assert(result == Z_OK);
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string operator()(std::string_view bytes)
    {
        deflateReset(&stream_);
        std::string result(deflateBound(&stream_, bytes.size()), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib reads only
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(result.data());
        stream_.avail_out = static_cast<uInt>(result.size());
        [[maybe_unused]] auto end = deflate(&stream_, Z_FINISH);
        assert(end == Z_STREAM_END);
        result.resize(stream_.total_out);
        return result;
    }

private:
    z_stream stream_{};
};

bool is_text(std::string_view content_type)
{
    auto type = media_type(content_type);
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("+xml");
}

} // namespace

std::string gzipped(std::string_view bytes)
{
    thread_local Deflater deflater;
    return deflater(bytes);
}

void compress(const Request& request, Response& response)
{
    auto* body = std::get_if<std::string>(&response.body);
    if (!body || !response.may_compress || body->size() < bytes_worth_it || response.header("content-encoding") ||
        !is_text(response.header("content-type").value_or("")))
        return;
    response.add("Vary", "Accept-Encoding");
    if (!accepts_encoding(request.header("accept-encoding").value_or(""), "gzip"))
        return;
    *body = gzipped(*body);
    response.set("Content-Encoding", "gzip");
}

} // namespace phusa::web
