#include "storage/people_list.hpp"
#include "storage/people_search.hpp"
#include "storage/person_shelf.hpp"
#include "storage/sql/stream.hpp"

namespace phusa::storage
{

void each_person(Session& session, const PeopleFilter& filter,
                 const std::function<void(const Person& person, std::optional<Date> admitted)>& take)
{
    static const std::size_t columns = selected_columns<Person>() + 1;
    auto search = PeopleSearch::narrowest(session, filter);
    // selection() ends with FROM … WHERE; the search brings its own.
    auto select = selection<Person>();
    select.resize(select.find(" FROM "));
    auto sql = select + ", (SELECT a.counted_on FROM person_admitted a WHERE a.person_id = v.id) FROM " +
               search.from() + " " + std::string(Shelf<Person>::joined) + " " + search.where() +
               " ORDER BY v.name_sort, v.id";
    stream(
        session.connection(), sql, [&](Query& query) { search.bind_to(query); }, columns,
        [&](Row& row) {
            auto found = take_fact<Person>(row);
            take(found.fact, row.take<std::optional<Date>>());
        });
}

} // namespace phusa::storage
