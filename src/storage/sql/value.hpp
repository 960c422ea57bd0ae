#pragma once

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/validity.hpp"
#include "storage/failure.hpp"

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

// How each of our types lies in a column: a whole number, or text. Nothing else is stored (docs/decisions): dates and
// times are ISO text, bytes lower-case hex, booleans 0 and 1, enums their numbers.
namespace phusa::storage
{

// A column of a row just read. Both databases hand every value over as text.
struct RawValue {
    std::string_view text;
    bool null = false;
};

[[noreturn]] void unreadable_value();

template<typename T>
struct Stored;

template<typename T>
    requires std::integral<T> || std::is_enum_v<T>
struct Stored<T> {
    static constexpr bool number = true;
    static std::int64_t put(T value) { return static_cast<std::int64_t>(value); }
    static T take(std::string_view text)
    {
        std::int64_t value = 0;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size())
            unreadable_value();
        return static_cast<T>(value);
    }
};

template<typename Noun>
struct Stored<Id<Noun>> {
    static constexpr bool number = true;
    static std::int64_t put(Id<Noun> id) { return id.value; }
    static Id<Noun> take(std::string_view text) { return Id<Noun>(Stored<std::int64_t>::take(text)); }
};

template<>
struct Stored<AuditNumber> {
    static constexpr bool number = true;
    static std::int64_t put(AuditNumber number) { return number.value; }
    static AuditNumber take(std::string_view text) { return {Stored<std::int64_t>::take(text)}; }
};

template<>
struct Stored<std::string> {
    static constexpr bool number = false;
    static std::string_view put(std::string_view value) { return value; }
    static std::string take(std::string_view text) { return std::string(text); }
};

template<>
struct Stored<std::string_view> : Stored<std::string> {
};

template<>
struct Stored<Date> {
    static constexpr bool number = false;
    static std::string put(Date day) { return day.iso(); }
    static Date take(std::string_view text)
    {
        auto day = Date::from_iso(text);
        if (!day)
            unreadable_value();
        return *day;
    }
};

template<>
struct Stored<PartialDate> {
    static constexpr bool number = false;
    static std::string put(PartialDate date) { return date.iso(); }
    static PartialDate take(std::string_view text)
    {
        auto date = PartialDate::from_iso(text);
        if (!date)
            unreadable_value();
        return *date;
    }
};

template<>
struct Stored<Clock::Time> {
    static constexpr bool number = false;
    static std::string put(Clock::Time time) { return iso_time(time); }
    static Clock::Time take(std::string_view text) { return time_from_iso(text); }
};

template<typename T>
struct Unwrapped {
    using Type = T;
    static constexpr bool optional = false;
};

template<typename T>
struct Unwrapped<std::optional<T>> {
    using Type = T;
    static constexpr bool optional = true;
};

template<typename T>
void take_value(const RawValue& raw, T& target)
{
    using Plain = typename Unwrapped<T>::Type;
    if constexpr (Unwrapped<T>::optional) {
        if (raw.null) {
            target.reset();
            return;
        }
    } else if (raw.null) {
        unreadable_value();
    }
    target = Stored<Plain>::take(raw.text);
}

} // namespace phusa::storage
