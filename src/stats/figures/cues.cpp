#include "stats/figures/cues.hpp"

#include "base/embedded.hpp"
#include "base/toml.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <unordered_map>

namespace phusa::stats
{

namespace
{

constexpr std::string_view words_file = "regulations/figures/words.toml";

std::vector<std::string> texts_of(const toml::node& node)
{
    std::vector<std::string> texts;
    if (const auto* list = node.as_array())
        for (const auto& each : *list)
            if (auto text = each.value<std::string>())
                texts.push_back(*text);
    return texts;
}

// Lists are asked for by name for every figure.
struct HashOfName {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

struct Words {
    std::unordered_map<std::string, Phrases, HashOfName, std::equal_to<>> lists;
    std::vector<std::pair<Phrases, Phrases>> halves;
};

Words read_words()
{
    auto text = embedded_file(words_file);
    auto parsed = toml::parse(text.value_or(""));
    if (!text || !parsed)
        throw std::runtime_error("không đọc được danh sách từ của phần soát số liệu");
    Words words;
    for (const auto& [key, node] : parsed.table())
        if (key.str() != "halves")
            words.lists.emplace(key.str(), Phrases(texts_of(node)));
    if (const auto* pairs = parsed.table()["halves"].as_array())
        for (const auto& pair : *pairs)
            if (auto two = texts_of(pair); two.size() == 2)
                words.halves.emplace_back(Phrases({two[0]}), Phrases({two[1]}));
    return words;
}

const Words& words()
{
    static const auto all = read_words();
    return all;
}

constexpr std::size_t bits = 64;
std::uint64_t bit_of(const Token& token) { return std::uint64_t{1} << (token.hash % bits); }

bool matches(const std::vector<std::string>& phrase, const Tokens& tokens, std::size_t at)
{
    if (at + phrase.size() > tokens.size())
        return false;
    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (!tokens[at + i].is(phrase[i]))
            return false;
    return true;
}

} // namespace

void Phrases::Edge::add(const Token& token, std::size_t phrase)
{
    phrases_.emplace_back(token.hash, phrase);
    bits_ |= bit_of(token);
}

void Phrases::Edge::sort() { std::ranges::sort(phrases_); }

std::span<const std::pair<std::size_t, std::size_t>> Phrases::Edge::of(const Token& token) const
{
    if ((bits_ & bit_of(token)) == 0)
        return {};
    return std::ranges::equal_range(phrases_, token.hash, {}, &std::pair<std::size_t, std::size_t>::first);
}

Phrases::Phrases(const std::vector<std::string>& phrases)
{
    std::vector<Tokens> read;
    for (const auto& phrase : phrases)
        read.push_back(tokens_of(phrase));
    std::ranges::stable_sort(read, std::greater(), &Tokens::size);
    for (const auto& tokens : read) {
        firsts_.add(tokens.front(), phrases_.size());
        lasts_.add(tokens.back(), phrases_.size());
        auto& pieces = phrases_.emplace_back();
        for (const auto& token : tokens)
            pieces.push_back(token.text);
    }
    firsts_.sort();
    lasts_.sort();
}

std::size_t Phrases::begin_at(const Tokens& tokens, std::size_t at) const
{
    if (at >= tokens.size())
        return 0;
    for (auto [hash, index] : firsts_.of(tokens[at]))
        if (const auto& phrase = phrases_[index]; matches(phrase, tokens, at))
            return phrase.size();
    return 0;
}

std::size_t Phrases::end_at(const Tokens& tokens, std::size_t end) const
{
    if (end == 0 || end > tokens.size())
        return 0;
    for (auto [hash, index] : lasts_.of(tokens[end - 1]))
        if (const auto& phrase = phrases_[index]; phrase.size() <= end && matches(phrase, tokens, end - phrase.size()))
            return phrase.size();
    return 0;
}

std::size_t Phrases::last_in(const Tokens& tokens, std::size_t from, std::size_t to) const
{
    for (auto at = to; at > from; --at)
        if (auto length = begin_at(tokens, at - 1); length > 0 && at - 1 + length <= to)
            return at - 1;
    return to;
}

const Phrases& cue(std::string_view name)
{
    auto found = words().lists.find(name);
    if (found == words().lists.end())
        throw std::runtime_error(fmt::format("danh sách từ “{}” không có", name));
    return found->second;
}

const std::vector<std::pair<Phrases, Phrases>>& halves() { return words().halves; }

} // namespace phusa::stats
