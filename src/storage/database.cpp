#include "storage/database.hpp"

#include "storage/migrations.hpp"
#include "storage/people_memory.hpp"
#include "storage/sql/connection.hpp"
#include "storage/sql/pool.hpp"

#include <map>

namespace phusa::storage
{

namespace
{

// The first statement of a snapshot fixes its moment; the same one, locking, makes writers on PostgreSQL wait in line.
constexpr auto read_head = "SELECT number FROM audit_head";
constexpr auto lock_head = "SELECT number FROM audit_head FOR UPDATE";
constexpr auto lock_schema = "SELECT pg_advisory_xact_lock(7040198)";

} // namespace

struct Database::Inside : Pool {
    Inside(const Address& address, const Keys& keys, const Options& options, std::function<Session()> snapshot)
        : Pool(address, keys, options), people(std::move(snapshot))
    {
    }

    PeopleMemory people; // goes first: it reads in the background
};

Database::Database(const Address& address, const Keys& keys, const Options& options)
    : inside_(std::make_unique<Inside>(address, keys, options, [this] { return snapshot(); }))
{
}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(std::string_view url, const Keys& keys, const Options& options)
{
    auto address = TRY(Address::parse(url));
    if (address.dialect == Dialect::sqlite)
        TRY_DO(prepare_file(address.file));
    std::unique_ptr<Database> database(new Database(address, keys, options));
    if (options.schema == Schema::bring_up_to_date)
        migrate(*database);
    else if (options.schema == Schema::must_be_current)
        require_current_schema(*database);
    return database;
}

Session Database::read() { return {*inside_, inside_->lease_reader(), Session::Span::statement}; }

Session Database::snapshot()
{
    Session session(*inside_, inside_->lease_reader(), Session::Span::snapshot);
    auto& connection = session.connection();
    connection.run(dialect() == Dialect::sqlite ? "BEGIN DEFERRED" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    connection.query(read_head).value<std::int64_t>();
    return session;
}

Transaction Database::write() { return begin(lock_head); }
Transaction Database::write_schema() { return begin(lock_schema); }

Transaction Database::begin(std::string_view lock)
{
    auto connection = inside_->lease_writer();
    try {
        connection->run(dialect() == Dialect::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
        if (dialect() == Dialect::postgresql)
            connection->run(lock);
    } catch (...) {
        connection->spoil();
        inside_->give_back_writer(std::move(connection));
        throw;
    }
    return {*inside_, std::move(connection)};
}

Dialect Database::dialect() const { return inside_->address().dialect; }
const Keys& Database::keys() const { return inside_->keys(); }
std::string Database::shown_url() const { return inside_->address().shown; }

Session::Session(Database::Inside& home, std::unique_ptr<Connection> connection, Span span)
    : home_(&home), connection_(std::move(connection)), span_(span)
{
}

Session::Session(Session&&) noexcept = default;

Session::~Session()
{
    if (!connection_ || span_ == Span::transaction)
        return;
    if (span_ == Span::snapshot)
        try {
            connection_->run("ROLLBACK");
        } catch (const StorageFailure&) {
            connection_->spoil(); // nobody can act on it here; the pool makes a new connection
        }
    home_->give_back_reader(std::move(connection_));
}

PeopleMemory* Session::people_memory() const { return span_ == Span::statement ? &home_->people : nullptr; }

const Keys& Session::keys() const { return home_->keys(); }

struct Transaction::Pending {
    std::map<std::string, std::function<void(Transaction&)>, std::less<>> work;
    bool committed = false;
};

Transaction::Transaction(Database::Inside& home, std::unique_ptr<Connection> connection)
    : Session(home, std::move(connection), Span::transaction), pending_(std::make_unique<Pending>())
{
}

Transaction::Transaction(Transaction&&) noexcept = default;

Transaction::~Transaction()
{
    if (!connection_)
        return;
    if (!pending_->committed)
        try {
            connection_->run("ROLLBACK");
        } catch (const StorageFailure&) {
            connection_->spoil(); // closing it rolls back
        }
    home_->give_back_writer(std::move(connection_));
}

void Transaction::before_commit(std::string_view name, std::function<void(Transaction&)> work)
{
    pending_->work.emplace(name, std::move(work));
}

void Transaction::commit()
{
    while (!pending_->work.empty()) {
        auto work = pending_->work.extract(pending_->work.begin());
        work.mapped()(*this);
    }
    connection_->run("COMMIT");
    pending_->committed = true;
}

} // namespace phusa::storage
