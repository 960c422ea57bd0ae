#include "app/dossiers/list.hpp"

#include "app/dossiers/chosen.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>

namespace phusa
{

namespace
{

using Entries = std::vector<const DossierRegister::Entry*>;

// Days that are absent come last, whatever the direction.
template<typename Key>
void sort_by(Entries& entries, bool descending, Key key)
{
    std::ranges::stable_sort(entries, [&](const auto* a, const auto* b) {
        auto left = key(*a);
        auto right = key(*b);
        if (!left || !right)
            return left.has_value() && !right.has_value();
        return descending ? *right < *left : *left < *right;
    });
}

void put_in_order(Entries& entries, const DossierQuestion& question)
{
    auto next_day = [](auto day) {
        return [day](const DossierRegister::Entry& entry) {
            const auto* next = entry.judged.next();
            return next && is_open(entry.judged.stage.stage) ? next->*day : std::optional<Date>();
        };
    };
    switch (question.order) {
    case DossierOrder::name: // as the register is
        if (question.descending)
            std::ranges::reverse(entries);
        break;
    case DossierOrder::days_in_stage:
        sort_by(entries, !question.descending,
                [](const auto& entry) { return std::optional(entry.judged.stage.since); });
        break;
    case DossierOrder::next_day:
        sort_by(entries, question.descending, next_day(&NextAct::earliest));
        break;
    case DossierOrder::latest_day:
        sort_by(entries, question.descending, next_day(&NextAct::latest));
        break;
    }
}

// What a question finds, before it is cut into pages.
struct Found {
    Entries entries;
    std::vector<std::pair<Stage, std::int64_t>> by_stage;
    std::int64_t late = 0;
    std::int64_t past_facts = 0;
    std::int64_t blocked = 0;
};

Result<Found> find(const Gate& gate, const DossierRegister& all, const DossierQuestion& question)
{
    Found found;
    for (auto stage : all_stages())
        found.by_stage.emplace_back(stage, 0);
    auto words = folded_words(question.words);
    for (const auto* entry : TRY(dossiers_in_scope(gate, all, question.organisation))) {
        if (!is_asked_for(*entry, question, words))
            continue;
        auto place =
            std::ranges::find(found.by_stage, entry->judged.stage.stage, &std::pair<Stage, std::int64_t>::first);
        place->second += 1;
        if (!has_asked_stage(*entry, question))
            continue;
        found.late += entry->judged.late;
        found.past_facts += entry->judged.past_facts > 0;
        found.blocked += entry->judged.blocks > 0;
        found.entries.push_back(entry);
    }
    put_in_order(found.entries, question);
    return found;
}

// A cursor is the number of rows before the page.
Result<std::size_t> rows_before(std::string_view cursor, std::size_t total)
{
    std::size_t before = 0;
    if (cursor.empty())
        return before;
    auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), before);
    if (error != std::errc() || end != cursor.data() + cursor.size())
        return invalid("cursor", "Địa chỉ trang không còn đúng; hãy quay lại trang đầu của danh sách.");
    return std::min(before, total);
}

std::vector<Table::Column> export_columns()
{
    using enum Table::Kind;
    return {{"full_name", "Họ và tên", text},
            {"born", "Sinh ngày", date},
            {"cell", "Chi bộ", text},
            {"grassroots", "Tổ chức cơ sở đảng", text},
            {"stage", "Giai đoạn", text},
            {"days_in_stage", "Số ngày ở giai đoạn", count},
            {"outcome", "Kết quả đối chiếu", text},
            {"blocks", "Điều chưa đúng", count},
            {"warnings", "Điều nhắc", count},
            {"next", "Việc tiếp theo", text},
            {"earliest", "Sớm nhất", date},
            {"latest", "Muộn nhất", date},
            {"past_facts", "Việc ghi muộn trái quy định", count}};
}

Cell day_cell(const std::optional<Date>& day) { return day ? Cell(*day) : Cell(); }

std::vector<Cell> export_row(const DossierLine& line)
{
    return {line.name,
            line.born,
            line.cell_name,
            line.grassroots_name,
            std::string(title_of(line.stage)),
            std::int64_t{line.days_in_stage},
            std::string(title_of(line.outcome)),
            std::int64_t{line.blocks},
            std::int64_t{line.warnings},
            line.next_title,
            day_cell(line.next_earliest),
            day_cell(line.next_latest),
            std::int64_t{line.past_facts}};
}

} // namespace

Result<DossierPage> list_dossiers(App& app, const Actor& actor, const DossierQuestion& question)
{
    Gate gate(app, actor);
    auto all = dossier_register(app);
    auto found = TRY(find(gate, *all, question));
    auto before = TRY(rows_before(question.cursor, found.entries.size()));
    auto rows = std::max<std::size_t>(question.rows, 1);
    auto end = before + std::min(rows, found.entries.size() - before);
    DossierPage page{.total = static_cast<std::int64_t>(found.entries.size()),
                     .by_stage = std::move(found.by_stage),
                     .late = found.late,
                     .past_facts = found.past_facts,
                     .blocked = found.blocked};
    for (auto i = before; i < end; ++i)
        page.rows.push_back(line_of(app, gate, found.entries[i]->judged));
    if (before < end)
        page.first = static_cast<std::int64_t>(before) + 1;
    if (before > 0)
        page.previous = std::to_string(before > rows ? before - rows : 0);
    if (end < found.entries.size())
        page.next = std::to_string(end);
    return page;
}

Result<std::vector<DossierColumn>> dossier_board(App& app, const Actor& actor, const DossierQuestion& question)
{
    Gate gate(app, actor);
    auto all = dossier_register(app);
    auto found = TRY(find(gate, *all, question));
    std::vector<DossierColumn> columns;
    for (auto stage : all_stages())
        if (is_open(stage))
            columns.push_back({.stage = stage, .rows = {}});
    for (const auto* entry : found.entries) {
        auto column = std::ranges::find(columns, entry->judged.stage.stage, &DossierColumn::stage);
        if (column == columns.end())
            continue;
        column->total += 1;
        column->late += entry->judged.late;
        if (column->rows.size() < question.rows)
            column->rows.push_back(line_of(app, gate, entry->judged));
    }
    return columns;
}

namespace
{

// What was asked for, as a note above the rows.
std::string question_in_words(App& app, const DossierQuestion& question)
{
    std::string words = question.organisation ? "Phạm vi: " + unit_name(app, *question.organisation) + " và cấp dưới"
                                              : std::string("Phạm vi: mọi đơn vị mà người lập được xem");
    std::string stages;
    for (auto stage : question.stages)
        stages.append(stages.empty() ? "; giai đoạn: " : ", ").append(lower_case(title_of(stage)));
    words += stages.empty() ? (question.all_stages ? "; mọi giai đoạn" : "; hồ sơ đang làm") : stages;
    if (question.late_only)
        words += "; chỉ hồ sơ quá hạn";
    if (question.blocked_only)
        words += "; chỉ hồ sơ vướng quy định";
    if (question.past_facts_only)
        words += "; chỉ hồ sơ có việc ghi dù trái quy định";
    if (!question.words.empty())
        words += "; tên có “" + question.words + "”";
    return words + ".";
}

} // namespace

Result<TableStream> export_dossiers(App& app, const Actor& actor, const DossierQuestion& question)
{
    auto whole = question;
    whole.cursor.clear();
    whole.rows = limit::export_rows_max;
    auto page = TRY(list_dossiers(app, actor, whole));
    Table table{.title = "Hồ sơ kết nạp đảng viên",
                .notes = {question_in_words(app, question),
                          fmt::format("{} hồ sơ. Lập lúc {} bởi {}.", vietnamese_number(page.total),
                                      vietnamese_time(app.clock().now()), actor.display_name)},
                .columns = export_columns(),
                .rows = {}};
    if (app.invented())
        table.notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    for (const auto& line : page.rows)
        table.rows.push_back(export_row(line));
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.dossiers",
            .subject = "dossiers",
            .organisation = question.organisation ? question.organisation : Gate(app, actor).home(),
            .details = {{"rows", std::to_string(page.total)}}});
    transaction.commit();
    return stream_of(std::move(table));
}

} // namespace phusa
