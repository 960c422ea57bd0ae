#include "storage/sql/pool.hpp"

#include <algorithm>

namespace phusa::storage
{

namespace
{

// What this thread holds, of all pools. Where a session is given back by another thread, the count is only a hint.
thread_local int held = 0;

constexpr auto busy_advice = "Quá nhiều yêu cầu đang chờ cơ sở dữ liệu: thử lại sau ít phút.";

} // namespace

std::unique_ptr<Connection> Pool::alive(std::unique_ptr<Connection> connection, Connection::Purpose purpose) const
{
    if (connection && connection->is_alive())
        return connection;
    connection.reset();
    return std::make_unique<Connection>(address_, purpose, options_.wait_max);
}

std::unique_ptr<Connection> Pool::lease_reader()
{
    std::unique_ptr<Connection> idle;
    {
        std::unique_lock lock(guard_);
        if (!given_back_.wait_for(lock, options_.wait_max,
                                  [&] { return held > 0 || readers_out_ < options_.readers_max; }))
            throw StorageFailure(StorageFailure::Kind::busy, "", busy_advice);
        ++readers_out_;
        ++held;
        if (!readers_.empty()) {
            idle = std::move(readers_.back());
            readers_.pop_back();
        }
    }
    try {
        return alive(std::move(idle), Connection::Purpose::reading);
    } catch (...) {
        give_back_reader(nullptr);
        throw;
    }
}

std::unique_ptr<Connection> Pool::lease_writer()
{
    std::unique_ptr<Connection> idle;
    {
        std::unique_lock lock(guard_);
        if (!given_back_.wait_for(lock, options_.wait_max, [&] { return !writing_; }))
            throw StorageFailure(StorageFailure::Kind::busy, "", busy_advice);
        writing_ = true;
        ++held;
        idle = std::move(writer_);
    }
    try {
        return alive(std::move(idle), Connection::Purpose::writing);
    } catch (...) {
        give_back_writer(nullptr);
        throw;
    }
}

void Pool::give_back_reader(std::unique_ptr<Connection> connection)
{
    std::lock_guard lock(guard_);
    --readers_out_;
    held = std::max(0, held - 1);
    if (connection && !connection->is_spoilt() && readers_.size() < options_.readers_max)
        readers_.push_back(std::move(connection));
    given_back_.notify_all();
}

void Pool::give_back_writer(std::unique_ptr<Connection> connection)
{
    std::lock_guard lock(guard_);
    writing_ = false;
    held = std::max(0, held - 1);
    if (connection && !connection->is_spoilt())
        writer_ = std::move(connection);
    given_back_.notify_all();
}

} // namespace phusa::storage
