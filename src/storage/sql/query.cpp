#include "storage/sql/query.hpp"

#include "storage/sql/driver.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cassert>

namespace phusa::storage
{

namespace
{

// Statements kept per connection. Filters make new texts; when there are this many, all idle ones are dropped.
constexpr std::size_t kept_max = 300;

void prepare(Prepared& prepared, soci::session& session, std::size_t columns)
{
    auto statement = std::make_unique<soci::statement>(session);
    prepared.columns.resize(columns);
    prepared.filled.resize(columns, soci::i_ok);
    for (std::size_t i = 0; i < columns; ++i)
        statement->exchange(soci::into(prepared.columns[i], prepared.filled[i]));
    for (auto& parameter : prepared.parameters)
        if (parameter.number)
            statement->exchange(soci::use(parameter.integer, parameter.filled));
        else
            statement->exchange(soci::use(parameter.text, parameter.filled));
    statement->alloc();
    statement->prepare(with_names(prepared.sql));
    statement->define_and_bind();
    prepared.statement = std::move(statement);
}

// Ends the read transaction that an unfinished SQLite statement keeps open, and frees what PostgreSQL sent.
void let_go(Prepared& prepared, Dialect dialect)
{
    // SOCI keeps the types of its backends to itself, so no dynamic_cast.
    auto* backend = prepared.statement->get_backend();
    if (dialect == Dialect::sqlite)
        sqlite_api::sqlite3_reset(static_cast<soci::sqlite3_statement_backend*>(backend)->stmt_);
    else
        static_cast<soci::postgresql_statement_backend*>(backend)->result_.reset();
}

} // namespace

std::string with_names(std::string_view sql)
{
    std::string named;
    named.reserve(sql.size() + 32);
    int number = 0;
    for (char character : sql)
        if (character == '?')
            named += ":p" + std::to_string(++number);
        else
            named += character;
    return named;
}

RawValue Row::raw()
{
    assert(next_ < prepared_->columns.size());
    RawValue value{.text = prepared_->columns[next_], .null = prepared_->filled[next_] == soci::i_null};
    ++next_;
    return value;
}

Query::Query(Connection& connection, std::string_view sql) : connection_(&connection)
{
    auto& kept = connection.driver_->kept;
    auto found = kept.find(sql);
    if (found == kept.end() && kept.size() >= kept_max)
        std::erase_if(kept, [](const auto& one) { return !one.second->busy; });
    if (found == kept.end())
        found = kept.emplace(std::string(sql), std::make_unique<Prepared>(sql)).first;
    prepared_ = found->second.get();
    if (prepared_->busy) {
        own_ = std::make_unique<Prepared>(sql);
        prepared_ = own_.get();
    }
    prepared_->busy = true;
}

Query::Query(Connection& connection, std::unique_ptr<Prepared> own)
    : connection_(&connection), prepared_(own.get()), own_(std::move(own))
{
}

Query::Query(Query&& other) noexcept
    : connection_(other.connection_), prepared_(std::exchange(other.prepared_, nullptr)), own_(std::move(other.own_)),
      bound_(other.bound_)
{
}

Query::~Query()
{
    if (!prepared_)
        return;
    prepared_->busy = false;
    if (!prepared_->statement)
        prepared_->parameters.clear();
    else
        let_go(*prepared_, connection_->dialect());
}

void Query::put_number(std::int64_t number, bool null)
{
    if (!prepared_->statement)
        prepared_->parameters.push_back({.number = true, .integer = 0, .text = {}, .filled = soci::i_ok});
    assert(bound_ < prepared_->parameters.size());
    auto& parameter = prepared_->parameters[bound_++];
    assert(parameter.number);
    parameter.integer = number;
    parameter.filled = null ? soci::i_null : soci::i_ok;
}

void Query::put_text(std::string_view text, bool null)
{
    if (!prepared_->statement)
        prepared_->parameters.push_back({.number = false, .integer = 0, .text = {}, .filled = soci::i_ok});
    assert(bound_ < prepared_->parameters.size());
    auto& parameter = prepared_->parameters[bound_++];
    assert(!parameter.number);
    parameter.text = text;
    parameter.filled = null ? soci::i_null : soci::i_ok;
}

std::int64_t Query::run()
{
    assert(!prepared_->statement || bound_ == prepared_->parameters.size());
    auto& driver = *connection_->driver_;
    try {
        if (!prepared_->statement)
            prepare(*prepared_, *driver.session, 0);
        prepared_->statement->execute(true);
        bound_ = 0;
        return prepared_->statement->get_affected_rows();
    } catch (...) {
        rethrow_as_failure(driver);
    }
}

void Query::start(std::size_t columns)
{
    assert(!prepared_->statement || bound_ == prepared_->parameters.size());
    auto& driver = *connection_->driver_;
    try {
        if (!prepared_->statement)
            prepare(*prepared_, *driver.session, columns);
        assert(prepared_->columns.size() == columns);
        prepared_->statement->execute(false);
        bound_ = 0;
    } catch (...) {
        rethrow_as_failure(driver);
    }
}

bool Query::fetch()
{
    try {
        return prepared_->statement->fetch();
    } catch (...) {
        rethrow_as_failure(*connection_->driver_);
    }
}

} // namespace phusa::storage
