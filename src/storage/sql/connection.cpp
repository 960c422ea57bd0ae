#include "storage/sql/connection.hpp"

#include "storage/sql/driver.hpp"

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cassert>
#include <libpq-fe.h>
#include <map>
#include <poll.h>
#include <thread>

namespace phusa::storage
{

namespace
{

using sqlite_api::sqlite3_destructor_type; // for SQLITE_STATIC

sqlite_api::sqlite3_stmt* raw(void* statement) { return static_cast<sqlite_api::sqlite3_stmt*>(statement); }

// A connection is for one thread at a time and nobody asks SQLite for its memory: it need not lock at each step and
// each piece of memory. Before its first use, once for the program.
void settle_sqlite()
{
    static const bool is_settled = [] {
        return sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
               sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    }();
    assert(is_settled);
}

std::unique_ptr<soci::session> connect(const Address& address)
{
    try {
        settle_sqlite();
        if (address.dialect == Dialect::sqlite)
            return std::make_unique<soci::session>(soci::sqlite3, fmt::format("dbname=\"{}\"", address.file.string()));
        return std::make_unique<soci::session>(soci::postgresql, address.parameters);
    } catch (...) {
        throw StorageFailure(
            StorageFailure::Kind::unavailable, "",
            address.dialect == Dialect::sqlite
                ? "Không mở được tệp cơ sở dữ liệu: kiểm tra đường dẫn và quyền."
                : "Không kết nối được PostgreSQL: kiểm tra máy chủ có chạy không, địa chỉ và mật khẩu.");
    }
}

} // namespace

PGconn* Connection::Driver::postgresql() const
{
    return static_cast<soci::postgresql_session_backend*>(session->get_backend())->conn_;
}

sqlite_api::sqlite3* Connection::Driver::sqlite() const
{
    return static_cast<soci::sqlite3_session_backend*>(session->get_backend())->conn_;
}

Connection::Connection(const Address& address, Purpose purpose, std::chrono::milliseconds wait_max)
    : driver_(std::make_unique<Driver>()), dialect_(address.dialect)
{
    driver_->dialect = dialect_;
    driver_->session = connect(address);
    if (dialect_ == Dialect::sqlite) {
        sqlite_api::sqlite3_extended_result_codes(driver_->sqlite(), 1);
        sqlite_api::sqlite3_busy_timeout(driver_->sqlite(), static_cast<int>(wait_max.count()));
        if (journal_mode(wait_max) != "wal")
            throw StorageFailure(
                StorageFailure::Kind::unavailable, "",
                "Hệ thống tệp này không dùng được chế độ WAL của SQLite: chuyển dữ liệu sang ổ đĩa khác.");
        // FULL: a commit is on the disk before it is acknowledged, so it survives power loss too (docs/decisions).
        run("PRAGMA synchronous=FULL");
        run("PRAGMA foreign_keys=ON");
        run("PRAGMA secure_delete=ON"); // destroyed keys are overwritten, not only unlinked
        run("PRAGMA temp_store=MEMORY");
        // Pages kept in memory, in KiB: imports touch every index at random places; readers lean on the system's cache.
        run(purpose == Purpose::reading ? "PRAGMA cache_size=-4096" : "PRAGMA cache_size=-65536");
        if (purpose == Purpose::reading)
            run("PRAGMA query_only=ON");
        return;
    }
    // PostgreSQL says nothing but errors; reports of a bad value in DETAIL never leave this room either way.
    run("SET client_min_messages TO error");
    run("SET datestyle TO 'ISO, YMD'");
    run("SET jit TO off"); // compiling costs more than our short queries
    run("SET synchronous_commit TO on");
    run(fmt::format("SET lock_timeout TO {}", wait_max.count()));
    if (purpose == Purpose::reading)
        run("SET default_transaction_read_only TO on");
}

Connection::~Connection()
{
    driver_->kept.clear(); // statements go before their session
    driver_->inserts.clear();
}

Query Connection::fresh_query(std::string_view sql) { return {*this, std::make_unique<Prepared>(sql)}; }

// Two programs that turn WAL on at once are told "busy" at once, whatever the busy timeout: try again until it is over.
std::string Connection::journal_mode(std::chrono::milliseconds wait_max)
{
    auto until = std::chrono::steady_clock::now() + wait_max;
    while (true)
        try {
            return query("PRAGMA journal_mode=WAL").value<std::string>().value_or("");
        } catch (const StorageFailure& failure) {
            if (failure.kind() != StorageFailure::Kind::busy || std::chrono::steady_clock::now() > until)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
}

void Connection::run(std::string_view sql)
{
    try {
        *driver_->session << std::string(sql);
    } catch (...) {
        rethrow_as_failure(*driver_);
    }
}

bool Connection::is_in_transaction()
{
    if (dialect_ == Dialect::sqlite)
        return sqlite_api::sqlite3_get_autocommit(driver_->sqlite()) == 0;
    return PQtransactionStatus(driver_->postgresql()) != PQTRANS_IDLE;
}

bool Connection::is_alive()
{
    if (spoilt_)
        return false;
    if (dialect_ == Dialect::sqlite)
        return true;
    auto* connection = driver_->postgresql();
    pollfd socket{.fd = PQsocket(connection), .events = POLLIN, .revents = 0};
    // An idle server is silent: bytes that wait are its last words, or the end of the stream.
    if (poll(&socket, 1, 0) != 0)
        return PQconsumeInput(connection) == 1 && PQstatus(connection) == CONNECTION_OK &&
               (socket.revents & (POLLHUP | POLLERR)) == 0 && poll(&socket, 1, 0) == 0;
    return PQstatus(connection) == CONNECTION_OK;
}

Connection::CopyIn::CopyIn(Connection& connection, const std::string& sql) : connection_(&connection)
{
    assert(connection.dialect() == Dialect::postgresql);
    auto* result = PQexec(connection.driver_->postgresql(), sql.c_str());
    auto status = PQresultStatus(result);
    PQclear(result);
    if (status != PGRES_COPY_IN)
        throw StorageFailure(StorageFailure::Kind::other, "", "PostgreSQL không nhận dữ liệu ghi hàng loạt.");
}

Connection::CopyIn::~CopyIn()
{
    if (!open_)
        return;
    auto* server = connection_->driver_->postgresql();
    PQputCopyEnd(server, "given up");
    while (auto* result = PQgetResult(server))
        PQclear(result);
}

void Connection::CopyIn::send(std::string_view lines)
{
    if (PQputCopyData(connection_->driver_->postgresql(), lines.data(), static_cast<int>(lines.size())) != 1)
        throw StorageFailure(StorageFailure::Kind::unavailable, "",
                             "Mất kết nối với PostgreSQL khi đang ghi: làm lại.");
}

void Connection::CopyIn::finish()
{
    open_ = false;
    auto* server = connection_->driver_->postgresql();
    std::string state = PQputCopyEnd(server, nullptr) == 1 ? "" : "08006";
    while (auto* result = PQgetResult(server)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK && state.empty()) {
            const char* found = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            state = found ? found : "08006";
        }
        PQclear(result);
    }
    if (!state.empty())
        throw failure_of_sqlstate(state);
}

void Connection::Insert::Close::operator()(Statement* statement) const { sqlite_api::sqlite3_finalize(raw(statement)); }

Connection::Insert::Insert(Connection& connection, std::string sql) : connection_(&connection), sql_(std::move(sql))
{
    assert(connection.dialect() == Dialect::sqlite);
    if (auto kept = connection.driver_->inserts.extract(sql_)) {
        statement_ = std::move(kept.mapped());
        return;
    }
    sqlite_api::sqlite3_stmt* made = nullptr;
    check(sqlite_api::sqlite3_prepare_v2(connection.driver_->sqlite(), sql_.c_str(), static_cast<int>(sql_.size()),
                                         &made, nullptr));
    statement_.reset(static_cast<Statement*>(static_cast<void*>(made)));
}

Connection::Insert::~Insert()
{
    if (!statement_)
        return;
    sqlite_api::sqlite3_reset(raw(statement_.get()));
    sqlite_api::sqlite3_clear_bindings(raw(statement_.get())); // the texts go away
    connection_->driver_->inserts.insert_or_assign(std::move(sql_), std::move(statement_));
}

void Connection::Insert::put_number(std::int64_t number)
{
    check(sqlite_api::sqlite3_bind_int64(raw(statement_.get()), ++bound_, number));
}

void Connection::Insert::put_text(std::string_view text)
{
    // A null pointer would be NULL, not the empty text.
    const char* begin = text.empty() ? "" : text.data();
    check(sqlite_api::sqlite3_bind_text(raw(statement_.get()), ++bound_, begin, static_cast<int>(text.size()),
                                        SQLITE_STATIC));
}

void Connection::Insert::put_null() { check(sqlite_api::sqlite3_bind_null(raw(statement_.get()), ++bound_)); }

void Connection::Insert::run()
{
    bool is_done = sqlite_api::sqlite3_step(raw(statement_.get())) == SQLITE_DONE;
    auto code = sqlite_api::sqlite3_reset(raw(statement_.get())); // says what went wrong
    if (!is_done)
        throw failure_of_sqlite(sqlite_api::sqlite3_extended_errcode(connection_->driver_->sqlite()));
    check(code);
    bound_ = 0;
}

void Connection::Insert::check(int code)
{
    if (code != SQLITE_OK)
        throw failure_of_sqlite(sqlite_api::sqlite3_extended_errcode(connection_->driver_->sqlite()));
}

} // namespace phusa::storage
