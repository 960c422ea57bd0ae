#pragma once

#include "stats/figures/tokens.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa::stats
{

// Some words or phrases, found among tokens. The longest is found first.
class Phrases
{
public:
    explicit Phrases(const std::vector<std::string>& phrases);

    // How many tokens from `at` on are one of them, or 0.
    std::size_t begin_at(const Tokens& tokens, std::size_t at) const;
    // How many tokens up to but not including `end` are one of them, or 0.
    std::size_t end_at(const Tokens& tokens, std::size_t end) const;
    // Where the last of them begins within [from, to), or `to`.
    std::size_t last_in(const Tokens& tokens, std::size_t from, std::size_t to) const;
    bool in(const Tokens& tokens, std::size_t from, std::size_t to) const { return last_in(tokens, from, to) != to; }

private:
    // The phrases by the hash of their first token, or of their last one; of the same hash the longest first.
    class Edge
    {
    public:
        void add(const Token& token, std::size_t phrase);
        void sort();
        std::span<const std::pair<std::size_t, std::size_t>> of(const Token& token) const;

    private:
        std::vector<std::pair<std::size_t, std::size_t>> phrases_ = {}; // hash and phrase
        std::uint64_t bits_ = 0; // one for each hash: most tokens are told apart without a look at the phrases
    };

    std::vector<std::vector<std::string>> phrases_; // the longest first
    Edge firsts_ = {};
    Edge lasts_ = {};
};

// The list of that name in regulations/figures/words.toml, which must be there.
const Phrases& cue(std::string_view name);
// Pairs of phrases that halve a whole.
const std::vector<std::pair<Phrases, Phrases>>& halves();

} // namespace phusa::stats
