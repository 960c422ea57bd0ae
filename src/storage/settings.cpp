#include "storage/settings.hpp"

#include "storage/sql/connection.hpp"

namespace phusa::storage
{

std::optional<std::string> setting(Session& session, std::string_view key)
{
    return session.connection().query("SELECT value FROM setting WHERE name = ?").bind(key).value<std::string>();
}

void set_setting(Transaction& transaction, std::string_view key, std::string_view value)
{
    transaction.connection()
        .query("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
               "excluded.value")
        .bind(key, value)
        .run();
}

} // namespace phusa::storage
