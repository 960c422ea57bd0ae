#include "storage/people_list.hpp"

#include "app/cell_names.hpp"
#include "app/gate.hpp"
#include "app/people.hpp"
#include "app/people_question.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "storage/people.hpp"
#include "storage/people_reading.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace phusa
{

namespace
{

PersonLine line_of(const OrganisationTree& tree, const storage::PersonLine& person)
{
    auto names = names_of(tree, person.cell);
    return {.id = person.id,
            .name = person.name,
            .born = person.born,
            .sex = person.sex,
            .occupation = person.occupation,
            .standing = person.standing,
            .cell = person.cell,
            .cell_name = std::move(names.cell),
            .grassroots_name = std::move(names.grassroots),
            .admitted = person.admitted};
}

// Where a page of a list begins: after the last row of the page before it, or before the first row of the page after
// it, and which number its first row has. "n205.51" and "p205.51"; to others it means nothing.
struct Cursor {
    bool backwards = false;
    PersonId person;
    std::int64_t first = 1;
};

std::string text_of(const Cursor& cursor)
{
    return fmt::format("{}{}.{}", cursor.backwards ? 'p' : 'n', cursor.person.value, cursor.first);
}

std::optional<std::int64_t> positive_number(std::string_view digits)
{
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number <= 0)
        return std::nullopt;
    return number;
}

Result<std::optional<Cursor>> read_cursor(std::string_view text)
{
    if (text.empty())
        return std::optional<Cursor>{};
    auto point = text.find('.');
    bool is_known = text.front() == 'n' || text.front() == 'p';
    auto person = point == std::string_view::npos ? std::nullopt : positive_number(text.substr(1, point - 1));
    auto first = person ? positive_number(text.substr(point + 1)) : std::nullopt;
    if (!is_known || !first)
        return invalid("cursor", "Địa chỉ trang không còn đúng; hãy quay lại trang đầu của danh sách.");
    return std::optional(Cursor{.backwards = text.front() == 'p', .person = PersonId(*person), .first = *first});
}

// The cursors of the pages around this one.
void set_neighbours(PeoplePage& shown, const std::optional<Cursor>& asked, bool has_more, std::size_t rows)
{
    if (shown.rows.empty())
        return;
    bool backwards = asked && asked->backwards;
    bool has_previous = backwards ? has_more : asked.has_value();
    bool has_next = backwards || has_more;
    // Reached from behind, the first page is number one whatever was added meanwhile.
    shown.first = asked && has_previous ? std::min(asked->first, shown.total) : 1;
    auto count = static_cast<std::int64_t>(shown.rows.size());
    auto before = std::max<std::int64_t>(1, shown.first - static_cast<std::int64_t>(rows));
    if (has_previous)
        shown.previous = text_of({.backwards = true, .person = shown.rows.front().id, .first = before});
    if (has_next)
        shown.next = text_of({.backwards = false, .person = shown.rows.back().id, .first = shown.first + count});
}

std::vector<Table::Column> export_columns()
{
    using enum Table::Kind;
    return {{"full_name", "Họ và tên", text},
            {"born", "Sinh ngày", date},
            {"sex", "Giới tính", text},
            {"ethnicity", "Dân tộc", text},
            {"religion", "Tôn giáo", text},
            {"identity", "Số định danh cá nhân", text},
            {"home", "Quê quán", text},
            {"residence", "Nơi thường trú", text},
            {"occupation", "Nghề nghiệp", text},
            {"general_education", "Giáo dục phổ thông", text},
            {"qualification", "Chuyên môn, nghiệp vụ", text},
            {"political_theory", "Lý luận chính trị", text},
            {"cell", "Chi bộ", text},
            {"grassroots", "Tổ chức cơ sở đảng", text},
            {"standing", "Trạng thái", text},
            {"admitted", "Ngày vào Đảng", date}};
}

template<typename Enum>
Cell coded(Enum value)
{
    return static_cast<int>(value) == 0 ? Cell{} : Cell{std::string(code_of(value).title)};
}

Cell coded(const CodeList& list, std::uint8_t number)
{
    return number == 0 ? Cell{} : Cell{std::string(list.at(number).title)};
}

std::vector<Cell> export_row(const OrganisationTree& tree, const Person& person, std::optional<Date> admitted)
{
    auto names = names_of(tree, person.cell);
    return {person.name,
            person.born,
            coded(person.sex),
            coded(ethnicities(), person.ethnicity),
            coded(religions(), person.religion),
            person.identity_masked,
            person.home,
            person.residence,
            coded(person.occupation),
            coded(person.general_education),
            coded(person.qualification),
            coded(person.political_theory),
            std::move(names.cell),
            std::move(names.grassroots),
            std::string(title_of(person.standing)),
            admitted ? Cell{*admitted} : Cell{}};
}

// Rows by hundreds, each piece read in a session of its own: a slow reader holds no connection.
std::function<std::vector<std::vector<Cell>>()> rows_in_pieces(App& app, storage::PeopleReading reading)
{
    constexpr std::size_t rows_at_once = 500;
    return [&app, tree = app.tree(), reading = std::move(reading)]() mutable {
        auto session = app.database().read();
        std::vector<std::vector<Cell>> rows;
        for (const auto& [person, admitted] : reading.next(session, rows_at_once))
            rows.push_back(export_row(*tree, person, admitted));
        return rows;
    };
}

std::vector<std::string> export_notes(App& app, const Actor& actor, std::string question, std::size_t people)
{
    std::vector<std::string> notes{std::move(question),
                                   fmt::format("{} người. Lập lúc {} bởi {}.",
                                               vietnamese_number(static_cast<std::int64_t>(people)),
                                               vietnamese_time(app.clock().now()), actor.display_name)};
    if (app.invented())
        notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    return notes;
}

} // namespace

Result<PeoplePage> list_people(App& app, const Actor& actor, const PeopleQuestion& question)
{
    Gate gate(app, actor);
    auto cursor = TRY(read_cursor(question.cursor));
    storage::PeopleAsk ask{.filter = TRY(filter_of(app, gate, question)),
                           .order = static_cast<storage::PeopleOrder>(question.order),
                           .direction =
                               question.descending ? storage::Direction::descending : storage::Direction::ascending,
                           .rows = question.rows};
    if (cursor)
        (cursor->backwards ? ask.before : ask.after) = cursor->person;
    auto session = app.database().read();
    auto page = storage::people_page(session, ask);
    if (!page)
        return invalid("cursor", "Địa chỉ trang không còn đúng; hãy quay lại trang đầu của danh sách.");
    PeoplePage shown{.rows = {}, .previous = {}, .next = {}, .first = 0, .total = page->total};
    for (const auto& person : page->people)
        shown.rows.push_back(line_of(gate.tree(), person));
    set_neighbours(shown, cursor, page->next.has_value(), question.rows);
    return shown;
}

Result<TableStream> export_people(App& app, const Actor& actor, const PeopleQuestion& question)
{
    Gate gate(app, actor);
    auto filter = TRY(filter_of(app, gate, question));
    auto reading = [&] {
        auto session = app.database().read();
        return storage::PeopleReading(session, filter, limit::export_rows_max + 1);
    }();
    if (reading.size() > limit::export_rows_max)
        return problem(Problem::Kind::too_large,
                       fmt::format("Danh sách có hơn {} người, quá giới hạn một tệp; hãy thu hẹp phạm vi hoặc bộ lọc.",
                                   vietnamese_number(limit::export_rows_max)));
    auto asked = question_in_words(app, question);
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "people.export",
            .subject = "people",
            .organisation = question.organisation ? question.organisation : gate.home(),
            .details = {{"question", asked}, {"rows", std::to_string(reading.size())}}});
    transaction.commit();

    Table head{.title = "Danh sách đảng viên và quần chúng",
               .notes = export_notes(app, actor, asked, reading.size()),
               .columns = export_columns(),
               .rows = {}};
    return TableStream{.head = std::move(head), .next = rows_in_pieces(app, std::move(reading))};
}

} // namespace phusa
