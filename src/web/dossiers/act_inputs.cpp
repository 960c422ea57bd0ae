#include "web/dossiers/act_inputs.hpp"

#include "base/limits.hpp"
#include "web/dossiers/letter_inputs.hpp"

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

std::string typed(const std::optional<Date>& day) { return day ? day->vietnamese() : ""; }

void add_ticked(Fields& fields, std::string_view name, bool ticked)
{
    if (ticked)
        fields.add(std::string(name), "1");
}

void add_person(Fields& fields, const RecordedAct& act)
{
    fields.add("who", act.who ? std::to_string(act.who->value) : "");
    fields.add("who_name", act.who_name);
    add_ticked(fields, "is_official", act.act.official);
}

bool names_a_person(const ActForm& form)
{
    return form.parts.contains(Part::introducer) || form.parts.contains(Part::helper);
}

void read_person(FormReader& reader, const Roster& roster, RecordedAct& act)
{
    auto chosen = reader.id<struct Person>("who");
    auto name = reader.text("who_name", Need::optional, limit::name_length_max);
    bool on_roster = chosen && std::ranges::find(roster, *chosen, &VoteForm::Member::id) != roster.end();
    if (chosen && !on_roster && act.who != chosen)
        reader.wrong("who", "Hãy chọn một người trong danh sách.");
    if (!chosen && name.empty())
        reader.wrong("who", "Hãy chọn đảng viên trong danh sách, hoặc ghi họ và tên vào ô bên dưới.");
    if (chosen && !name.empty())
        reader.wrong("who_name", "Đã chọn người trong danh sách thì để trống ô này.");
    bool is_same = chosen && act.who == chosen;
    if (on_roster)
        act.act.official = true;
    else if (!is_same)
        act.act.official = reader.ticked("is_official");
    act.who = chosen;
    act.who_name = std::move(name);
}

void read_introducer(FormReader& reader, RecordedAct& act)
{
    constexpr std::int64_t months_max = 1'200;
    auto months = reader.number("shared_months", Need::required);
    if (months && (*months < 0 || *months > months_max))
        reader.wrong("shared_months", "Số tháng phải từ 0 trở lên.");
    else if (months)
        act.act.shared_months = static_cast<int>(*months);
    act.act.replaces = reader.ticked("replaces");
}

int small_number(FormReader& reader, std::string_view name)
{
    constexpr std::int64_t members_max = 100'000;
    auto number = reader.number(name, Need::required);
    if (!number)
        return 0;
    if (*number < 0 || *number > members_max)
        reader.wrong(name, "Hãy ghi một số từ 0 trở lên.");
    return static_cast<int>(std::clamp<std::int64_t>(*number, 0, members_max));
}

void read_committee(FormReader& reader, RecordedAct& act)
{
    act.act.committee.members = small_number(reader, "members");
    act.act.committee.in_favour = small_number(reader, "committee_for");
    act.act.committee.decides = reader.ticked("decides");
}

} // namespace

Fields typed_of(const RecordedAct& act, const ActForm& form)
{
    Fields fields;
    fields.add("on", act.act.on.vietnamese());
    if (form.parts.contains(Part::about))
        fields.add("about", act.act.about ? std::string(key_of(*act.act.about)) : "");
    if (form.parts.contains(Part::consent))
        fields.add("consent", std::string(key_of(act.act.consent)));
    if (names_a_person(form))
        add_person(fields, act);
    if (form.parts.contains(Part::introducer)) {
        fields.add("shared_months", act.act.shared_months ? std::to_string(act.act.shared_months) : "");
        add_ticked(fields, "replaces", act.act.replaces);
    }
    if (form.parts.contains(Part::committee)) {
        fields.add("members", act.act.committee.members ? std::to_string(act.act.committee.members) : "");
        fields.add("committee_for", act.act.committee.in_favour ? std::to_string(act.act.committee.in_favour) : "");
        add_ticked(fields, "decides", act.act.committee.decides);
    }
    if (form.parts.contains(Part::letters))
        add_letters(fields, act.letters);
    fields.add("received", typed(act.act.received));
    fields.add("paper_number", act.paper.number);
    fields.add("paper_issuer", act.paper.issuer);
    fields.add("paper_on", typed(act.paper.on));
    fields.add("note", act.note);
    return fields;
}

void read_act(FormReader& reader, const ActForm& form, const Roster& roster, RecordedAct& act)
{
    if (auto on = reader.date("on", Need::required))
        act.act.on = *on;
    if (form.parts.contains(Part::about))
        act.act.about = reader.choice("about", matter, Need::required);
    if (form.parts.contains(Part::consent))
        act.act.consent = reader.choice("consent", consent_kind, Need::required).value_or(act.act.consent);
    if (names_a_person(form))
        read_person(reader, roster, act);
    if (form.parts.contains(Part::introducer))
        read_introducer(reader, act);
    if (form.parts.contains(Part::committee))
        read_committee(reader, act);
    if (form.parts.contains(Part::letters))
        act.letters = read_letters(reader);
    if (form.parts.contains(Part::received))
        act.act.received = reader.date("received");
    if (form.parts.contains(Part::number))
        act.paper.number = reader.text("paper_number", Need::optional, limit::name_length_max);
    if (form.parts.contains(Part::issuer))
        act.paper.issuer = reader.text("paper_issuer");
    act.paper.on = reader.date("paper_on");
    act.note = reader.note("note");
}

} // namespace phusa::web::dossiers
