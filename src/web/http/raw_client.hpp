#pragma once

// For tests only: speaks to a port of this machine, byte by byte where that is wanted.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace phusa::web
{

class RawClient
{
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    // False where the other side has closed.
    bool send(std::string_view bytes);
    // One whole response with a Content-Length or in chunks (decoded), headers included; what has come where the
    // connection ends or `time_max` is over.
    std::string read_response(std::chrono::milliseconds time_max = std::chrono::seconds(5), bool has_body = true);
    // Whether the other side closes (or resets) within the time.
    bool is_closed_within(std::chrono::milliseconds time_max);

    int descriptor() const { return socket_; }

private:
    // Whether anything came.
    bool read_more(std::chrono::steady_clock::time_point until);
    std::string take_chunks(std::size_t head_end, std::chrono::steady_clock::time_point until);

    int socket_ = -1;
    std::string received_;
};

} // namespace phusa::web
