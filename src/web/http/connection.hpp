#pragma once

// Inside the server only: the one header that shows Boost.Asio.

#include "web/http/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <memory>
#include <mutex>
#include <set>

namespace phusa::web
{

// One open connection. Its work runs on its own strand, one step at a time.
class Connection
{
public:
    virtual ~Connection() = default;
    // Ends it if it waits for a next request; otherwise it ends after the answer under way.
    virtual void drain() = 0;
    // Ends it now.
    virtual void cut() = 0;
};

// What all connections of a server share.
struct Shared {
    explicit Shared(ServerSettings chosen, ServedSite behind)
        : settings(std::move(chosen)), site(std::move(behind)),
          workers(static_cast<std::size_t>(settings.worker_threads))
    {
    }

    ServerSettings settings;
    ServedSite site;
    boost::asio::thread_pool workers;
    std::atomic<bool> draining = false;

    std::size_t count()
    {
        std::lock_guard lock(mutex_);
        return open_.size();
    }
    void add(std::weak_ptr<Connection> connection)
    {
        std::lock_guard lock(mutex_);
        open_.insert(std::move(connection));
        site.connections_are(open_.size());
    }
    void remove(const std::weak_ptr<Connection>& connection)
    {
        std::lock_guard lock(mutex_);
        open_.erase(connection);
        site.connections_are(open_.size());
    }
    std::set<std::weak_ptr<Connection>, std::owner_less<>> all()
    {
        std::lock_guard lock(mutex_);
        return open_;
    }

private:
    std::mutex mutex_;
    std::set<std::weak_ptr<Connection>, std::owner_less<>> open_;
};

// Serves what comes over `socket`, which runs on a strand of its own; `tls` null: plain HTTP. Keeps itself and
// `shared` alive until it ends. With `turn_away` it only says 503 and closes.
enum class Welcome : bool { serve, turn_away };
void open_connection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls,
                     std::shared_ptr<Shared> shared, Welcome welcome);

} // namespace phusa::web
