#pragma once

// For tests only: a server on a free port of this machine, running in a thread of its own.

#include "web/http/server.hpp"

#include <thread>

namespace phusa::web
{

class RunningServer
{
public:
    RunningServer(ServerSettings settings, ServedSite site)
        : server_(on_free_port(std::move(settings)), std::move(site))
    {
        thread_ = std::thread([this] { server_.run(); });
    }
    ~RunningServer() { stop(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    std::uint16_t port() const { return port_; }
    void drain() { server_.drain(); }
    // Waits until run() has returned.
    void stop()
    {
        server_.drain();
        wait();
    }

    void wait()
    {
        if (thread_.joinable())
            thread_.join();
    }

private:
    static ServerSettings on_free_port(ServerSettings settings)
    {
        settings.port = 0;
        return settings;
    }

    Server server_;
    std::uint16_t port_ = server_.port();
    std::thread thread_;
};

} // namespace phusa::web
