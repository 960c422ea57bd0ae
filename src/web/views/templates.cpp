#include "web/views/templates.hpp"

#include "base/embedded.hpp"
#include "web/views/partials.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <cstdlib>
#include <deque>
#include <fstream>
#include <iterator>
#include <mutex>
#include <stdexcept>

namespace phusa::web
{

namespace mustache = kainjow::mustache;

// The mustache library's render() is no const member although it changes nothing but its error text, and that only
// for lambdas and broken partials, which we do not have. So one copy is shared by all threads (docs/decisions;
// templates_test.cpp shows it under the thread sanitizer).
struct Templates::Parsed {
    explicit Parsed(const std::string& text) : page(text) {}

    mutable mustache::mustache page;
    std::map<std::string, mustache::data, std::less<>> recursive;
};

namespace
{

// Shows a View to the mustache library as it asks for names, instead of copying the whole tree for every page.
//
// A list is shown as a list of as many placeholders; a placeholder's place tells which item is meant.
class ViewContext : public mustache::basic_context<std::string>
{
public:
    using Partials = std::map<std::string, mustache::data, std::less<>>;

    ViewContext(const View& view, const Partials& partials) : partials_(partials) { open_.push_back(&view); }

    void push(const mustache::data* data) override
    {
        if (data == &yes_ || data == &no_ || data == &text_) {
            open_.push_back(asked_);
            return;
        }
        // Lists that were shown after this one belong to its item before, and are done with.
        while (!holds(shown_.back(), data))
            shown_.pop_back();
        const auto& list = shown_.back();
        open_.push_back(&(*list.items)[static_cast<std::size_t>(data - list.placeholders.list_value().data())]);
    }

    void pop() override { open_.pop_back(); }

    const mustache::data* get(const std::string& name) const override
    {
        asked_ = name == "." ? open_.back() : find(name);
        if (!asked_)
            return nullptr;
        if (const auto* truth = asked_->truth())
            return *truth ? &yes_ : &no_;
        if (const auto* text = asked_->text())
            return show_text(*text);
        if (const auto* items = asked_->list())
            return show_list(*items);
        return &yes_;
    }

    const mustache::data* get_partial(const std::string& name) const override
    {
        auto found = partials_.find(name);
        return found == partials_.end() ? nullptr : &found->second;
    }

private:
    struct ShownList {
        const View::List* items;
        mustache::data placeholders;
    };

    static bool holds(const ShownList& list, const mustache::data* item)
    {
        const auto& placeholders = list.placeholders.list_value();
        return std::less_equal<>()(placeholders.data(), item) &&
               std::less<>()(item, placeholders.data() + placeholders.size());
    }

    const View* find(std::string_view name) const
    {
        for (auto view = open_.rbegin(); view != open_.rend(); ++view)
            if (const auto* found = find_below(**view, name))
                return found;
        return nullptr;
    }

    // "person.name" is the name of the person.
    static const View* find_below(const View& view, std::string_view name)
    {
        const auto* found = &view;
        while (found) {
            auto dot = name.find('.');
            found = found->find(name.substr(0, dot));
            if (dot == std::string_view::npos)
                break;
            name.remove_prefix(dot + 1);
        }
        return found;
    }

    const mustache::data* show_text(const std::string& text) const
    {
        if (text.empty())
            return &no_;
        text_ = mustache::data(text);
        return &text_;
    }

    const mustache::data* show_list(const View::List& items) const
    {
        if (items.empty())
            return &no_;
        shown_.push_back({&items, mustache::data(mustache::list(items.size(), mustache::data(true)))});
        return &shown_.back().placeholders;
    }

    const Partials& partials_;
    std::vector<const View*> open_; // innermost last
    mutable const View* asked_ = nullptr;
    mutable mustache::data text_;
    mutable std::deque<ShownList> shown_;
    mustache::data yes_{true};
    mustache::data no_{false};
};

std::optional<std::string> embedded_template(std::string_view name)
{
    auto file = embedded_file(fmt::format("src/web/{}.mustache", name));
    return file ? std::optional<std::string>(*file) : std::nullopt;
}

std::optional<std::string> template_below(const std::string& folder, std::string_view name)
{
    std::ifstream file(fmt::format("{}/{}.mustache", folder, name), std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Templates& own_templates()
{
    static auto* folder = std::getenv("PHUSA_TEMPLATES");
    static Templates templates(
        folder ? Templates::Source([](std::string_view name) { return template_below(folder, name); })
               : embedded_template,
        folder ? Templates::Keep::nothing : Templates::Keep::parsed);
    return templates;
}

} // namespace

Templates::Templates(Source source, Keep keep) : source_(std::move(source)), keep_(keep) {}
Templates::~Templates() = default;

std::shared_ptr<const Templates::Parsed> Templates::find(std::string_view name)
{
    if (keep_ == Keep::parsed) {
        std::shared_lock lock(mutex_);
        if (auto found = parsed_.find(name); found != parsed_.end())
            return found->second;
    }
    auto composed = compose(name, source_);
    auto parsed = std::make_shared<Parsed>(composed.text);
    if (!parsed->page.is_valid())
        throw std::runtime_error(fmt::format("src/web/{}.mustache: {}", name, parsed->page.error_message()));
    parsed->page.set_custom_escape([](const std::string& text) { return escaped(text); });
    for (const auto& [partial, text] : composed.recursive) {
        if (mustache::mustache tried(text); !tried.is_valid())
            throw std::runtime_error(fmt::format("src/web/{}.mustache: {}", partial, tried.error_message()));
        parsed->recursive.emplace(partial, text);
    }
    if (keep_ == Keep::parsed) {
        std::unique_lock lock(mutex_);
        parsed_.insert_or_assign(std::string(name), parsed);
    }
    return parsed;
}

std::string Templates::render(std::string_view name, const View& view)
{
    auto parsed = find(name);
    ViewContext context(view, parsed->recursive);
    struct Sink {
        std::string text;
        Sink& operator<<(const std::string& part)
        {
            text += part;
            return *this;
        }
    } sink;
    parsed->page.render(context, sink);
    return std::move(sink.text);
}

void Templates::check(const std::vector<std::string>& names)
{
    for (const auto& name : names)
        find(name);
}

std::string render(std::string_view name, const View& view) { return own_templates().render(name, view); }

void check_templates()
{
    static constexpr std::string_view folder = "src/web/";
    static constexpr std::string_view ending = ".mustache";
    std::vector<std::string> names;
    for (auto path : embedded_paths(folder))
        if (path.ends_with(ending))
            names.emplace_back(path.substr(folder.size(), path.size() - folder.size() - ending.size()));
    own_templates().check(names);
}

} // namespace phusa::web
