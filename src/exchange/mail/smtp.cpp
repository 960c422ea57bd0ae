#include "exchange/mail/smtp.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <curl/curl.h>
#include <new>

namespace phusa
{

namespace
{

using Kind = MailProblem::Kind;

// What libcurl reads of the message: `place` goes on.
struct Reading {
    std::string_view text;
    std::size_t place = 0;
};

std::size_t read_on(char* buffer, std::size_t size, std::size_t count, void* user)
{
    auto& reading = *static_cast<Reading*>(user);
    auto piece = reading.text.substr(reading.place, size * count);
    std::memcpy(buffer, piece.data(), piece.size());
    reading.place += piece.size();
    return piece.size();
}

struct ListFree {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void start_curl_once()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw std::bad_alloc();
}

// What the server answered with a number of its own: 4xx and 5xx.
MailProblem refusal(long code)
{
    constexpr long closing = 421; // the server closes the connection
    if (code == closing)
        return {Kind::server, "máy chủ thư tạm ngừng phục vụ (421)"};
    return {Kind::letter, fmt::format("máy chủ thư không nhận thư này ({})", code)};
}

MailProblem problem_of(CURLcode result, long code)
{
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {Kind::server, "không tìm thấy máy chủ thư"};
    case CURLE_COULDNT_CONNECT:
        return {Kind::server, "không kết nối được máy chủ thư"};
    case CURLE_OPERATION_TIMEDOUT:
        return {Kind::server, "máy chủ thư trả lời quá chậm"};
    case CURLE_USE_SSL_FAILED:
        return {Kind::server, "máy chủ thư không có TLS"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return {Kind::server, "chứng thư của máy chủ thư không được tin cậy"};
    case CURLE_LOGIN_DENIED:
        return {Kind::server, "máy chủ thư không cho đăng nhập"};
    default:
        break;
    }
    constexpr long refusals_from = 400;
    if (code >= refusals_from)
        return refusal(code);
    return {Kind::server, fmt::format("máy chủ thư ngắt giữa chừng (mã {})", static_cast<int>(result))};
}

} // namespace

struct SmtpClient::Handle {
    MailServer server;
    CURL* curl = nullptr;

    template<typename Value>
    void set(CURLoption option, Value value) const
    {
        [[maybe_unused]] auto set = curl_easy_setopt(curl, option, value);
        assert(set == CURLE_OK);
    }

    // What is the same for every letter.
    void prepare() const
    {
        set(CURLOPT_URL, server.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_PROXY, "");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect_time_max.count()));
        set(CURLOPT_TIMEOUT, static_cast<long>(server.letter_time_max.count()));
        set(CURLOPT_USE_SSL, static_cast<long>(server.is_plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!server.ca_file.empty())
            set(CURLOPT_CAINFO, server.ca_file.c_str());
        if (!server.user.empty()) {
            set(CURLOPT_USERNAME, server.user.c_str());
            set(CURLOPT_PASSWORD, server.password.c_str());
        }
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, &read_on);
    }
};

SmtpClient::SmtpClient(MailServer server) : handle_(std::make_unique<Handle>())
{
    start_curl_once();
    handle_->server = std::move(server);
    handle_->curl = curl_easy_init();
    if (!handle_->curl)
        throw std::bad_alloc();
    handle_->prepare();
}

SmtpClient::~SmtpClient() { curl_easy_cleanup(handle_->curl); }

std::expected<void, MailProblem> SmtpClient::send(const Letter& letter)
{
    auto message = message_of(letter);
    Reading reading{.text = message};
    auto from = fmt::format("<{}>", letter.from);
    std::unique_ptr<curl_slist, ListFree> to(curl_slist_append(nullptr, fmt::format("<{}>", letter.to).c_str()));
    handle_->set(CURLOPT_MAIL_FROM, from.c_str());
    handle_->set(CURLOPT_MAIL_RCPT, to.get());
    handle_->set(CURLOPT_READDATA, static_cast<void*>(&reading));
    auto result = curl_easy_perform(handle_->curl);
    // Nothing of this letter is left behind in the handle.
    handle_->set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
    handle_->set(CURLOPT_READDATA, static_cast<void*>(nullptr));
    if (result == CURLE_OK)
        return {};
    long code = 0;
    curl_easy_getinfo(handle_->curl, CURLINFO_RESPONSE_CODE, &code);
    return std::unexpected(problem_of(result, code));
}

} // namespace phusa
