#pragma once

#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What all corrections share: a reason, changes of two people at once, and what the audit row says of them.
namespace phusa
{

// Without white space around it; invalid where it says nothing.
Result<std::string> reason_in(std::string_view reason);

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
