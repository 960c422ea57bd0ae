#include "web/http/header_value.hpp"
#include "web/http/raw_client.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <array>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace phusa::web
{

namespace
{

using Steady = std::chrono::steady_clock;

std::size_t content_length(std::string_view head)
{
    auto lower = ascii_lower(head);
    auto at = lower.find("content-length: ");
    return at == std::string::npos ? 0 : std::stoul(lower.substr(at + 16));
}

} // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect");
}

RawClient::~RawClient()
{
    if (socket_ >= 0)
        ::close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_))
{
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::read_more(Steady::time_point until)
{
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Steady::now()).count();
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    if (left < 0 || ::poll(&waiting, 1, static_cast<int>(left)) <= 0)
        return false;
    std::array<char, 64 * 1024> buffer;
    auto count = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return false;
    received_.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::read_response(std::chrono::milliseconds time_max, bool has_body)
{
    auto until = Steady::now() + time_max;
    auto head_end = std::string::npos;
    while ((head_end = received_.find("\r\n\r\n")) == std::string::npos)
        if (!read_more(until))
            return std::exchange(received_, {});
    head_end += 4;
    auto head = received_.substr(0, head_end);
    if (has_body && head.contains("Transfer-Encoding: chunked"))
        return take_chunks(head_end, until);
    auto size = head_end + (has_body ? content_length(head) : 0);
    while (received_.size() < size && read_more(until))
        ;
    auto response = received_.substr(0, size);
    received_.erase(0, size);
    return response;
}

std::string RawClient::take_chunks(std::size_t head_end, Steady::time_point until)
{
    auto response = received_.substr(0, head_end);
    received_.erase(0, head_end);
    while (true) {
        auto line_end = received_.find("\r\n");
        if (line_end == std::string::npos) {
            if (!read_more(until))
                return response + "(cut)";
            continue;
        }
        auto size = std::stoul(received_.substr(0, line_end), nullptr, 16);
        while (received_.size() < line_end + 2 + size + 2)
            if (!read_more(until))
                return response + "(cut)";
        response += received_.substr(line_end + 2, size);
        received_.erase(0, line_end + 2 + size + 2);
        if (size == 0)
            return response;
    }
}

bool RawClient::is_closed_within(std::chrono::milliseconds time_max)
{
    auto until = Steady::now() + time_max;
    while (read_more(until))
        ;
    char byte;
    auto count = ::recv(socket_, &byte, 1, MSG_DONTWAIT);
    return count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

TEST(RawClient, TellsWhenNobodyListens) { EXPECT_THROW(RawClient(1), std::runtime_error); }

} // namespace phusa::web
