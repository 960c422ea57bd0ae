#include "web/http/dispatcher.hpp"
#include "web/http/raw_client.hpp"
#include "web/http/running_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <spdlog/spdlog.h>

#include <array>
#include <filesystem>
#include <memory>

namespace phusa::web
{

namespace
{

using testing::HasSubstr;
using testing::StartsWith;

template<auto Release>
struct Released {
    template<typename Thing>
    void operator()(Thing* thing) const
    {
        Release(thing);
    }
};
template<typename Thing, auto Release>
using Owned = std::unique_ptr<Thing, Released<Release>>;

// A certificate that nobody trusts, for a test that does not ask.
void write_certificate(const std::string& certificate_path, const std::string& key_path)
{
    Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
    Owned<X509, X509_free> certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    Owned<FILE, fclose> certificate_file(std::fopen(certificate_path.c_str(), "w"));
    PEM_write_X509(certificate_file.get(), certificate.get());
    Owned<FILE, fclose> key_file(std::fopen(key_path.c_str(), "w"));
    PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

class TlsClient
{
public:
    TlsClient(std::uint16_t port, int version_max)
        : socket_(port), context_(SSL_CTX_new(TLS_client_method())), tls_(SSL_new(context_.get()))
    {
        SSL_set_max_proto_version(tls_.get(), version_max);
        SSL_set_fd(tls_.get(), socket_.descriptor());
    }

    bool shake_hands() { return SSL_connect(tls_.get()) == 1; }

    std::string answer_to(std::string_view bytes)
    {
        SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
        std::string answer;
        std::array<char, 4096> buffer;
        for (int count = 0; (count = SSL_read(tls_.get(), buffer.data(), buffer.size())) > 0;)
            answer.append(buffer.data(), static_cast<std::size_t>(count));
        ended_well_ = SSL_get_error(tls_.get(), 0) == SSL_ERROR_ZERO_RETURN;
        return answer;
    }
    // With a closing notice, so that nobody could have cut the answer short unseen.
    bool ended_well() const { return ended_well_; }

private:
    RawClient socket_;
    Owned<SSL_CTX, SSL_CTX_free> context_;
    Owned<SSL, SSL_free> tls_;
    bool ended_well_ = false;
};

class ServerTlsTest : public testing::Test
{
public:
    ServerTlsTest()
    {
        spdlog::set_level(spdlog::level::off);
        router.get("/trang", Access::open, [](const Request& request) { return text(request.is_tls ? "kín" : "hở"); });
        std::filesystem::create_directories(folder_);
        settings.tls_certificate = folder_ / "certificate.pem";
        settings.tls_key = folder_ / "key.pem";
        settings.stop_on_signals = false;
        write_certificate(settings.tls_certificate, settings.tls_key);
    }
    ~ServerTlsTest() override
    {
        spdlog::set_level(spdlog::level::info);
        std::filesystem::remove_all(folder_);
    }

    Router router;
    Metrics metrics;
    Dispatcher dispatcher{router, metrics};
    ServerSettings settings;

private:
    std::filesystem::path folder_ =
        std::filesystem::path(testing::TempDir()) / ("phusa-tls-" + std::to_string(::getpid()));
};

constexpr std::string_view get_page = "GET /trang HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

} // namespace

TEST_F(ServerTlsTest, SpeaksTlsAndSaysSo)
{
    RunningServer server(settings, dispatcher.site());
    for (auto version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client(server.port(), version);
        ASSERT_TRUE(client.shake_hands());
        auto answer = client.answer_to(get_page);
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK"));
        EXPECT_THAT(answer, HasSubstr("Strict-Transport-Security: max-age="));
        EXPECT_THAT(answer, HasSubstr("kín"));
        EXPECT_TRUE(client.ended_well());
    }
}

TEST_F(ServerTlsTest, RefusesOldVersionsAndPlainText)
{
    RunningServer server(settings, dispatcher.site());
    EXPECT_FALSE(TlsClient(server.port(), TLS1_1_VERSION).shake_hands());
    RawClient plain(server.port());
    plain.send(get_page);
    EXPECT_FALSE(plain.read_response(std::chrono::seconds(2)).starts_with("HTTP"));
}

TEST_F(ServerTlsTest, AHandshakeThatNeverEndsIsCut)
{
    settings.read_time_max = std::chrono::milliseconds(200);
    RunningServer server(settings, dispatcher.site());
    RawClient silent(server.port());
    EXPECT_TRUE(silent.is_closed_within(std::chrono::seconds(2)));
}

TEST_F(ServerTlsTest, TheKeyMustBelongToTheCertificate)
{
    auto other = settings;
    other.tls_key = settings.tls_certificate;
    EXPECT_THROW(Server(other, dispatcher.site()), std::runtime_error);
}

} // namespace phusa::web
