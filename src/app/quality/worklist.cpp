#include "app/quality/worklist.hpp"

#include "app/cell_names.hpp"
#include "app/gate.hpp"
#include "app/member_counts.hpp"
#include "app/quality/faults.hpp"
#include "app/recording.hpp"
#include "app/unit_names.hpp"
#include "base/number_text.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace phusa
{

namespace
{

constexpr auto right = Right::change_people;

void count(FaultCounts& counts, const DataFault& fault)
{
    ++counts[static_cast<std::size_t>(data_checks()[fault.check].group)];
}

Result<OrganisationTree::Position> position_of(const Gate& gate, std::optional<OrganisationId> unit)
{
    TRY_DO(gate.pass_anywhere(right));
    if (unit) {
        TRY_DO(gate.pass(right, *unit));
        if (auto position = gate.tree().find(*unit))
            return *position;
        return problem(Problem::Kind::not_found, "Tổ chức này không còn hoạt động; hãy xem ở tổ chức cấp trên.");
    }
    auto ranges = gate.ranges(right);
    if (ranges.empty())
        return problem(Problem::Kind::not_found, "Chưa có tổ chức nào trong phạm vi của anh/chị.");
    return ranges.front().first;
}

bool is_asked(const FaultQuestion& question, const DataFault& fault, const std::optional<std::uint8_t>& check)
{
    return (!check || fault.check == *check) &&
           (!question.group || data_checks()[fault.check].group == *question.group);
}

// The faults of a question, in the order of lists.
Result<std::vector<DataFault>> faults_of(App& app, const Gate& gate, const FaultQuestion& question)
{
    TRY_DO(gate.pass_anywhere(right));
    auto check = question.check.empty() ? std::nullopt : data_check(question.check);
    if (!check && !question.check.empty())
        return invalid("loi", "Không có loại lỗi này; hãy chọn trong danh sách.");
    auto all = data_faults(app);
    std::vector<DataFault> found;
    auto take = [&](std::span<const DataFault> faults) {
        for (const auto& fault : faults)
            if (is_asked(question, fault, check))
                found.push_back(fault);
    };
    if (question.organisation) {
        TRY_DO(gate.pass(right, *question.organisation));
        take(all->of(*question.organisation));
        return found;
    }
    for (auto range : gate.ranges(right))
        take(all->within(range));
    return found;
}

FaultLine line_of(App& app, storage::Session& session, const OrganisationTree& tree, const DataFault& fault)
{
    FaultLine line{.check = &data_checks()[fault.check], .person = fault.person};
    if (auto person = storage::person(session, fault.person)) {
        line.name = person->name;
        line.born = person->born;
        line.standing = person->standing;
        line.cell = person->cell;
        line.is_in_cell = tree.find(person->cell).has_value();
        auto names = names_of(tree, person->cell);
        line.cell_name = names.cell.empty() ? unit_name(app, person->cell) : std::move(names.cell);
        line.grassroots_name = std::move(names.grassroots);
    }
    if (!fault.other)
        return line;
    if (auto other = storage::person(session, fault.other))
        line.other = FaultLine::Other{
            .person = other->id, .name = other->name, .born = other->born, .cell_name = unit_name(app, other->cell)};
    return line;
}

std::vector<std::string> notes_for(App& app, const Actor& actor, std::string what, std::int64_t rows)
{
    std::vector<std::string> notes{std::move(what),
                                   fmt::format("{} dòng. Lập lúc {} bởi {}.", vietnamese_number(rows),
                                               vietnamese_time(app.clock().now()), actor.display_name)};
    if (app.invented())
        notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    return notes;
}

std::string scope_in_words(App& app, const FaultQuestion& question)
{
    std::string words = "Phạm vi: ";
    words += question.organisation ? unit_name(app, *question.organisation) : "toàn bộ phạm vi được giao";
    if (auto check = data_check(question.check))
        words += fmt::format(". Lỗi: {}", data_checks()[*check].title);
    else if (question.group)
        words += fmt::format(". Nhóm: {}", title_of(*question.group));
    return words + ".";
}

std::vector<Cell> row_of(const FaultLine& line)
{
    std::vector<Cell> row{std::string(line.check->key),
                          std::string(title_of(line.check->group)),
                          std::string(line.check->title),
                          line.name,
                          line.born,
                          line.cell_name,
                          line.grassroots_name,
                          std::string(title_of(line.standing)),
                          line.person.value,
                          Cell{},
                          Cell{},
                          Cell{},
                          Cell{},
                          std::string(line.check->advice)};
    if (line.other) {
        row[9] = line.other->name;
        row[10] = line.other->born;
        row[11] = line.other->cell_name;
        row[12] = line.other->person.value;
    }
    return row;
}

std::vector<Table::Column> list_columns()
{
    using enum Table::Kind;
    return {{"check", "Mã lỗi", text},
            {"group", "Nhóm", text},
            {"title", "Lỗi", text},
            {"full_name", "Họ và tên", text},
            {"born", "Sinh ngày", date},
            {"cell", "Chi bộ", text},
            {"grassroots", "Tổ chức cơ sở đảng", text},
            {"standing", "Trạng thái", text},
            {"person", "Số hồ sơ", count},
            {"other_name", "Họ và tên người kia", text},
            {"other_born", "Sinh ngày người kia", date},
            {"other_cell", "Chi bộ người kia", text},
            {"other_person", "Số hồ sơ người kia", count},
            {"advice", "Cần làm", text}};
}

std::function<std::vector<std::vector<Cell>>()> in_pieces(App& app, std::vector<DataFault> faults)
{
    constexpr std::size_t piece = 500;
    return [&app, tree = app.tree(), faults = std::move(faults), at = std::size_t{0}]() mutable {
        auto session = app.database().read();
        std::vector<std::vector<Cell>> rows;
        for (; at < faults.size() && rows.size() < piece; ++at)
            rows.push_back(row_of(line_of(app, session, *tree, faults[at])));
        return rows;
    };
}

} // namespace

Result<DataQuality> data_quality(App& app, const Actor& actor, std::optional<OrganisationId> unit)
{
    Gate gate(app, actor);
    auto position = TRY(position_of(gate, unit));
    auto faults = data_faults(app);
    auto members = member_counts(app);
    const auto& tree = faults->tree();
    const auto id = gate.tree().at(position).id;
    auto now = tree.find(id);
    if (!now)
        return problem(Problem::Kind::conflict, "Tổ chức vừa thay đổi; hãy tải lại trang.");
    DataQuality quality{.unit = tree.at(*now), .people = members->of(id).people};
    for (auto above : tree.path(*now))
        if (gate.pass(right, tree.at(above).id))
            quality.path.push_back(tree.at(above));
    quality.counts.assign(data_checks().size(), 0);
    std::set<PersonId> people;
    for (const auto& fault : faults->of(id)) {
        count(quality.groups, fault);
        ++quality.counts[fault.check];
        people.insert(fault.person);
    }
    quality.people_with_faults = static_cast<std::int64_t>(people.size());
    for (auto child : tree.children(*now)) {
        DataQuality::Part part{.unit = tree.at(child), .people = members->of(tree.at(child).id).people, .groups = {}};
        for (const auto& fault : faults->within(tree.subtree(child)))
            count(part.groups, fault);
        quality.parts.push_back(std::move(part));
    }
    return quality;
}

Result<FaultPage> list_faults(App& app, const Actor& actor, const FaultQuestion& question)
{
    Gate gate(app, actor);
    auto faults = TRY(faults_of(app, gate, question));
    FaultPage page{.rows = {}, .first = question.first, .total = static_cast<std::int64_t>(faults.size())};
    auto session = app.database().read();
    for (std::size_t i = question.first; i < faults.size() && page.rows.size() < question.rows; ++i)
        page.rows.push_back(line_of(app, session, gate.tree(), faults[i]));
    return page;
}

Result<TableStream> export_faults(App& app, const Actor& actor, const FaultQuestion& question)
{
    Gate gate(app, actor);
    auto faults = TRY(faults_of(app, gate, question));
    auto asked = scope_in_words(app, question);
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.data_quality",
            .subject = "people",
            .organisation = question.organisation ? question.organisation : gate.home(),
            .details = {{"question", asked}, {"rows", std::to_string(faults.size())}}});
    transaction.commit();
    Table head{.title = "Dữ liệu cần rà soát",
               .notes = notes_for(app, actor, asked, static_cast<std::int64_t>(faults.size())),
               .columns = list_columns(),
               .rows = {}};
    return TableStream{.head = std::move(head), .next = in_pieces(app, std::move(faults))};
}

Result<TableStream> export_fault_counts(App& app, const Actor& actor, std::optional<OrganisationId> unit)
{
    auto quality = TRY(data_quality(app, actor, unit));
    using enum Table::Kind;
    Table table{.title = "Chất lượng dữ liệu",
                .notes = {},
                .columns = {{"unit", "Đơn vị", text}, {"people", "Người", count}},
                .rows = {}};
    for (auto group : all_fault_groups())
        table.columns.push_back({std::string(key_of(group)), std::string(title_of(group)), Table::Kind::count});
    auto add = [&](const std::string& name, std::int64_t people, const FaultCounts& groups) {
        table.rows.push_back({name, people, groups[0], groups[1], groups[2]});
    };
    for (const auto& part : quality.parts)
        add(part.unit.name, part.people, part.groups);
    add(quality.unit.name, quality.people, quality.groups);
    table.notes = notes_for(app, actor, fmt::format("Phạm vi: {}.", quality.unit.name),
                            static_cast<std::int64_t>(table.rows.size()));
    return stream_of(std::move(table));
}

} // namespace phusa
