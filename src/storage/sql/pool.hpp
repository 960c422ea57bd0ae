#pragma once

#include "storage/sql/connection.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace phusa::storage
{

// Connections to one database: up to readers_max for reading and one for writing. A spoilt or dead one is dropped, and
// the next lease makes a new one.
class Pool
{
public:
    Pool(const Address& address, const Keys& keys, const Database::Options& options)
        : address_(address), keys_(keys), options_(options)
    {
    }

    // Both wait for at most wait_max, then throw StorageFailure busy. A thread that holds a connection already never
    // waits for a reader: threads that hold all of them and each want one more would wait for each other.
    std::unique_ptr<Connection> lease_reader();
    std::unique_ptr<Connection> lease_writer();
    void give_back_reader(std::unique_ptr<Connection> connection);
    void give_back_writer(std::unique_ptr<Connection> connection);

    const Address& address() const { return address_; }
    const Keys& keys() const { return keys_; }

private:
    std::unique_ptr<Connection> alive(std::unique_ptr<Connection> connection, Connection::Purpose purpose) const;

    Address address_;
    Keys keys_;
    Database::Options options_;
    std::mutex guard_;
    std::condition_variable given_back_;
    std::vector<std::unique_ptr<Connection>> readers_;
    std::size_t readers_out_ = 0;
    std::unique_ptr<Connection> writer_;
    bool writing_ = false;
};

} // namespace phusa::storage
