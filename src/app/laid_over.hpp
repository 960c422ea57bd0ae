#pragma once

#include "base/result.hpp"

#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

namespace phusa
{

// Two people who correct one fact at once are merged by field: the asker's changes, from what they read to what they
// want, laid over what stands now. A conflict names the fields that both changed, with what they say now.
//
// `fields` is person_fields() or a list like it.
template<typename Fact, typename Fields>
Result<Fact> laid_over(const Fields& fields, const Fact& read, const Fact& wanted, const Fact& now)
{
    auto result = now;
    Problem clash{.kind = Problem::Kind::conflict,
                  .message = "Người khác vừa sửa cùng mục này. Hãy xem giá trị mới và chọn lại.",
                  .fields = {}};
    for (const auto& field : fields) {
        if (field.same(read, wanted))
            continue;
        if (!field.same(read, now) && !field.same(wanted, now))
            clash.fields.push_back({std::string(field.key), fmt::format("Hiện nay: {}", field.shown(now))});
        field.copy(wanted, result);
    }
    if (!clash.fields.empty())
        return std::unexpected(std::move(clash));
    return result;
}

// What a correction changes, for its audit row (sealed under the person's key): "03/02/2024 → 03/02/2023" by key.
template<typename Fact, typename Fields>
std::vector<std::pair<std::string, std::string>> changes_told(const Fields& fields, const Fact& before,
                                                              const Fact& after)
{
    std::vector<std::pair<std::string, std::string>> told;
    for (const auto& field : fields)
        if (!field.same(before, after))
            told.emplace_back(field.key, fmt::format("{} → {}", field.shown(before), field.shown(after)));
    return told;
}

} // namespace phusa
