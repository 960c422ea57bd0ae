#include "app/import/import.hpp"

#include "app/gate.hpp"
#include "app/import/file.hpp"
#include "app/import/intake.hpp"
#include "app/import/remembered.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/sealing.hpp"
#include "exchange/spreadsheet/reading_ahead.hpp"
#include "storage/audit.hpp"
#include "storage/database.hpp"
#include "storage/imports.hpp"
#include "storage/late_indexes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <future>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 6> recognised_keys{"not_at_all", "by_head", "misspelt",
                                                          "remembered", "by_hand", "left_out"};

constexpr std::size_t head_rows_max = 40;
constexpr std::size_t preview_rows = 10;

Result<SheetHead> head_of(const Workbook& book, std::size_t sheet, std::span<const ImportColumn> columns)
{
    std::vector<SheetRow> first;
    TRY_DO(book.read(sheet, [&](SheetRow&& row) {
        first.push_back(std::move(row));
        return first.size() < head_rows_max;
    }));
    return find_head(first, columns);
}

// Columns that must be there for any row to be taken.
Result<void> check_columns(const SheetLayout& layout, bool needs_no_unit)
{
    std::string missing;
    for (std::size_t index = 0; index < layout.columns().size(); ++index) {
        const auto& column = layout.columns()[index];
        bool may_lack = column.meaning == CellMeaning::unit && needs_no_unit;
        if (column.required && !may_lack && !layout.is_there(index))
            missing.append(missing.empty() ? "" : ", ").append(column.title);
    }
    if (missing.empty())
        return {};
    return invalid("columns", fmt::format("Bảng thiếu cột: {}. Hãy thêm cột, hoặc chỉ ra cột nào trong bảng mang nội "
                                          "dung đó.",
                                          missing));
}

class Import
{
public:
    Import(App& app, const Actor& actor, const ImportFile& file, const ImportWish& wish)
        : app_(app), actor_(actor), file_(file), wish_(wish), gate_(app, actor),
          digest_(std::async(wish.dry_run ? std::launch::deferred : std::launch::async,
                             [&file] { return to_hex(sha256(file.inside().content.bytes())); }))
    {
    }

    Result<ImportOutcome> run()
    {
        TRY_DO(gate_.pass_anywhere(right_to_import(wish_.kind)));
        TRY_DO(find_unit());
        sheet_ = TRY(sheet_index(file_, wish_.sheet));
        auto columns = columns_of(wish_.kind);
        head_ = TRY(head_of(file_.inside().book, sheet_, columns));
        {
            auto session = app_.database().read();
            TRY_DO(
                choose_columns(head_, columns, remembered_columns(session, wish_.kind, head_), Recognised::remembered));
        }
        TRY_DO(choose_columns(head_, columns, wish_.columns, Recognised::by_hand));
        SheetLayout layout(columns, head_);
        describe_columns();
        TRY_DO(check_columns(layout, only_cell().has_value()));
        return write(layout);
    }

private:
    Result<void> find_unit()
    {
        if (wish_.org.empty())
            return {};
        within_ = unit_with_code(app_, wish_.org);
        if (!within_)
            return problem(Problem::Kind::not_found, fmt::format("Không có tổ chức nào mang mã “{}”.", wish_.org));
        return gate_.pass(right_to_import(wish_.kind), *within_);
    }

    // Where the sheet is of one cell, its rows need not say so.
    std::optional<OrganisationId> only_cell() const
    {
        if (!within_)
            return std::nullopt;
        auto position = gate_.tree().find(*within_);
        if (!position || !has_members(gate_.tree().at(*position).kind))
            return std::nullopt;
        return within_;
    }

    void describe_columns()
    {
        auto columns = columns_of(wish_.kind);
        outcome_.sheet = file_.inside().book.sheets()[sheet_].name;
        outcome_.head_row = head_.last_row;
        for (const auto& column : head_.columns)
            outcome_.columns.push_back(
                {.index = column.index,
                 .letters = column_letters(column.index),
                 .head = column.head,
                 .key = std::string(column.column ? columns[*column.column].key : ""),
                 .title = std::string(column.column ? columns[*column.column].title : ""),
                 .how = std::string(recognised_keys.at(static_cast<std::size_t>(column.recognised)))});
    }

    Result<ImportOutcome> write(SheetLayout& layout)
    {
        UnitFinder units(app_, gate_, right_to_import(wish_.kind), within_);
        auto transaction = app_.database().write();
        storage::ask_by_index(transaction);
        storage::index_late(transaction);
        // The row that records all of it comes last, when the counts are known; nobody else can take its number.
        AuditNumber by{storage::audit_head(transaction).number.value + 1};
        ImportRemarks remarks;
        IntakeContext context{.app = app_,
                              .actor = actor_,
                              .gate = gate_,
                              .transaction = transaction,
                              .units = units,
                              .layout = layout,
                              .remarks = remarks,
                              .by = by,
                              .only_cell = only_cell()};
        auto intake = intake_for(context);
        TRY_DO(read_rows(*intake));
        intake->finish();
        take_counts(intake->counts(), std::move(remarks));
        bool is_written = !wish_.dry_run && outcome_.ready > 0;
        if (is_written) {
            if (!wish_.columns.empty())
                remember_columns(transaction, wish_.kind, head_, wish_.columns);
            auto number = record(app_, transaction, actor_, described());
            assert(number == by);
            transaction.commit();
            outcome_.written = outcome_.ready;
            outcome_.import_id = by;
            if (wish_.kind == ImportKind::organisations)
                app_.forget_trees();
        }
        return std::move(outcome_);
    }

    std::unique_ptr<Intake> intake_for(const IntakeContext& context) const
    {
        switch (wish_.kind) {
        case ImportKind::organisations:
            return organisation_intake(context);
        case ImportKind::members:
            return member_intake(context);
        case ImportKind::admissions:
            return admission_intake(context);
        case ImportKind::dossiers:
            return dossier_intake(context);
        }
        std::unreachable();
    }

    Result<void> read_rows(Intake& intake)
    {
        return read_ahead(file_.inside().book, sheet_, [&](SheetRow&& row) {
            bool is_first = row.number == head_.last_row + 1;
            if (row.number <= head_.last_row || std::ranges::all_of(row.cells, is_blank) ||
                (is_first && numbers_columns(row)))
                return true;
            ++outcome_.rows;
            note_hidden(row);
            if (outcome_.first_rows.size() < preview_rows)
                preview(row);
            intake.take(row);
            constexpr std::int64_t told_every = 1'000;
            if (wish_.progress && outcome_.rows % told_every == 0)
                wish_.progress(outcome_.rows);
            return true;
        });
    }

    // Somebody hid or filtered rows and may have forgotten them: they are read, and that is said once.
    void note_hidden(const SheetRow& row)
    {
        if (!row.hidden)
            return;
        if (++hidden_rows_ == 1)
            first_hidden_ = row.number;
    }

    void preview(const SheetRow& row)
    {
        ImportPreviewRow shown{.row = row.number, .cells = {}};
        for (std::size_t index = 0; index < head_.columns.size(); ++index)
            shown.cells.push_back(index < row.cells.size() ? text_of(row.cells[index]) : std::string());
        outcome_.first_rows.push_back(std::move(shown));
    }

    void take_counts(const IntakeCounts& counts, ImportRemarks remarks)
    {
        outcome_.ready = counts.ready();
        outcome_.added = counts.added;
        outcome_.updated = counts.updated;
        outcome_.unchanged = counts.unchanged;
        outcome_.errors = std::move(remarks.errors);
        outcome_.warnings = std::move(remarks.warnings);
        if (hidden_rows_ > 0)
            outcome_.warnings.push_back(
                {.row = first_hidden_,
                 .column = {},
                 .value = {},
                 .message = fmt::format("Bảng có {} dòng đang bị ẩn hoặc bị lọc, kể từ dòng này; các dòng ấy vẫn được "
                                        "đọc. Nếu không muốn nhập, hãy xoá khỏi bảng.",
                                        hidden_rows_)});
        std::ranges::stable_sort(outcome_.errors, {}, &ImportRemark::row);
        std::ranges::stable_sort(outcome_.warnings, {}, &ImportRemark::row);
    }

    Change described()
    {
        auto unit = within_ ? within_ : gate_.home();
        return {.action = "import.write",
                .subject = fmt::format("import:{}", key_of(wish_.kind)),
                .person = {},
                .organisation = unit,
                .details = {{"kind", std::string(key_of(wish_.kind))},
                            {"file", file_.name()},
                            {"sha256", digest_.get()},
                            {"rows", std::to_string(outcome_.rows)},
                            {"added", std::to_string(outcome_.added)},
                            {"updated", std::to_string(outcome_.updated)},
                            {"unchanged", std::to_string(outcome_.unchanged)},
                            {"errors", std::to_string(outcome_.rows - outcome_.ready)}}};
    }

    App& app_;
    const Actor& actor_;
    const ImportFile& file_;
    const ImportWish& wish_;
    Gate gate_;
    std::future<std::string> digest_; // of the file; reckoned while the rows are read, of a trial never
    std::optional<OrganisationId> within_;
    std::size_t sheet_ = 0;
    SheetHead head_;
    ImportOutcome outcome_;
    std::int64_t hidden_rows_ = 0;
    std::uint32_t first_hidden_ = 0;
};

} // namespace

Result<ImportOutcome> import_sheet(App& app, const Actor& actor, const ImportFile& file, const ImportWish& wish)
{
    return Import(app, actor, file, wish).run();
}

} // namespace phusa
