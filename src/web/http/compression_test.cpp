#include "web/http/compression.hpp"

#include <gtest/gtest.h>

#include <zlib.h>

namespace phusa::web
{

namespace
{

Request accepting(std::string codings)
{
    auto request = Request::get("/");
    request.set_header("Accept-Encoding", std::move(codings));
    return request;
}

std::string unpacked(std::string_view packed)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string result(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    result.resize(stream.total_out);
    inflateEnd(&stream);
    return result;
}

} // namespace

TEST(Compression, LongPagesAreSmallerAndTheSame)
{
    std::string page;
    for (int i = 0; i < 500; ++i)
        page += "<li>Nguyễn Văn " + std::to_string(i) + "</li>";
    for (int round = 0; round < 2; ++round) { // the second reuses the tables of the first
        auto response = html(page);
        compress(accepting("gzip, br"), response);
        EXPECT_EQ(response.header("Content-Encoding"), "gzip");
        EXPECT_EQ(response.header("Vary"), "Accept-Encoding");
        EXPECT_LT(response.text().size(), page.size() / 2);
        EXPECT_EQ(unpacked(response.text()), page);
    }
}

TEST(Compression, LeavesWhatItShould)
{
    std::string page(4096, 'a');
    auto unchanged = [](Response response, const Request& request) {
        auto size = response.text().size();
        compress(request, response);
        return !response.header("Content-Encoding") && response.text().size() == size;
    };
    EXPECT_TRUE(unchanged(html(page), accepting("br")));
    EXPECT_TRUE(unchanged(html("short"), accepting("gzip")));
    EXPECT_TRUE(unchanged(download("a.xlsx", "application/zip", page), accepting("gzip")));
    auto secret = html(page);
    secret.may_compress = false;
    EXPECT_TRUE(unchanged(secret, accepting("gzip")));
    EXPECT_FALSE(unchanged(html(page), accepting("gzip")));
}

} // namespace phusa::web
