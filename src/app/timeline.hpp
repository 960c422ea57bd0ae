#pragma once

#include "domain/membership.hpp"
#include "domain/organisation.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace phusa
{

// A regulation as screens name it and as papers do; empty where none applies.
struct RegulationName {
    std::string on_screen = {}; // "Quy định số 208-QĐ/TW (chưa xác nhận)"
    std::string on_paper = {};
};

struct TimelineEntry {
    std::optional<Date> on;
    std::string shown_date; // where only a month or year is known
    std::string title;
    std::string details;
    RegulationName regulation; // by which regulation, where one applies
    // What it tells of, where it can be corrected by itself.
    std::optional<AdmissionId> admission = {};
    std::optional<MembershipEventId> event = {};
};

// What happened to one person, oldest first. `name_of` gives the name that a unit had on a day; `regulation_on` the
// regulation in force then, empty where none is known.
struct TimelineWords {
    std::function<std::string(OrganisationId, Date)> name_of;
    std::function<RegulationName(Date)> regulation_on;
};
std::vector<TimelineEntry> timeline_of(const Person& person, std::span<const Admission> admissions,
                                       std::span<const MembershipEvent> events, const TimelineWords& words);

} // namespace phusa
