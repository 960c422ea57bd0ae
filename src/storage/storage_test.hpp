#pragma once

#include "storage/audit.hpp"
#include "storage/database.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace phusa::storage
{

// An empty register of its own: a SQLite file in a scratch folder, or a schema in the database that
// PHUSA_TEST_POSTGRESQL names. Gone when it goes.
class ScratchRegister
{
public:
    explicit ScratchRegister(Dialect dialect);
    ~ScratchRegister();
    ScratchRegister(const ScratchRegister&) = delete;
    ScratchRegister& operator=(const ScratchRegister&) = delete;

    const std::string& url() const { return url_; }
    const std::filesystem::path& folder() const { return folder_; }
    std::unique_ptr<Database> open(const Database::Options& options = {}) const;

private:
    Dialect dialect_;
    std::filesystem::path folder_;
    std::string name_;
    std::string url_;
};

Keys test_keys();
Clock::Time test_time();
NewAuditRow audit_of(std::string action, std::string subject = "test:1");

// Every test of storage runs on both databases.
class StorageTest : public testing::TestWithParam<Dialect>
{
protected:
    void SetUp() override;

    Database& database() { return *database_; }
    ScratchRegister& scratch() { return *scratch_; }
    void reopen(const Database::Options& options = {});
    void close() { database_.reset(); }
    // One transaction with one audit row, committed.
    AuditNumber write(const std::function<void(Transaction&, AuditNumber)>& work,
                      const std::string& action = "test.write");
    AuditNumber audit_head_now();
    // The cast of tests/cast, stored: units, people, admissions, events.
    void store_cast();

private:
    std::unique_ptr<ScratchRegister> scratch_;
    std::unique_ptr<Database> database_;
};

std::string dialect_name(const testing::TestParamInfo<Dialect>& info);

#define ON_BOTH_DATABASES(suite)                                                                                       \
    INSTANTIATE_TEST_SUITE_P(storage, suite, testing::Values(Dialect::sqlite, Dialect::postgresql), dialect_name)

} // namespace phusa::storage
