#include "rules/case_words_test.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>

namespace phusa
{

namespace
{

template<typename Value>
Value known(std::optional<Value> value, std::string_view what, std::string_view text)
{
    if (!value)
        not_understood(what, text);
    return *value;
}

bool has_detail(const Act& act, const std::string& detail)
{
    if (detail.empty())
        return true;
    switch (act.kind) {
    case ActKind::certificate:
        return key_of(act.certificate) == detail;
    case ActKind::consent:
        return key_of(act.consent) == detail;
    case ActKind::introduction:
        return key_of(act.by) == detail;
    case ActKind::transfer:
        return key_of(act.stage) == detail;
    default:
        return act.about && key_of(*act.about) == detail;
    }
}

void set_detail(Act& act, const std::string& detail)
{
    switch (act.kind) {
    case ActKind::certificate:
        act.certificate = known(certificate_kind(detail), "certificate", detail);
        return;
    case ActKind::consent:
        act.consent = known(consent_kind(detail), "consent", detail);
        return;
    case ActKind::introduction:
        act.by = known(introducer(detail), "introducer", detail);
        return;
    case ActKind::transfer:
        act.stage = known(transfer_stage(detail), "stage", detail);
        return;
    default:
        act.about = known(matter(detail), "about", detail);
    }
}

} // namespace

CaseWords::CaseWords(std::string_view line)
{
    std::istringstream stream{std::string(line)};
    for (std::string word; stream >> word;) {
        bool has_comma = word.size() > 1 && word.back() == ',';
        if (has_comma)
            word.pop_back();
        words_.push_back(word);
        if (has_comma)
            words_.emplace_back(",");
    }
}

std::string CaseWords::take()
{
    if (empty())
        throw std::runtime_error("the line ends too early");
    return words_[next_++];
}

std::string CaseWords::rest()
{
    std::string text;
    while (!empty()) {
        auto word = take();
        if (word != ",")
            text += (text.empty() ? "" : " ");
        text += word;
    }
    return text;
}

ActName take_act_name(CaseWords& words)
{
    ActName name;
    auto kind = words.take();
    name.kind = known(act_kind(kind), "act", kind);
    auto is_letter = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    static const std::vector<std::string> keywords = {"earliest", "latest", "blocked_by", "due"};
    bool is_keyword = std::ranges::find(keywords, words.peek()) != keywords.end();
    if (!words.empty() && is_letter(words.peek().front()) && !is_keyword && name.kind != ActKind::helper)
        name.detail = words.take();
    auto is_number = [](std::string_view text) {
        return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (is_number(words.peek()))
        name.count = std::stoi(words.take());
    return name;
}

std::size_t place_of(const ActName& name, const Case& table)
{
    int seen = 0;
    for (std::size_t place = 0; place < table.acts.size(); ++place) {
        const auto& act = table.acts[place];
        seen += act.kind == name.kind && has_detail(act, name.detail) ? 1 : 0;
        if (seen == name.count)
            return place;
    }
    not_understood("no such act in the case:", std::string(key_of(name.kind)) + " " + name.detail);
}

Act act_of(const ActName& name, Date on)
{
    Act act{.kind = name.kind, .on = on};
    if (!name.detail.empty())
        set_detail(act, name.detail);
    return act;
}

std::vector<KeyValue> take_values(CaseWords& words)
{
    std::vector<KeyValue> values;
    while (!words.empty()) {
        if (words.peek() == ",") {
            words.take();
            continue;
        }
        auto key = words.take();
        values.emplace_back(key, words.take());
    }
    return values;
}

void set_value(Act& act, const KeyValue& value)
{
    const auto& [key, text] = value;
    const std::string& written = text;
    auto number = [&written] { return written == "none" ? 0 : std::stoi(written); };
    auto truth = [&written] { return written != "none" && yes_or_no(written); };
    bool is_vote = act.kind == ActKind::cell_vote;
    const std::map<std::string, std::function<void()>> setters = {
        {"official", [&] { is_vote ? void(act.cell.official = number()) : void(act.official = truth()); }},
        {"replaces", [&] { act.replaces = truth(); }},
        {"shared_months", [&] { act.shared_months = number(); }},
        {"excluded", [&] { act.cell.excluded = number(); }},
        {"present", [&] { act.cell.present = number(); }},
        {"for", [&] { (is_vote ? act.cell.in_favour : act.committee.in_favour) = number(); }},
        {"against", [&] { act.cell.against = number(); }},
        {"members", [&] { act.committee.members = number(); }},
        {"decides", [&] { act.committee.decides = truth(); }},
        {"received", [&] { act.received = written == "none" ? std::nullopt : std::optional(day_of(written)); }},
        {"about", [&] { act.about = written == "none" ? std::nullopt : matter(written); }},
        {"kind", [&] { set_detail(act, written); }},
        {"by", [&] { set_detail(act, written); }},
        {"stage", [&] { set_detail(act, written); }},
        {"on", [&] { act.on = day_of(written); }},
    };
    auto found = setters.find(key);
    if (found == setters.end())
        not_understood("key of an act", key);
    found->second();
}

void set_value(Candidate& person, const KeyValue& value)
{
    const auto& [key, text] = value;
    const std::string& written = text;
    const std::map<std::string, std::function<void()>> setters = {
        {"born", [&] { person.born = known(PartialDate::from_iso(written), "day", written); }},
        {"citizenship", [&] { person.is_citizen = written == "VN"; }},
        {"education",
         [&] {
             person.education =
                 static_cast<GeneralEducation>(known(general_educations().number_of(written), "education", written));
         }},
        {"area", [&] { person.area = known(area(written), "area", written); }},
        {"village_elder", [&] { person.village_elder = yes_or_no(written); }},
        {"youth_union_member", [&] { person.youth_union_member = yes_or_no(written); }},
        {"youth_union_available", [&] { person.youth_union_available = yes_or_no(written); }},
    };
    auto found = setters.find(key);
    if (found == setters.end())
        not_understood("key of the person", key);
    found->second();
}

bool is_day(std::string_view text) { return Date::from_iso(text).has_value(); }

Date day_of(std::string_view text) { return known(Date::from_iso(text), "day", text); }

bool yes_or_no(std::string_view text)
{
    if (text != "yes" && text != "no")
        not_understood("yes or no", text);
    return text == "yes";
}

} // namespace phusa
