#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/import/row_reader.hpp"
#include "app/import/units.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace phusa
{

namespace storage
{
class Transaction;
}

// What the rows of one import go through.
//
// Rows are read on one thread while those before them are written on another, with remarks of their own: both may ask
// for units; the layout is the reader's, the transaction the writer's.
struct IntakeContext {
    App& app;
    const Actor& actor;
    const Gate& gate;
    storage::Transaction& transaction;
    UnitFinder& units;
    SheetLayout& layout;
    ImportRemarks& remarks;
    AuditNumber by;                          // what everything is recorded in
    std::optional<OrganisationId> only_cell; // where the sheet need not name one

    IntakeContext with(ImportRemarks& others) const
    {
        return {.app = app,
                .actor = actor,
                .gate = gate,
                .transaction = transaction,
                .units = units,
                .layout = layout,
                .remarks = others,
                .by = by,
                .only_cell = only_cell};
    }
};

struct IntakeCounts {
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;

    std::int64_t ready() const { return added + updated + unchanged; }
};

// Takes the rows of a sheet one after the other and writes them in pieces, so that memory does not grow with them.
// Rows that are wrong are left out, with a remark.
class Intake
{
public:
    virtual ~Intake() = default;
    virtual void take(const SheetRow& row) = 0;
    // What was not written yet.
    virtual void finish() = 0;
    const IntakeCounts& counts() const { return counts_; }

protected:
    IntakeCounts counts_;
};

std::unique_ptr<Intake> member_intake(const IntakeContext& context);
std::unique_ptr<Intake> admission_intake(const IntakeContext& context);
std::unique_ptr<Intake> dossier_intake(const IntakeContext& context);
std::unique_ptr<Intake> organisation_intake(const IntakeContext& context);

constexpr std::size_t intake_piece_rows = 2'000;

} // namespace phusa
