#include "app/timeline.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

void add_partial(std::vector<TimelineEntry>& entries, const std::optional<PartialDate>& date, std::string title)
{
    if (date)
        entries.push_back({.on = date->first(),
                           .shown_date = date->vietnamese(),
                           .title = std::move(title),
                           .details = {},
                           .regulation = {}});
}

std::string decision_text(const std::string& number, std::optional<Date> on)
{
    std::string text;
    if (!number.empty())
        text = "Quyết định số " + number;
    if (on)
        text += fmt::format("{} ngày {}", text.empty() ? "Quyết định" : "", on->vietnamese());
    return text;
}

void add_admission(std::vector<TimelineEntry>& entries, const Admission& admission, const TimelineWords& words)
{
    auto again = admission.readmission ? " lại" : "";
    auto cell = words.name_of(admission.cell, admission.counted_on());
    if (admission.decided_on && admission.ceremony_on && *admission.decided_on != *admission.ceremony_on)
        entries.push_back({.on = admission.decided_on,
                           .shown_date = {},
                           .title = fmt::format("Quyết định kết nạp{}", again),
                           .details = decision_text(admission.decision_number, {}),
                           .regulation = words.regulation_on(*admission.decided_on)});
    auto details = cell;
    if (!admission.ceremony_on)
        details += ". Chưa ghi ngày tổ chức lễ; tính theo ngày quyết định";
    entries.push_back({.on = admission.counted_on(),
                       .shown_date = {},
                       .title = admission.ceremony_on ? fmt::format("Lễ kết nạp{} đảng viên", again)
                                                      : fmt::format("Kết nạp{} đảng viên", again),
                       .details = details,
                       .regulation = words.regulation_on(admission.counted_on()),
                       .admission = admission.id});
}

std::string event_details(const MembershipEvent& event, const TimelineWords& words)
{
    std::vector<std::string> parts;
    if (event.from && event.to)
        parts.push_back(fmt::format("Từ {} đến {}", words.name_of(*event.from, event.on.plus_days(-1)),
                                    words.name_of(*event.to, event.on)));
    else if (event.from)
        parts.push_back(words.name_of(*event.from, event.on.plus_days(-1)));
    else if (event.to)
        parts.push_back(words.name_of(*event.to, event.on));
    if (!event.elsewhere.empty())
        parts.push_back(event.elsewhere);
    if (auto decision = decision_text(event.decision_number, event.decided_on); !decision.empty())
        parts.push_back(decision);
    if (!event.note.empty())
        parts.push_back(event.note);
    return fmt::format("{}", fmt::join(parts, ". "));
}

} // namespace

std::vector<TimelineEntry> timeline_of(const Person& person, std::span<const Admission> admissions,
                                       std::span<const MembershipEvent> events, const TimelineWords& words)
{
    std::vector<TimelineEntry> entries;
    add_partial(entries, person.born, "Sinh");
    add_partial(entries, person.youth_union_joined, "Vào Đoàn TNCS Hồ Chí Minh");
    add_partial(entries, person.employed, "Được tuyển dụng");
    add_partial(entries, person.enlisted, "Nhập ngũ");
    add_partial(entries, person.discharged, "Xuất ngũ, chuyển ngành");
    for (const auto& admission : admissions)
        add_admission(entries, admission, words);
    for (const auto& event : events)
        entries.push_back({.on = event.on,
                           .shown_date = {},
                           .title = std::string(title_of(event.kind)),
                           .details = event_details(event, words),
                           .regulation = event.kind == MembershipEventKind::recognised ? words.regulation_on(event.on)
                                                                                       : RegulationName(),
                           .admission = {},
                           .event = event.id});
    std::ranges::stable_sort(entries, {}, &TimelineEntry::on);
    for (auto& entry : entries)
        if (entry.shown_date.empty() && entry.on)
            entry.shown_date = entry.on->vietnamese();
    return entries;
}

} // namespace phusa
