#pragma once

#include "base/result.hpp"
#include "storage/failure.hpp"
#include "storage/keys.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace phusa::storage
{

class Connection; // storage/sql/connection.hpp, for storage only
struct Address;
class PeopleMemory;
class Session;
class Transaction;

enum class Dialect { sqlite, postgresql };

// One register: a SQLite file or a PostgreSQL database, with a pool of connections.
//
// Safe to use from any thread. Readers never wait for writers; writers wait for each other, so that the audit chain has
// no gap and no fork. A connection that died (server restarted, backend killed) is replaced when it is next leased.
class Database
{
public:
    enum class Schema {
        bring_up_to_date, // applies what is missing
        must_be_current,  // a StorageFailure where something is missing
        any,              // looks at nothing: for `migrate` and `doctor`
    };

    struct Options {
        std::size_t readers_max = 4;                // connections for reading
        std::chrono::milliseconds wait_max{10'000}; // for a connection or a lock, then StorageFailure busy
        Schema schema = Schema::bring_up_to_date;
    };

    // `url` is sqlite:PATH or postgresql://… ; the Problem says what is wrong with it. A SQLite file is made where
    // there is none; on a network file system it is refused, since WAL does not work there. Throws StorageFailure when
    // the database is not to be had or newer than the program.
    static Result<std::unique_ptr<Database>> open(std::string_view url, const Keys& keys, const Options& options);
    static Result<std::unique_ptr<Database>> open(std::string_view url, const Keys& keys)
    {
        return open(url, keys, Options{});
    }
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // For reading; each statement sees what is committed when it starts.
    Session read();
    // For reading; all statements see one moment. Keep it short: on SQLite the log grows meanwhile.
    Session snapshot();
    // For writing, alone. Everybody else who writes waits: no password hashing, no network before commit().
    Transaction write();
    // For migrations: one at a time, before there is an audit chain.
    Transaction write_schema();

    Dialect dialect() const;
    const Keys& keys() const;
    // The URL without its password, for people.
    std::string shown_url() const;

private:
    struct Inside;
    Database(const Address& address, const Keys& keys, const Options& options);
    Transaction begin(std::string_view lock);
    std::unique_ptr<Inside> inside_;
    friend class Session;
    friend class Transaction;
};

// A lease on a connection for reading, given back when it goes. For one thread at a time; must not outlive its
// Database.
class Session
{
public:
    Session(Session&&) noexcept;
    Session& operator=(Session&&) = delete;
    ~Session();

    Connection& connection() const { return *connection_; }
    // For lists of people (people_memory.hpp); null where the session does not see the newest committed state.
    PeopleMemory* people_memory() const;
    const Keys& keys() const;

protected:
    enum class Span { statement, snapshot, transaction };
    Session(Database::Inside& home, std::unique_ptr<Connection> connection, Span span);
    Database::Inside* home_;
    std::unique_ptr<Connection> connection_;
    Span span_;
    friend class Database;
};

// The one write going on: BEGIN IMMEDIATE on SQLite; on PostgreSQL the head of the audit chain is locked.
//
// It reads its own writes, so every function that takes a Session& takes it too. Rolled back when it goes without
// commit(). Nothing is acknowledged to anybody before commit() has returned; then it survives kill -9 and power loss.
class Transaction : public Session
{
public:
    Transaction(Transaction&&) noexcept;
    ~Transaction();

    void commit();
    // Runs `work` just before the commit, once per `name` however often asked: derived tables are rebuilt this way.
    void before_commit(std::string_view name, std::function<void(Transaction&)> work);

private:
    Transaction(Database::Inside& home, std::unique_ptr<Connection> connection);
    struct Pending;
    std::unique_ptr<Pending> pending_;
    friend class Database;
};

} // namespace phusa::storage
