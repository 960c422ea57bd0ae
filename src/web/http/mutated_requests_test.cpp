// Requests as nobody writes them: whatever comes, reading either refuses it or keeps what request.hpp promises.
#include "base/text.hpp"
#include "web/http/request.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace phusa::web
{

namespace
{

using Random = std::mt19937;

constexpr int rounds = 30'000;

const std::vector<std::string> targets{"/nguoi/7?q=%C4%91%C3%A0o&trang=2", "/to-chuc/../%2e%2e/x",
                                       "/a%2Fb?%00=1&&=", "/#?&"};
const std::vector<std::string> bodies{
    "a=1&b=%C4%90&csrf=xyz", "{\"a\":[1,2,{\"b\":null}]}",
    "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.xlsx\"\r\nContent-Type: x/y\r\n\r\nnội dung\r\n"
    "--XX\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--XX--\r\n"};
const std::vector<std::string> types{"application/x-www-form-urlencoded", "multipart/form-data; boundary=XX",
                                     "multipart/form-data; boundary=\"X\\X", "application/json"};
const std::vector<std::string> pieces{
    "%",     "%00",      "%2e%2e", "/", "..", "\r\n", "--XX",     "--",
    "\"",    "\\",       ";",      "=", "&",  "\xff", "\xe1\xbb", std::string(1, '\0'),
    "name=", "boundary="};

template<typename Values>
const auto& one_of(const Values& values, Random& random)
{
    return values[random() % values.size()];
}

std::string mutated(std::string text, Random& random)
{
    for (auto changes = random() % 5; changes > 0; --changes) {
        auto at = text.empty() ? 0 : random() % text.size();
        switch (random() % 4) {
        case 0:
            text.insert(at, one_of(pieces, random));
            break;
        case 1:
            text.erase(at, random() % 8);
            break;
        case 2:
            text.insert(at, text.substr(random() % (text.size() + 1), random() % 20));
            break;
        default:
            if (!text.empty())
                text[at] = static_cast<char>(random());
        }
    }
    return text;
}

bool is_promised_text(std::string_view text) { return is_valid_utf8(text) && !text.contains('\0'); }

bool holds_promises(const Request& request)
{
    auto holds = [](const Fields& fields) {
        return std::ranges::all_of(fields.items(), [](const auto& item) {
            return is_promised_text(item.first) && is_promised_text(item.second);
        });
    };
    auto path = "/" + request.path + "/";
    return request.path.starts_with('/') && is_promised_text(path) && !path.contains("/../") && !path.contains("/./") &&
           !request.path.contains("//") && !path.contains('\\') && holds(request.query) && holds(request.form) &&
           std::ranges::all_of(request.files, [](const UploadedFile& file) {
               return is_promised_text(file.field) && !file.filename.contains('/') && !file.filename.contains('\\');
           });
}

} // namespace

TEST(MutatedRequests, AreRefusedOrClean)
{
    Random random(2026);
    int read = 0;
    for (int round = 0; round < rounds; ++round) {
        RawRequest raw{.method = random() % 2 ? "GET" : "POST",
                       .target = mutated(one_of(targets, random), random),
                       .headers = {{"Content-Type", mutated(one_of(types, random), random)},
                                   {"Cookie", mutated("a=1; phien=abc", random)}},
                       .body = mutated(one_of(bodies, random), random)};
        auto shown = raw.target;
        auto request = Request::read(std::move(raw));
        if (!request)
            continue;
        ++read;
        ASSERT_TRUE(holds_promises(*request)) << round << " " << shown;
        request->cookie("phien");
        auto again = Request::read({.target = request->target()});
        ASSERT_TRUE(again) << round << " " << shown;
        EXPECT_EQ(again->path, request->path) << round << " " << shown;
        EXPECT_EQ(again->query.items(), request->query.items()) << round << " " << shown;
    }
    // Neither everything nor nothing is refused, else the test would show little.
    EXPECT_GT(read, rounds / 20);
    EXPECT_LT(read, rounds);
}

} // namespace phusa::web
