#include "storage/paper_numbers.hpp"

#include "storage/sql/connection.hpp"

#include <algorithm>

namespace phusa::storage
{

int free_number(Session& session, const NumberSeries& series)
{
    auto& connection = session.connection();
    auto given = connection
                     .query("SELECT given FROM paper_series WHERE body_id = ? AND sign = ? AND type = ? AND "
                            "term = ?")
                     .bind(series.body, series.sign, series.type, series.term)
                     .value<std::int64_t>()
                     .value_or(0);
    // One after the last in the row that begins right behind `given`: a gap is left only by what was released.
    auto last = connection
                    .query("SELECT COALESCE(MIN(n.number), 0) FROM paper_number n WHERE n.body_id = ? AND n.sign "
                           "= ? AND n.type = ? AND n.term = ? AND n.number > ? AND NOT EXISTS (SELECT 1 FROM "
                           "paper_number m WHERE m.body_id = n.body_id AND m.sign = n.sign AND m.type = n.type "
                           "AND m.term = n.term AND m.number = n.number + 1)")
                    .bind(series.body, series.sign, series.type, series.term, given)
                    .value<std::int64_t>()
                    .value();
    auto is_first_taken = connection
                              .query("SELECT COUNT(*) FROM paper_number WHERE body_id = ? AND sign = ? AND type "
                                     "= ? AND term = ? AND number = ?")
                              .bind(series.body, series.sign, series.type, series.term, given + 1)
                              .value<std::int64_t>()
                              .value() > 0;
    return static_cast<int>(is_first_taken ? last + 1 : given + 1);
}

void give_number(Transaction& transaction, const NumberSeries& series, int number, MadePaperId paper, AuditNumber by)
{
    transaction.connection()
        .query("INSERT INTO paper_number (body_id, sign, type, term, number, paper_id, recorded_in) VALUES (?, "
               "?, ?, ?, ?, ?, ?)")
        .bind(series.body, series.sign, series.type, series.term, number, paper, by)
        .run();
}

void release_number(Transaction& transaction, MadePaperId paper)
{
    transaction.connection().query("DELETE FROM paper_number WHERE paper_id = ?").bind(paper).run();
}

void set_numbers_given(Transaction& transaction, const NumberSeries& series, int given, AuditNumber by)
{
    transaction.connection()
        .query("INSERT INTO paper_series (body_id, sign, type, term, given, recorded_in) VALUES (?, ?, ?, ?, ?, ?) ON "
               "CONFLICT (body_id, sign, type, term) DO UPDATE SET given = excluded.given, recorded_in = "
               "excluded.recorded_in")
        .bind(series.body, series.sign, series.type, series.term, given, by)
        .run();
}

std::vector<SeriesState> number_series_of(Session& session, OrganisationId body)
{
    std::vector<SeriesState> found;
    auto state_of = [&](std::string sign, std::string type, std::string term) -> SeriesState& {
        auto place = std::ranges::find_if(found, [&](const SeriesState& each) {
            return each.series.sign == sign && each.series.type == type && each.series.term == term;
        });
        if (place != found.end())
            return *place;
        found.push_back(
            {.series = {.body = body, .sign = std::move(sign), .type = std::move(type), .term = std::move(term)}});
        return found.back();
    };
    auto& connection = session.connection();
    connection.query("SELECT sign, type, term, given FROM paper_series WHERE body_id = ? ORDER BY term, type")
        .bind(body)
        .each([&](std::string sign, std::string type, std::string term, int given) {
            auto& state = state_of(std::move(sign), std::move(type), std::move(term));
            state.given = given;
            state.last = given;
        });
    connection
        .query("SELECT sign, type, term, CAST(COUNT(*) AS INTEGER), CAST(MAX(number) AS INTEGER) FROM "
               "paper_number WHERE body_id = ? GROUP BY sign, type, term ORDER BY term, type")
        .bind(body)
        .each([&](std::string sign, std::string type, std::string term, int count, int last) {
            auto& state = state_of(std::move(sign), std::move(type), std::move(term));
            state.count = count;
            state.last = std::max(state.last, last);
        });
    return found;
}

} // namespace phusa::storage
