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

Result<void> Rulebooks::apply(const RuleSetting& setting)
{
    auto book = std::ranges::find(books_, setting.regulation,
                                  [](const Rulebook& each) -> const std::string& { return each.regulation().number; });
    if (book == books_.end())
        return invalid("regulation", fmt::format("Không có văn bản “{}”", setting.regulation));
    if (setting.note.empty())
        return invalid("note", "Hãy ghi căn cứ của việc xác nhận hoặc đặt trị số");
    auto& value = book->values_[std::to_underlying(setting.rule)];
    if (!setting.key.empty()) {
        auto key = std::ranges::find(value_keys(setting.rule), setting.key, &ValueKey::key);
        if (key == value_keys(setting.rule).end())
            return invalid("key", fmt::format("Quy tắc {} không có trị số “{}”", key_of(setting.rule), setting.key));
        auto number = read_value(key->kind, setting.value);
        if (!number)
            return invalid("value", fmt::format("“{}” không phải là {}", setting.value, key->title));
        value.numbers[key->place] = *number;
    }
    if (!std::ranges::all_of(value_keys(setting.rule), [&value](const ValueKey& key) {
            return key.kind == ValueKind::start || value.numbers[key.place] > 0;
        }))
        return invalid("value", fmt::format("Quy tắc {} chưa đủ trị số để xét", key_of(setting.rule)));
    value.known = true;
    value.since = std::max(value.since, book->regulation_.in_force_from);
    value.confidence = Confidence::confirmed;
    value.note = setting.note;
    return {};
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
