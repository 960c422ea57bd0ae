#include "app/papers/paper_book.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::string_view sets_path = "regulations/papers/sets.toml";
constexpr std::string_view layouts_path = "regulations/papers/layouts.toml";

template<typename Thing>
const Thing& latest_before(const std::vector<Thing>& things, Date day)
{
    const auto* found = &things.front();
    for (const auto& thing : things)
        if (thing.from <= day)
            found = &thing;
    return *found;
}

template<typename Thing, typename Key>
const Thing* with_key(const std::vector<Thing>& things, Key Thing::* member, std::string_view key)
{
    auto found = std::ranges::find(things, key, member);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

const FormText* PaperForm::text_in(std::string_view set) const
{
    for (const auto& text : texts)
        if (std::ranges::find(text.sets, set) != text.sets.end())
            return &text;
    return nullptr;
}

const PaperForm* PaperBook::form(std::string_view code) const { return with_key(forms, &PaperForm::code, code); }
const PaperBody* PaperBook::body(std::string_view key) const { return with_key(bodies, &PaperBody::key, key); }
const PaperSet* PaperBook::set(std::string_view key) const { return with_key(sets, &PaperSet::key, key); }
const PaperSet& PaperBook::set_on(Date day) const { return latest_before(sets, day); }
const CommitteeTerm& PaperBook::term_on(Date day) const { return latest_before(terms, day); }

const PaperBook& paper_book()
{
    static const PaperBook book = [] {
        std::vector<std::string_view> forms;
        for (auto path : embedded_paths("regulations/papers/"))
            if (path != sets_path && path != layouts_path)
                forms.push_back(embedded_file(path).value_or(""));
        auto parsed = parse_paper_book(embedded_file(sets_path).value_or(""), forms);
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return std::move(*parsed);
    }();
    return book;
}

} // namespace phusa
