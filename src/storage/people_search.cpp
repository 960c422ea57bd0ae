#include "storage/people_search.hpp"

#include "storage/name_words.hpp"
#include "storage/organisation_places.hpp"
#include "storage/people_conditions.hpp"
#include "storage/sql/connection.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::storage
{

namespace
{

using Start = PeopleSearch::Start;

// Folded words hold letters and digits, but a user may type anything.
std::string like_pattern(const std::string& word)
{
    std::string escaped;
    for (char character : word) {
        if (character == '%' || character == '_' || character == '!')
            escaped += '!';
        escaped += character;
    }
    return "% " + escaped + "%";
}

// The spans of places in scope; one from 1 to the end where it is everything.
std::vector<OrganisationPlace> spans_of(Session& session, const PeopleFilter& filter)
{
    std::vector<OrganisationPlace> spans;
    for (auto unit : filter.within)
        // A unit without a place holds nobody.
        spans.push_back(
            place_of(session, unit).value_or(OrganisationPlace{.organisation = {}, .first = 1, .last = 0, .depth = 0}));
    return spans;
}

bool is_everything(Session& session, const std::vector<OrganisationPlace>& spans)
{
    if (spans.empty())
        return true;
    auto last = session.connection().query("SELECT count(*) FROM organisation_place").value<std::int64_t>();
    return std::ranges::any_of(spans, [&](const auto& span) { return span.first == 1 && span.last == *last; });
}

std::string places_condition(const std::vector<OrganisationPlace>& spans)
{
    std::string any;
    for (std::size_t i = 0; i < spans.size(); ++i)
        any.append(i == 0 ? "" : " OR ").append("p.first_place BETWEEN ? AND ?");
    return "(" + any + ")";
}

Start best_start(Session& session, const PeopleFilter& filter)
{
    if (filter.admitted)
        return Start::admissions;
    if (!filter.cell && !is_everything(session, spans_of(session, filter)))
        return Start::cells;
    return Start::everybody;
}

} // namespace

PeopleSearch PeopleSearch::narrowest(Session& session, const PeopleFilter& filter)
{
    return {session, filter, best_start(session, filter)};
}

PeopleSearch PeopleSearch::walking(Session& session, const PeopleFilter& filter)
{
    return {session, filter, Start::everybody};
}

PeopleSearch::PeopleSearch(Session& session, const PeopleFilter& filter, Start start) : start_(start)
{
    start_from(filter);
    add_person_conditions(where_, filter);
    add_scope(session, filter);
    add_words(filter);
}

// CROSS JOIN keeps SQLite from turning the order round; PostgreSQL finds its own.
void PeopleSearch::start_from(const PeopleFilter& filter)
{
    if (start_ == Start::admissions) {
        add_admission_conditions(inner_, *filter.admitted);
        from_ = fmt::format("(SELECT DISTINCT a.person_id FROM admission a {}) w CROSS JOIN person_version v",
                            inner_.sql());
        where_.add("v.id = w.person_id");
    } else if (start_ == Start::cells) {
        from_ = "organisation_place p CROSS JOIN person_version v";
        where_.add("v.cell_id = p.organisation_id");
    }
    if (start_ == Start::everybody && filter.admitted) {
        Where admissions;
        add_admission_conditions(admissions, *filter.admitted);
        where_.add_exists("admission a", "a.person_id = v.id", admissions);
    }
}

void PeopleSearch::add_scope(Session& session, const PeopleFilter& filter)
{
    auto spans = spans_of(session, filter);
    if (is_everything(session, spans))
        return;
    if (start_ == Start::cells)
        where_.add(places_condition(spans));
    else
        where_.add("EXISTS (SELECT 1 FROM organisation_place p WHERE p.organisation_id = v.cell_id AND " +
                   places_condition(spans) + ")");
    for (const auto& span : spans)
        where_.value(span.first, span.last);
}

void PeopleSearch::add_words(const PeopleFilter& filter)
{
    for (const auto& word : words_of(filter.search))
        where_.add("v.name_fold LIKE ? ESCAPE '!'", like_pattern(word));
}

} // namespace phusa::storage
