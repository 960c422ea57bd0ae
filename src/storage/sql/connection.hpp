#pragma once

#include "storage/database.hpp"
#include "storage/sql/address.hpp"
#include "storage/sql/query.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::storage
{

// One connection to one database, with the statements prepared on it. For one thread at a time.
class Connection
{
public:
    enum class Purpose { reading, writing };

    Connection(const Address& address, Purpose purpose, std::chrono::milliseconds wait_max);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Dialect dialect() const { return dialect_; }
    Query query(std::string_view sql) { return {*this, sql}; }
    // One that is not kept, since what it answers changes under the same text: FETCH from a cursor.
    Query fresh_query(std::string_view sql);
    // One statement that is not worth keeping: BEGIN, DDL, settings. Nothing of a user may stand in it.
    void run(std::string_view sql);
    // Whether the server still listens; costs no round trip. Always true on SQLite.
    bool is_alive();
    bool is_in_transaction();
    // After a failure that may have left it half way: the pool throws it away.
    bool is_spoilt() const { return spoilt_; }
    void spoil() { spoilt_ = true; }

    // PostgreSQL: text lines for COPY … FROM STDIN, sent and finished as a whole.
    class CopyIn;
    // SQLite: one prepared INSERT run again and again, past SOCI, which looks every parameter up by its name. Kept by
    // the connection for the next one with the same text.
    class Insert;

    struct Driver; // storage/sql/driver.hpp

private:
    std::string journal_mode(std::chrono::milliseconds wait_max);
    friend class Query;
    std::unique_ptr<Driver> driver_;
    Dialect dialect_;
    bool spoilt_ = false;
};

class Connection::CopyIn
{
public:
    CopyIn(Connection& connection, const std::string& sql);
    ~CopyIn();
    void send(std::string_view lines);
    void finish();

private:
    Connection* connection_;
    bool open_ = true;
};

class Connection::Insert
{
public:
    Insert(Connection& connection, std::string sql);
    ~Insert();
    Insert(const Insert&) = delete;
    Insert& operator=(const Insert&) = delete;

    // The next parameter. A text must stay where it is until run() has returned.
    void put_number(std::int64_t number);
    void put_text(std::string_view text);
    void put_null();
    void run();

    struct Statement;
    struct Close {
        void operator()(Statement* statement) const;
    };
    using Owned = std::unique_ptr<Statement, Close>;

private:
    void check(int code);

    Connection* connection_;
    std::string sql_;
    Owned statement_;
    int bound_ = 0;
};

} // namespace phusa::storage
