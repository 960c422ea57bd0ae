#include "web/http/server.hpp"

#include "web/http/connection.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace phusa::web
{

namespace asio = boost::asio;

namespace
{

using Tcp = asio::ip::tcp;
using Error = boost::system::error_code;

constexpr std::chrono::milliseconds pause_without_descriptors{100};

asio::ssl::context tls_context(const ServerSettings& settings)
{
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                        asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                        asio::ssl::context::no_compression);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_cipher_list(context.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    Error error;
    context.use_certificate_chain_file(settings.tls_certificate, error);
    if (error)
        throw std::runtime_error(fmt::format("cannot read the TLS certificate {}", settings.tls_certificate));
    context.use_private_key_file(settings.tls_key, asio::ssl::context::pem, error);
    if (error)
        throw std::runtime_error(
            fmt::format("cannot read the TLS key {}, or it does not belong to the certificate", settings.tls_key));
    return context;
}

} // namespace

struct Server::Running {
    Running(ServerSettings settings, ServedSite site)
        : shared(std::make_shared<Shared>(std::move(settings), std::move(site))), strand(asio::make_strand(io)),
          acceptor(strand), signals(strand), drain_timer(strand), pause(strand)
    {
        if (!shared->settings.tls_certificate.empty() || !shared->settings.tls_key.empty())
            tls.emplace(tls_context(shared->settings));
        listen();
    }

    void listen()
    {
        const auto& settings = shared->settings;
        Error error;
        auto address = asio::ip::make_address(settings.address, error);
        if (error)
            throw std::runtime_error(fmt::format("{} is no address to listen on, such as 127.0.0.1", settings.address));
        Tcp::endpoint endpoint(address, settings.port);
        acceptor.open(endpoint.protocol());
        acceptor.set_option(Tcp::acceptor::reuse_address(true));
        acceptor.bind(endpoint, error);
        if (!error)
            acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            throw std::runtime_error(
                fmt::format("cannot listen on {} port {}: {}", settings.address, settings.port, error.message()));
    }

    void accept_next()
    {
        acceptor.async_accept(asio::make_strand(io), [this](Error error, auto socket) {
            if (!acceptor.is_open())
                return;
            if (error) {
                // Out of file descriptors, as a rule: others must end first.
                pause.expires_after(pause_without_descriptors);
                pause.async_wait([this](Error stopped) {
                    if (!stopped)
                        accept_next();
                });
                return;
            }
            auto count = shared->count();
            auto connections_max = shared->settings.connections_max;
            // A crowd larger than that is not even told so.
            if (count < connections_max + connections_max / 8 + 8)
                open_connection(Tcp::socket(std::move(socket)), tls ? &*tls : nullptr, shared,
                                count < connections_max ? Welcome::serve : Welcome::turn_away);
            accept_next();
        });
    }

    void wait_for_signal()
    {
        signals.async_wait([this](Error error, int) {
            if (error)
                return;
            wait_for_signal(); // first: a drain with nothing to wait for ends this wait as well
            if (shared->draining)
                cut_all();
            else
                drain();
        });
    }

    void drain()
    {
        if (shared->draining.exchange(true))
            return;
        spdlog::info("draining: {} connections open", shared->count());
        Error ignored_by_design; // it is being closed
        acceptor.close(ignored_by_design);
        pause.cancel();
        for (const auto& weak : shared->all())
            if (auto connection = weak.lock())
                connection->drain();
        deadline = std::chrono::steady_clock::now() + shared->settings.drain_time_max;
        watch_drain();
    }

    // Looks again and again until the last connection has ended or time is up.
    void watch_drain()
    {
        if (shared->count() == 0 || std::chrono::steady_clock::now() >= deadline) {
            cut_all();
            signals.cancel();
            return;
        }
        drain_timer.expires_after(std::chrono::milliseconds(10));
        drain_timer.async_wait([this](Error) { watch_drain(); });
    }

    void cut_all()
    {
        for (const auto& weak : shared->all())
            if (auto connection = weak.lock())
                connection->cut();
    }

    asio::io_context io;
    std::optional<asio::ssl::context> tls;
    std::shared_ptr<Shared> shared;
    asio::strand<asio::io_context::executor_type> strand; // of all that follows
    Tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::steady_timer drain_timer;
    asio::steady_timer pause;
    std::chrono::steady_clock::time_point deadline;
};

Server::Server(ServerSettings settings, ServedSite site)
    : running_(std::make_unique<Running>(std::move(settings), std::move(site)))
{
}

Server::~Server() = default;

std::uint16_t Server::port() const { return running_->acceptor.local_endpoint().port(); }

void Server::run()
{
    if (running_->shared->settings.stop_on_signals) {
        running_->signals.add(SIGTERM);
        running_->signals.add(SIGINT);
        running_->wait_for_signal();
    }
    asio::post(running_->strand, [this] { running_->accept_next(); });
    std::vector<std::jthread> threads;
    for (int i = 1; i < running_->shared->settings.io_threads; ++i)
        threads.emplace_back([this] { running_->io.run(); });
    running_->io.run();
    threads.clear();
    running_->shared->workers.join();
}

void Server::drain()
{
    asio::post(running_->strand, [this] { running_->drain(); });
}

} // namespace phusa::web
