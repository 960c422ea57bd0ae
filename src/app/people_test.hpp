#pragma once

#include "app/register_test.hpp"
#include "domain/audit_row.hpp"

#include <functional>
#include <string>
#include <vector>

namespace phusa
{

namespace storage
{
class Transaction;
}

// The register of RegisterTest with the cast's people in it. Only Mây's identity number is known there.
class PeopleTest : public RegisterTest
{
protected:
    static constexpr std::string_view identity_of_may = "034000000003";

    void SetUp() override;
    // One transaction with one audit row, committed.
    void write(const std::function<void(storage::Transaction&, AuditNumber)>& work);
    // What the audit log says of actions that begin so, newest first.
    std::vector<AuditRow> audit_of(const std::string& action);
};

} // namespace phusa
