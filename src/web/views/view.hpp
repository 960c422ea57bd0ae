#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace phusa::web
{

// The values of a page: true or false, a text, a list, or named values; what the mustache file shows.
//
//     View page;
//     page.set("name", person.name).set("rows", std::move(rows)).set("can_edit", true);
//     render("people/show", page);
//
// Texts are plain: {{name}} escapes & < > " '. Numbers are set as a person reads them (vietnamese_number); an integer
// set directly shows its plain digits, for ids in addresses. An empty text counts as false in a {{#section}}.
class View
{
public:
    using List = std::vector<View>;
    using Object = std::vector<std::pair<std::string, View>>;

    View() = default; // no names yet
    View(std::string text) : value_(std::move(text)) {}
    View(std::string_view text) : value_(std::string(text)) {}
    View(const char* text) : value_(std::string(text)) {}
    View(List list) : value_(std::move(list)) {}
    template<std::same_as<bool> Bool>
    View(Bool truth) : value_(truth)
    {
    }
    template<std::integral Integer>
        requires(!std::same_as<Integer, bool> && !std::same_as<Integer, char>)
    View(Integer number) : value_(std::to_string(number))
    {
    }

    // Names a value; replaces an earlier one. Only for a View that is no text, list or truth value. On a View that is
    // being made, View().set(…).set(…), the result is moved on and never copied: pages are made of thousands of them.
    View& set(std::string_view name, View value) &;
    View&& set(std::string_view name, View value) && { return std::move(set(name, std::move(value))); }
    // One more of a list; a View without names becomes a list.
    View& add(View item) &;
    View&& add(View item) && { return std::move(add(std::move(item))); }

    // nullptr where nothing has that name.
    const View* find(std::string_view name) const;

    const bool* truth() const { return std::get_if<bool>(&value_); }
    const std::string* text() const { return std::get_if<std::string>(&value_); }
    const List* list() const { return std::get_if<List>(&value_); }
    const Object* object() const { return std::get_if<Object>(&value_); }

private:
    std::variant<Object, bool, std::string, List> value_;
};

// The mustache file src/web/NAME.mustache filled in: render("people/show", page). Partials are named likewise,
// {{>layout/table}}. An unknown name throws (a broken world: the program was built without it).
//
// {{{raw}}} is only for text that is markup already: `body`, and names that end in `_html`.
std::string render(std::string_view name, const View& view);

// Reads all templates once; throws with the file's name where one is broken: a partial is missing, a tag is not
// closed, an attribute is not quoted, a raw tag is not allowed, script or style stand inline. Called when the server
// starts and by a test.
void check_templates();

// & < > " ' as entities.
std::string escaped(std::string_view text);

} // namespace phusa::web
