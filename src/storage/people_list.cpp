#include "storage/people_list.hpp"

#include "storage/people_memory.hpp"
#include "storage/people_search.hpp"
#include "storage/sql/connection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace phusa::storage
{

namespace
{

// Scopes with more hits than this are walked in the order of the list, others gathered and sorted: a page of 50 is then
// found after few rows, or there are few rows to sort.
constexpr std::int64_t gathered_max = 4'000;

struct Order {
    std::string_view columns; // as they stand in ORDER BY, before the direction
    std::string_view join;
    std::string_view after; // the place of the person that the page starts after, or ends before
};

// Those never admitted have no row in person_admitted: they count as admitted on a day after all others, or before.
Order order_of(const PeopleAsk& ask)
{
    switch (ask.order) {
    case PeopleOrder::name:
        return {.columns = "v.name_sort", .join = "", .after = "SELECT name_sort FROM person_version v WHERE v.id = ?"};
    case PeopleOrder::born:
        return {.columns = "v.born", .join = "", .after = "SELECT born FROM person_version v WHERE v.id = ?"};
    case PeopleOrder::admitted:
        return {.columns = ask.direction == Direction::ascending ? "coalesce(a.counted_on, '9')"
                                                                 : "coalesce(a.counted_on, '0')",
                .join = " LEFT JOIN person_admitted a ON a.person_id = v.id",
                .after = "SELECT coalesce(a.counted_on, ?) FROM person_version v LEFT JOIN person_admitted a ON "
                         "a.person_id = v.id WHERE v.id = ?"};
    }
    std::unreachable();
}

constexpr std::string_view now = " AND v.replaced_in IS NULL AND v.valid_until IS NULL";

Result<std::string> place_of_person(Session& session, const PeopleAsk& ask, const Order& order, PersonId person)
{
    auto query = session.connection().query(std::string(order.after).append(now));
    if (ask.order == PeopleOrder::admitted)
        query.bind(ask.direction == Direction::ascending ? "9" : "0");
    auto place = query.bind(person).value<std::string>();
    if (!place)
        return problem(Problem::Kind::not_found, "Trang này không còn: quay lại trang đầu của danh sách.");
    return *place;
}

// Numbers of ids that one statement asks for: few texts to keep, one round trip for a page.
constexpr std::size_t ids_at_once = 50;

std::string lines_sql()
{
    std::string marks = "?";
    for (std::size_t i = 1; i < ids_at_once; ++i)
        marks += ", ?";
    return "SELECT v.id, v.name, v.born, v.sex, v.occupation, v.cell_id, v.standing, v.invented, a.counted_on FROM "
           "person_version v LEFT JOIN person_admitted a ON a.person_id = v.id WHERE v.replaced_in IS NULL AND "
           "v.valid_until IS NULL AND v.id IN (" +
           marks + ")";
}

// In the order of `ids`; whoever was withdrawn a moment ago is left out.
std::vector<PersonLine> lines_of(Session& session, std::span<const PersonId> ids)
{
    static const auto sql = lines_sql();
    std::vector<PersonLine> lines;
    for (std::size_t first = 0; first < ids.size(); first += ids_at_once) {
        auto query = session.connection().query(sql);
        for (std::size_t i = 0; i < ids_at_once; ++i)
            query.bind(ids[std::min(first + i, ids.size() - 1)]);
        query.each_row(9, [&](Row& row) {
            auto& line = lines.emplace_back();
            row.take(line.id, line.name, line.born, line.sex, line.occupation, line.cell, line.standing, line.invented,
                     line.admitted);
        });
    }
    std::ranges::sort(lines, {}, [&](const PersonLine& line) { return std::ranges::find(ids, line.id) - ids.begin(); });
    return lines;
}

Result<std::vector<PersonId>> ids_of_page(Session& session, const PeopleAsk& ask, PeopleSearch& search)
{
    auto order = order_of(ask);
    bool up = (ask.direction == Direction::ascending) != ask.before.has_value();
    if (auto person = ask.before ? ask.before : ask.after)
        search.add(fmt::format("({}, v.id) {} (?, ?)", order.columns, up ? ">" : "<"),
                   TRY(place_of_person(session, ask, order, *person)), *person);
    auto query = session.connection().query(fmt::format("SELECT v.id FROM {}{} {} ORDER BY {} {}, v.id {} LIMIT ?",
                                                        search.from(), order.join, search.where(), order.columns,
                                                        up ? "ASC" : "DESC", up ? "ASC" : "DESC"));
    search.bind_to(query);
    query.bind(static_cast<std::int64_t>(ask.rows) + 1);
    std::vector<PersonId> ids;
    query.each([&](PersonId id) { ids.push_back(id); });
    return ids;
}

std::int64_t count(Session& session, const PeopleSearch& search)
{
    auto query = session.connection().query(fmt::format("SELECT count(*) FROM {} {}", search.from(), search.where()));
    search.bind_to(query);
    return *query.value<std::int64_t>();
}

Result<PeopleColumns::Found> found_by_sql(Session& session, const PeopleAsk& ask)
{
    PeopleColumns::Found found;
    auto search = PeopleSearch::narrowest(session, ask.filter);
    found.total = count(session, search);
    if (search.start() != PeopleSearch::Start::everybody && found.total > gathered_max)
        search = PeopleSearch::walking(session, ask.filter);
    found.ids = TRY(ids_of_page(session, ask, search));
    return found;
}

Result<PeopleColumns::Found> found_for(Session& session, const PeopleAsk& ask)
{
    if (auto* memory = session.people_memory())
        if (auto found = memory->page(session, ask))
            return std::move(*found);
    return found_by_sql(session, ask);
}

} // namespace

std::int64_t count_people(Session& session, const PeopleFilter& filter)
{
    return count(session, PeopleSearch::narrowest(session, filter));
}

Result<PeoplePage> people_page(Session& session, const PeopleAsk& ask)
{
    auto found = TRY(found_for(session, ask));
    PeoplePage page;
    page.total = found.total;
    if (found.ids.size() > ask.rows) {
        found.ids.resize(ask.rows);
        page.next = found.ids.back();
    }
    if (ask.before)
        std::ranges::reverse(found.ids);
    page.people = lines_of(session, found.ids);
    return page;
}

} // namespace phusa::storage
