#include "rules/case_table_test.hpp"

#include "rules/case_words_test.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace phusa
{

namespace
{

std::optional<Date> day_or_none(std::string_view text)
{
    return text == "none" ? std::nullopt : std::optional(day_of(text));
}

Rule take_rule(CaseWords& words)
{
    auto key = words.take();
    auto found = rule(key);
    if (!found)
        not_understood("rule", key);
    return *found;
}

CaseTable::ExpectedFinding take_finding(CaseWords& words, Severity severity, const Case& judged)
{
    CaseTable::ExpectedFinding finding{.rule = take_rule(words), .severity = severity, .act = {}, .due = {}};
    while (!words.empty()) {
        auto word = words.take();
        if (word == "on")
            finding.act = static_cast<std::uint32_t>(place_of(take_act_name(words), judged));
        else if (word == "due")
            finding.due = day_or_none(words.take());
        else if (word != ",")
            not_understood("finding", word);
    }
    return finding;
}

RuleSet take_rules(CaseWords& words)
{
    RuleSet rules;
    if (words.peek() == "none") {
        words.take();
        return rules;
    }
    while (!words.empty() && words.peek() != ",")
        rules.add(take_rule(words));
    return rules;
}

CaseTable::ExpectedNext take_next(CaseWords& words)
{
    auto name = take_act_name(words);
    CaseTable::ExpectedNext next{.act = name.kind, .about = {}, .earliest = {}, .latest = {}, .blocked_by = {}};
    if (name.kind == ActKind::helper && matter(words.peek()))
        name.detail = words.take();
    if (!name.detail.empty() && !(next.about = matter(name.detail)))
        not_understood("about", name.detail);
    while (!words.empty()) {
        auto word = words.take();
        if (word == "earliest")
            next.earliest = day_or_none(words.take());
        else if (word == "latest")
            next.latest = day_or_none(words.take());
        else if (word == "blocked_by")
            next.blocked_by = take_rules(words);
        else if (word != ",")
            not_understood("next", word);
    }
    return next;
}

// Reads a file line by line.
class Reader
{
public:
    std::vector<CaseTable> read(const std::string& path)
    {
        std::ifstream file(path);
        auto name = path.substr(path.rfind('/') + 1);
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            place_ = name + ":" + std::to_string(number);
            CaseWords words(line.substr(0, line.find('#')));
            if (words.empty())
                continue;
            try {
                take(words);
            } catch (const std::exception& error) {
                throw std::runtime_error(place_ + ": " + error.what());
            }
        }
        return std::move(tables_);
    }

private:
    CaseTable& table()
    {
        if (tables_.empty())
            not_understood("line before the first case", "");
        return tables_.back();
    }

    void take(CaseWords& words)
    {
        auto word = words.take();
        if (word == "case")
            begin(words.rest());
        else if (word == "like")
            copy(words.rest());
        else if (word == "as_of")
            table().as_of = day_of(words.take());
        else if (word == "expect")
            expect(words.take());
        else if (word == "block" || word == "warn")
            table().findings.push_back(
                take_finding(words, word == "block" ? Severity::block : Severity::warn, table().judged));
        else if (word == "next")
            take_next_line(words);
        else
            take_given(word, words);
        if (!words.empty())
            not_understood("rest of the line", words.rest());
    }

    void begin(const std::string& name)
    {
        if (std::ranges::find(tables_, name, &CaseTable::name) != tables_.end())
            not_understood("a second case of this name", name);
        tables_.push_back(
            {.name = name, .place = place_, .judged = {}, .as_of = {}, .outcome = {}, .findings = {}, .next = {}});
    }

    void copy(const std::string& name)
    {
        auto found = std::ranges::find(tables_, name, &CaseTable::name);
        if (found == tables_.end())
            not_understood("no earlier case of this name", name);
        table().judged = found->judged;
    }

    void expect(const std::string& key)
    {
        for (auto outcome : {Outcome::clear, Outcome::waiting, Outcome::blocked})
            if (key_of(outcome) == key)
                table().outcome = outcome;
        if (!table().outcome)
            not_understood("outcome", key);
    }

    void take_next_line(CaseWords& words)
    {
        table().looks_at_next = true;
        if (words.peek() == "none")
            words.take();
        else if (words.peek() == "more")
            table().has_more = words.take() == "more";
        else
            table().next.push_back(take_next(words));
    }

    void take_given(const std::string& word, CaseWords& words)
    {
        auto& judged = table().judged;
        if (word == "person") {
            for (const auto& value : take_values(words))
                set_value(judged.person, value);
        } else if (word == "readmission") {
            take_readmission(words);
        } else if (word == "grassroots_cell") {
            judged.grassroots_cell = yes_or_no(words.take());
        } else if (word == "act") {
            auto name = take_act_name(words);
            judged.acts.push_back(act_of(name, day_of(words.take())));
            change(judged.acts.back(), words);
        } else if (word == "set") {
            auto& act = judged.acts[place_of(take_act_name(words), judged)];
            if (is_day(words.peek()))
                act.on = day_of(words.take());
            change(act, words);
        } else if (word == "drop") {
            auto place = place_of(take_act_name(words), judged);
            judged.acts.erase(judged.acts.begin() + static_cast<std::ptrdiff_t>(place));
        } else {
            not_understood("first word", word);
        }
    }

    static void change(Act& act, CaseWords& words)
    {
        for (const auto& value : take_values(words))
            set_value(act, value);
    }

    void take_readmission(CaseWords& words)
    {
        auto& readmission = table().judged.person.readmission;
        if (words.peek() == "none") {
            words.take();
            readmission.reset();
            return;
        }
        if (!readmission)
            readmission.emplace();
        for (const auto& [key, text] : take_values(words)) {
            if (key == "left")
                readmission->left = day_of(text);
            else if (key == "cause" && leaving_cause(text))
                readmission->cause = *leaving_cause(text);
            else if (key == "expunged")
                readmission->expunged = day_or_none(text);
            else if (key == "times")
                readmission->times = std::stoi(text);
            else
                not_understood("key of the readmission", key);
        }
    }

    std::vector<CaseTable> tables_;
    std::string place_;
};

} // namespace

std::vector<CaseTable> read_case_tables(const std::string& path) { return Reader().read(path); }

std::vector<CaseTable> all_case_tables()
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(PHUSA_SOURCE_DIR "/tests/rules"))
        if (entry.path().extension() == ".case")
            paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    std::vector<CaseTable> tables;
    for (const auto& path : paths)
        for (auto& table : read_case_tables(path))
            tables.push_back(std::move(table));
    return tables;
}

} // namespace phusa
