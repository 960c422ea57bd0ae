#pragma once

#include "domain/case.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusa
{

// The words of one line of a .case file, read from left to right.
class CaseWords
{
public:
    explicit CaseWords(std::string_view line);

    bool empty() const { return next_ == words_.size(); }
    std::string_view peek() const { return empty() ? std::string_view() : std::string_view(words_[next_]); }
    std::string take(); // throws at the end
    // All that is left, with single spaces.
    std::string rest();

private:
    std::vector<std::string> words_;
    std::size_t next_ = 0;
};

// An act by its name and detail, and which of several: "cell_vote admission 2".
struct ActName {
    ActKind kind = ActKind::application;
    std::string detail; // its kind, by, about or stage; empty where none is written
    int count = 1;
};
ActName take_act_name(CaseWords& words);
std::size_t place_of(const ActName& name, const Case& table); // throws where there is none
Act act_of(const ActName& name, Date on);

// One "KEY VALUE".
using KeyValue = std::pair<std::string, std::string>;
std::vector<KeyValue> take_values(CaseWords& words); // to the end of the line, separated by commas
void set_value(Act& act, const KeyValue& value);
void set_value(Candidate& person, const KeyValue& value);

Date day_of(std::string_view text);
bool is_day(std::string_view text);
bool yes_or_no(std::string_view text);

[[noreturn]] inline void not_understood(std::string_view what, std::string_view text)
{
    throw std::runtime_error(std::string(what) + " not understood: " + std::string(text));
}

} // namespace phusa
