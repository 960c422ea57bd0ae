#include "web/style_guide/sample.hpp"

#include "base/embedded.hpp"

#include <boost/json.hpp>

#include <stdexcept>
#include <string>

namespace phusa::web::style_guide
{

namespace
{

View view_of(const boost::json::value& value)
{
    if (const auto* text = value.if_string())
        return View(std::string(text->data(), text->size()));
    if (const auto* truth = value.if_bool())
        return View(*truth);
    if (const auto* items = value.if_array()) {
        View::List list;
        for (const auto& item : *items)
            list.push_back(view_of(item));
        return View(std::move(list));
    }
    if (!value.is_object())
        throw std::runtime_error("style-guide.json holds something else than texts, true, false, lists and objects");
    View named;
    for (const auto& [name, inner] : value.get_object())
        named.set(std::string_view(name.data(), name.size()), view_of(inner));
    return named;
}

} // namespace

View sample()
{
    auto text = embedded_file("assets/style-guide.json").value();
    return view_of(boost::json::parse({text.data(), text.size()}));
}

} // namespace phusa::web::style_guide
