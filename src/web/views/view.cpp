#include "web/views/view.hpp"

#include <algorithm>
#include <cassert>

namespace phusa::web
{

namespace
{

// A cell, a field, an action: most have about as many names, and growing step by step moves them again and again.
constexpr std::size_t usual_names = 8;

} // namespace

View& View::set(std::string_view name, View value) &
{
    auto* names = std::get_if<Object>(&value_);
    assert(names);
    auto found = std::ranges::find(*names, name, &Object::value_type::first);
    if (found != names->end())
        found->second = std::move(value);
    else {
        if (names->capacity() == 0)
            names->reserve(usual_names);
        names->emplace_back(name, std::move(value));
    }
    return *this;
}

View& View::add(View item) &
{
    if (const auto* names = object(); names && names->empty())
        value_ = List{};
    auto* items = std::get_if<List>(&value_);
    assert(items);
    items->push_back(std::move(item));
    return *this;
}

const View* View::find(std::string_view name) const
{
    const auto* names = object();
    if (!names)
        return nullptr;
    auto found = std::ranges::find(*names, name, &Object::value_type::first);
    return found == names->end() ? nullptr : &found->second;
}

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    while (true) {
        auto plain = std::min(text.find_first_of("&<>\"'"), text.size());
        result += text.substr(0, plain);
        if (plain == text.size())
            return result;
        switch (text[plain]) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += "&#39;";
        }
        text.remove_prefix(plain + 1);
    }
}

} // namespace phusa::web
