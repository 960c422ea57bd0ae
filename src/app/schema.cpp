#include "app/schema.hpp"

#include "storage/migrations.hpp"

namespace phusa
{

std::vector<std::string> bring_schema_up_to_date(App& app)
{
    std::vector<std::string> names;
    for (auto& migration : storage::migrate(app.database()))
        names.push_back(std::move(migration.name));
    return names;
}

} // namespace phusa
