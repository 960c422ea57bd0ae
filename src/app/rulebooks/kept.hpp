#pragma once

#include "base/clock.hpp"
#include "rules/rulebook.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

namespace storage
{
class Session;
class Transaction;
} // namespace storage

// When somebody did something, and why.
struct Deed {
    Clock::Time at = {};
    std::string by = {}; // the account's name
    std::string reason = {};
};

// A setting of the province. Taken back, it no longer holds and stays readable.
struct KeptSetting {
    std::int64_t number = 0; // from 1, never used twice
    RuleSetting setting = {};
    std::string was = {}; // what it replaced, in words
    Deed set = {};
    std::optional<Deed> taken_back = {};
};

// A rulebook that the province added: a draft until it is adopted; removed, it no longer holds.
struct KeptRulebook {
    std::string number = {}; // of its regulation
    std::string text = {};   // the file; empty where it is removed
    Deed drafted = {};
    std::optional<Deed> adopted = {};
    std::optional<Deed> removed = {};

    bool is_draft() const { return !adopted && !removed; }
    bool is_adopted() const { return adopted && !removed; }
};

// What the register holds beside the rulebooks of the program, in the order in which it came.
struct KeptRules {
    std::vector<KeptSetting> settings = {};
    std::vector<KeptRulebook> added = {};
};

// As it stands in the settings of the register: JSON. Equal texts give equal rulebooks.
std::string kept_rules_text(storage::Session& session);
KeptRules read_kept_rules(std::string_view text);
void keep_rules(storage::Transaction& transaction, const KeptRules& kept);

// The rulebooks of the program, those that were adopted, and the settings that hold. What does not fit any more (a
// newer program brought the regulation itself, its rulebook was removed) is passed over: `unfit` gets its numbers.
Rulebooks rulebooks_with(const KeptRules& kept, std::vector<std::int64_t>* unfit = nullptr);

} // namespace phusa
