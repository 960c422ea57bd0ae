#include "rules/rulebook.hpp"

#include "base/embedded.hpp"
#include "rules/rule_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace phusa
{

Rulebook::Rulebook(Regulation regulation, std::array<RuleValue, rule_count> values)
    : regulation_(std::move(regulation)), values_(std::move(values))
{
}

std::string Rulebook::citation(Rule rule) const
{
    const auto& value = at(rule);
    std::string document = value.of.empty() ? "Quy định " + regulation_.number : value.of;
    return value.clause.empty() ? document : value.clause + ", " + document;
}

Rulebooks::Rulebooks(std::vector<Rulebook> books) : books_(std::move(books))
{
    assert(!books_.empty());
    assert(std::ranges::is_sorted(books_, {}, [](const Rulebook& book) { return book.regulation().in_force_from; }));
}

std::size_t Rulebooks::place_on(Date day) const
{
    auto place = books_.size() - 1;
    while (place > 0 && day < books_[place].regulation().in_force_from)
        --place;
    return place;
}

const Rulebook* Rulebooks::find(std::string_view regulation) const
{
    auto found = std::ranges::find(books_, regulation,
                                   [](const Rulebook& book) -> std::string_view { return book.regulation().number; });
    return found == books_.end() ? nullptr : &*found;
}

const Regulation* Rulebooks::regulation_on(Date day) const
{
    return day < books_.front().regulation().in_force_from ? nullptr : &on(day).regulation();
}

void Rulebooks::add(Rulebook book)
{
    assert(books_.back().regulation().in_force_from < book.regulation().in_force_from);
    books_.push_back(std::move(book));
}

const Rulebooks& shipped_rulebooks()
{
    static const Rulebooks books = [] {
        std::vector<std::string_view> files;
        for (auto path : embedded_paths("regulations/rulebooks/"))
            files.push_back(*embedded_file(path));
        auto parsed = parse_rulebooks(files, shipped_regulations());
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return *std::move(parsed);
    }();
    return books;
}

} // namespace phusa
