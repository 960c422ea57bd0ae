#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "app/import/kind.hpp"
#include "app/import/remark.hpp"
#include "base/result.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Sheets of offices into the register (DESIGN §6).
namespace phusa
{

// A spreadsheet that somebody sent: .xlsx or .csv.
class ImportFile
{
public:
    static Result<ImportFile> of_bytes(std::string bytes, std::string name);
    static Result<ImportFile> of_path(const std::filesystem::path& path, std::string name);
    ImportFile(ImportFile&&) noexcept;
    ImportFile& operator=(ImportFile&&) noexcept;
    ~ImportFile();

    const std::string& name() const;
    // Of the sheets that can be seen, in their order; one empty name for CSV.
    std::vector<std::string> sheets() const;

    struct Inside; // app/import only
    const Inside& inside() const { return *inside_; }

private:
    explicit ImportFile(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

struct ImportWish {
    ImportKind kind = ImportKind::members;
    std::string org = {};   // a code: only units there; empty for all that the importer may change
    std::string sheet = {}; // a name; empty for the first one that can be seen
    // By hand: column of the sheet (from 0) to key, "" for none. Remembered for these heads once it is written.
    std::map<std::size_t, std::string> columns = {};
    bool dry_run = false;
    std::function<void(std::int64_t rows)> progress = {}; // rows read so far
};

// A column of the sheet as it was understood.
struct ImportedColumn {
    std::size_t index = 0;
    std::string letters; // "C"
    std::string head;
    std::string key;   // empty: not read
    std::string title; // of the column that it means
    std::string how;   // key of Recognised: "by_head", "misspelt", "remembered", "by_hand", "left_out", "not_at_all"
};

struct ImportPreviewRow {
    std::uint32_t row = 0;
    std::vector<std::string> cells; // as many as columns
};

struct ImportOutcome {
    std::string sheet;
    std::uint32_t head_row = 0; // the last row of the heads
    std::vector<ImportedColumn> columns;
    std::vector<ImportPreviewRow> first_rows;
    std::int64_t rows = 0;
    std::int64_t ready = 0; // rows without errors: those that are written
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::vector<ImportRemark> warnings; // by row
    std::vector<ImportRemark> errors;   // by row
    std::int64_t written = 0;           // 0 in a dry run
    std::optional<AuditNumber> import_id;
};

// Checks every row, writes those without errors in one transaction with one audit row; a dry run does the same and
// takes all of it back before anybody sees it. The Problem: the file or its heads cannot be understood, or the
// importer has no right to change such things anywhere.
Result<ImportOutcome> import_sheet(App& app, const Actor& actor, const ImportFile& file, const ImportWish& wish);

// The rows that have errors as they stand in the file, with what is wrong behind them: to mend and send again.
Result<std::string> failing_rows(const ImportFile& file, const ImportOutcome& outcome);

// Keys, heads, required, allowed values: one row for each column.
Table import_template(ImportKind kind);
// An empty sheet with our heads, to fill in.
Table empty_sheet(ImportKind kind);

// Everything of a kind within the unit (a code; empty for all), in the columns that import reads; recorded. Identity
// numbers are left out unless `with_identities`, which needs the right to reveal them.
struct ExportWish {
    ImportKind kind = ImportKind::members;
    std::string org = {};
    bool with_identities = false;
};
Result<TableStream> export_kind(App& app, const Actor& actor, const ExportWish& wish);

} // namespace phusa
