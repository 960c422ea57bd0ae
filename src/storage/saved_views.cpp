#include "storage/saved_views.hpp"

#include "storage/sql/connection.hpp"
#include "storage/sql/numbers.hpp"

#include <string>

namespace phusa::storage
{

namespace
{

constexpr std::string_view selection =
    "SELECT id, account_id, shared_id, report, question, name, saved_at FROM saved_view WHERE ";
constexpr std::size_t columns = 7;

template<typename... Values>
std::vector<SavedView> views_where(Session& session, std::string_view condition, const Values&... values)
{
    std::vector<SavedView> all;
    auto query = session.connection().query(std::string(selection) + std::string(condition) + " ORDER BY id");
    query.bind(values...);
    query.each_row(columns, [&](Row& row) {
        SavedView view;
        row.take(view.id, view.owner, view.shared, view.report, view.question, view.name, view.saved);
        all.push_back(std::move(view));
    });
    return all;
}

} // namespace

SavedViewId add_saved_view(Transaction& transaction, const SavedView& view)
{
    SavedViewId id(take_numbers(transaction, "saved_view"));
    transaction.connection()
        .query("INSERT INTO saved_view (id, account_id, shared_id, report, question, name, saved_at) "
               "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(id, view.owner, view.shared, view.report, view.question, view.name, view.saved)
        .run();
    return id;
}

void change_saved_view(Transaction& transaction, const SavedView& view)
{
    transaction.connection()
        .query("UPDATE saved_view SET name = ?, shared_id = ? WHERE id = ?")
        .bind(view.name, view.shared, view.id)
        .run();
}

void delete_saved_view(Transaction& transaction, SavedViewId id)
{
    transaction.connection().query("DELETE FROM saved_view WHERE id = ?").bind(id).run();
}

std::optional<SavedView> saved_view(Session& session, SavedViewId id)
{
    auto found = views_where(session, "id = ?", id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<SavedView> saved_views_of(Session& session, AccountId owner)
{
    return views_where(session, "account_id = ?", owner);
}

std::vector<SavedView> shared_views(Session& session) { return views_where(session, "shared_id IS NOT NULL"); }

} // namespace phusa::storage
