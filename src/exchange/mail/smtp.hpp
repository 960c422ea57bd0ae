#pragma once

#include "exchange/mail/letter.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>

namespace phusa
{

// Where letters are handed over.
struct MailServer {
    std::string url;       // smtp://thu.tinh.example:587 with STARTTLS, or smtps://thu.tinh.example:465
    std::string user = {}; // empty: does not sign in
    std::string password = {};
    std::string ca_file = {}; // PEM of who signed the server's certificate; empty: those of the system
    // Without TLS: only for a server on this very machine.
    bool is_plain = false;
    std::chrono::seconds connect_time_max{10};
    std::chrono::seconds letter_time_max{60};
};

// Why a letter was not taken, in words without any personal value. `server`: nothing can be handed over now, and the
// next letter need not be tried.
struct MailProblem {
    enum class Kind : std::uint8_t { server, letter };

    Kind kind = Kind::server;
    std::string why;
};

// Speaks SMTP through libcurl; several letters go over one connection. Verifies the server's certificate and name, and
// hands nothing over without TLS unless `is_plain`. For one thread; speaks with nobody before the first letter.
class SmtpClient
{
public:
    explicit SmtpClient(MailServer server);
    ~SmtpClient();
    SmtpClient(const SmtpClient&) = delete;
    SmtpClient& operator=(const SmtpClient&) = delete;

    // Done once the server has said that it has the letter.
    std::expected<void, MailProblem> send(const Letter& letter);

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

} // namespace phusa
