#include "app/judging/json_object.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace phusa
{

namespace json = boost::json;

namespace
{

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

} // namespace

Result<JsonObject> JsonObject::of(const json::value& value, std::string place)
{
    if (const auto* object = value.if_object())
        return JsonObject(*object, std::move(place));
    return invalid(place, fmt::format("{}: phải là một đối tượng JSON {{…}}", place.empty() ? "hồ sơ" : place));
}

std::string JsonObject::place_of(std::string_view key) const
{
    return place_.empty() ? std::string(key) : fmt::format("{}.{}", place_, key);
}

std::unexpected<Problem> JsonObject::wrong(std::string_view key, std::string_view what) const
{
    return invalid(place_of(key), fmt::format("{}: {}", place_of(key), what));
}

bool JsonObject::has(std::string_view key) const
{
    const auto* found = object_->if_contains(key);
    return found && !found->is_null();
}

Result<const json::value*> JsonObject::value(std::string_view key) const
{
    if (const auto* found = object_->if_contains(key))
        return found;
    return wrong(key, "thiếu");
}

Result<std::string> JsonObject::text(std::string_view key) const
{
    const auto* found = TRY(value(key));
    if (const auto* text = found->if_string())
        return std::string(view(*text));
    return wrong(key, "phải là chuỗi ký tự");
}

Result<Date> JsonObject::date(std::string_view key) const
{
    auto written = TRY(text(key));
    if (auto day = Date::from_iso(written))
        return *day;
    return wrong(key, fmt::format("“{}” không phải là ngày; hãy ghi như 2025-04-03", written));
}

Result<bool> JsonObject::truth(std::string_view key) const
{
    const auto* found = TRY(value(key));
    if (const auto* truth = found->if_bool())
        return *truth;
    return wrong(key, "phải là true hoặc false");
}

Result<int> JsonObject::number(std::string_view key) const
{
    const auto* found = TRY(value(key));
    const auto* number = found->if_int64();
    if (number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max())
        return static_cast<int>(*number);
    return wrong(key, "phải là số nguyên");
}

Result<bool> JsonObject::truth_or(std::string_view key, bool otherwise) const
{
    if (!object_->contains(key))
        return otherwise;
    return truth(key);
}

Result<int> JsonObject::number_or(std::string_view key, int otherwise) const
{
    if (!object_->contains(key))
        return otherwise;
    return number(key);
}

Result<std::optional<Date>> JsonObject::date_or_null(std::string_view key) const
{
    if (!has(key))
        return std::optional<Date>();
    return TRY(date(key));
}

Result<void> JsonObject::only(std::span<const std::string_view> keys) const
{
    for (const auto& [key, value] : *object_)
        if (std::ranges::find(keys, view(key)) == keys.end())
            return wrong(view(key), "không có mục này");
    return {};
}

} // namespace phusa
