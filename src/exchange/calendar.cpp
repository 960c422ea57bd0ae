#include "exchange/calendar.hpp"

#include <cstdlib>
#include <libical/ical.h>
#include <memory>
#include <new>

namespace phusa
{

namespace
{

struct ComponentFree {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentFree>;

icaltimetype whole_day(Date day)
{
    auto time = icaltime_null_date();
    time.year = day.year();
    time.month = day.month();
    time.day = day.day();
    time.is_date = 1;
    return time;
}

icaltimetype moment(Clock::Time time)
{
    auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    return icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_utc_timezone());
}

// The component owns what is added to it.
void add(icalcomponent* component, icalproperty* property) { icalcomponent_add_property(component, property); }

void add_own(icalcomponent* component, const char* name, const std::string& text)
{
    auto* property = icalproperty_new_x(text.c_str());
    icalproperty_set_x_name(property, name);
    add(component, property);
}

void add_day(icalcomponent* calendar, const CalendarDay& day, Clock::Time made)
{
    auto* event = icalcomponent_new_vevent();
    add(event, icalproperty_new_uid(day.uid.c_str()));
    add(event, icalproperty_new_dtstamp(moment(made)));
    add(event, icalproperty_new_dtstart(whole_day(day.on)));
    add(event, icalproperty_new_summary(day.summary.c_str()));
    if (!day.description.empty())
        add(event, icalproperty_new_description(day.description.c_str()));
    if (!day.url.empty())
        add(event, icalproperty_new_url(day.url.c_str()));
    // Takes no time from the reader's day, and is nobody else's business.
    add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    add(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    icalcomponent_add_component(calendar, event);
}

} // namespace

std::string calendar_file(const Calendar& calendar)
{
    Component made(icalcomponent_new_vcalendar());
    if (!made)
        throw std::bad_alloc();
    add(made.get(), icalproperty_new_version("2.0"));
    add(made.get(), icalproperty_new_prodid("-//Phu Sa//Nhac viec//VI"));
    add(made.get(), icalproperty_new_calscale("GREGORIAN"));
    add_own(made.get(), "X-WR-CALNAME", calendar.name);
    add_own(made.get(), "X-PUBLISHED-TTL", "PT6H");
    for (const auto& day : calendar.days)
        add_day(made.get(), day, calendar.made);
    std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(made.get()), &std::free);
    if (!text)
        throw std::bad_alloc();
    return text.get();
}

} // namespace phusa
