#pragma once

#include "app/app.hpp"
#include "app/import/undo.hpp"
#include "storage/database.hpp"
#include "storage/import_undo.hpp"

#include <cstdint>
#include <vector>

namespace phusa
{

// What an import wrote, field by field, as people read it.
struct DescribedChanges {
    std::int64_t added = 0; // facts that were new
    std::vector<ImportedChange> changes;
};
DescribedChanges describe(App& app, storage::Session& session, const storage::WrittenFacts& written);

} // namespace phusa
