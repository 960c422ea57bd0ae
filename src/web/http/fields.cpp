#include "web/http/fields.hpp"

#include "base/limits.hpp"
#include "web/http/percent.hpp"

#include <algorithm>

namespace phusa::web
{

namespace
{

Result<Fields::Item> read_item(std::string_view text)
{
    auto equals = text.find('=');
    auto name = percent_decoded(text.substr(0, equals), Plus::is_space);
    auto value = percent_decoded(equals == std::string_view::npos ? std::string_view{} : text.substr(equals + 1),
                                 Plus::is_space);
    if (!name || !value)
        return problem(Problem::Kind::invalid, "Địa chỉ hoặc biểu mẫu có ký tự không đọc được.");
    return Fields::Item(std::move(*name), std::move(*value));
}

} // namespace

Result<Fields> Fields::parse(std::string_view urlencoded)
{
    Fields fields;
    while (!urlencoded.empty()) {
        auto end = std::min(urlencoded.find('&'), urlencoded.size());
        if (end > 0)
            fields.items_.push_back(TRY(read_item(urlencoded.substr(0, end))));
        if (fields.items_.size() > limit::request_fields_max)
            return problem(Problem::Kind::too_large, "Biểu mẫu có quá nhiều ô. Hãy gửi làm nhiều lần.");
        urlencoded.remove_prefix(std::min(end + 1, urlencoded.size()));
    }
    return fields;
}

std::optional<std::string_view> Fields::get(std::string_view name) const
{
    auto found = std::ranges::find(items_, name, &Item::first);
    if (found == items_.end())
        return std::nullopt;
    return found->second;
}

std::vector<std::string_view> Fields::all(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto& [key, value] : items_)
        if (key == name)
            values.emplace_back(value);
    return values;
}

std::string Fields::urlencoded() const
{
    std::string text;
    for (const auto& [name, value] : items_) {
        if (!text.empty())
            text += '&';
        text += percent_encoded(name);
        text += '=';
        text += percent_encoded(value);
    }
    return text;
}

} // namespace phusa::web
