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

// A word that more people have is no good place to start from.
constexpr std::int64_t word_people_max = 20'000;

std::int64_t people_with_word(Session& session, const std::string& word)
{
    return *session.connection()
                .query("SELECT count(*) FROM (SELECT 1 FROM name_word WHERE word >= ? AND word < ? LIMIT ?) AS w")
                .bind(word, after_prefix(word), word_people_max + 1)
                .value<std::int64_t>();
}

// The word that the fewest people have, where they are few; else empty.
std::string rarest_of(Session& session, const std::vector<std::string>& words)
{
    std::string rarest;
    std::int64_t fewest = word_people_max + 1;
    for (const auto& word : words)
        if (auto people = people_with_word(session, word); people < fewest) {
            fewest = people;
            rarest = word;
        }
    return rarest;
}

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

Start best_start(Session& session, const PeopleFilter& filter, const std::string& rarest_word)
{
    if (filter.admitted)
        return Start::admissions;
    if (!rarest_word.empty())
        return Start::words;
    if (!filter.cell && !is_everything(session, spans_of(session, filter)))
        return Start::cells;
    return Start::everybody;
}

} // namespace

PeopleSearch PeopleSearch::narrowest(Session& session, const PeopleFilter& filter)
{
    auto rarest_word = rarest_of(session, words_of(filter.search));
    return {session, filter, best_start(session, filter, rarest_word), rarest_word};
}

PeopleSearch PeopleSearch::walking(Session& session, const PeopleFilter& filter)
{
    return {session, filter, Start::everybody, ""};
}

PeopleSearch::PeopleSearch(Session& session, const PeopleFilter& filter, Start start, const std::string& rarest_word)
    : start_(start)
{
    start_from(filter, rarest_word);
    add_person_conditions(where_, filter);
    add_scope(session, filter);
    add_words(filter, rarest_word);
}

// CROSS JOIN keeps SQLite from turning the order round; PostgreSQL finds its own.
void PeopleSearch::start_from(const PeopleFilter& filter, const std::string& rarest_word)
{
    if (start_ == Start::admissions) {
        add_admission_conditions(inner_, *filter.admitted);
        from_ = fmt::format("(SELECT DISTINCT a.person_id FROM admission a {}) w CROSS JOIN person_version v",
                            inner_.sql());
        where_.add("v.id = w.person_id");
    } else if (start_ == Start::words) {
        inner_.add("word >= ? AND word < ?", rarest_word, after_prefix(rarest_word));
        from_ =
            fmt::format("(SELECT DISTINCT person_id FROM name_word {}) w CROSS JOIN person_version v", inner_.sql());
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

void PeopleSearch::add_words(const PeopleFilter& filter, const std::string& rarest_word)
{
    for (const auto& word : words_of(filter.search))
        if (start_ != Start::words || word != rarest_word)
            where_.add("v.name_fold LIKE ? ESCAPE '!'", like_pattern(word));
}

} // namespace phusa::storage
