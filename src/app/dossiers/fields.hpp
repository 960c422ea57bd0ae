#pragma once

#include "base/result.hpp"
#include "domain/dossier.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa
{

// One fact of a dossier that a correction may change, as act_fields() for acts.
struct DossierField {
    std::string_view key;
    std::string_view title;
    std::string (*shown)(const Dossier&);
    bool (*same)(const Dossier&, const Dossier&);
    void (*copy)(const Dossier& from, Dossier& to);
};
std::span<const DossierField> dossier_fields();

// The asker's changes laid over what stands now; a conflict names the fields that both changed. For any list of fields
// with key, shown, same and copy.
template<typename Field, typename Thing>
Result<Thing> merged(std::span<const Field> fields, const Thing& read, const Thing& wanted, const Thing& now)
{
    auto result = now;
    Problem clash{.kind = Problem::Kind::conflict,
                  .message = "Người khác vừa sửa cùng mục này. Hãy xem giá trị mới và chọn lại.",
                  .fields = {}};
    for (const auto& field : fields) {
        if (field.same(read, wanted))
            continue;
        if (!field.same(read, now) && !field.same(wanted, now))
            clash.fields.push_back({std::string(field.key), "Hiện nay: " + field.shown(now)});
        field.copy(wanted, result);
    }
    if (!clash.fields.empty())
        return std::unexpected(std::move(clash));
    return result;
}

// What differs, for the audit row: key and "before → after".
template<typename Field, typename Thing>
std::vector<std::pair<std::string, std::string>> changes_between(std::span<const Field> fields, const Thing& before,
                                                                 const Thing& after)
{
    std::vector<std::pair<std::string, std::string>> changes;
    for (const auto& field : fields)
        if (!field.same(before, after))
            changes.emplace_back(field.key, field.shown(before) + " → " + field.shown(after));
    return changes;
}

} // namespace phusa
