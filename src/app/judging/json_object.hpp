#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <boost/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace phusa
{

// A JSON object that has no keys but those it may have. The Problems name the place.
//
// Only for the .cpp files of this folder.
class JsonObject
{
public:
    // `place` is "" for the outermost value, else "acts[3]".
    static Result<JsonObject> of(const boost::json::value& value, std::string place);

    // Asked first, so that a misspelt key is named, and not only the right one missed.
    Result<void> only(std::span<const std::string_view> keys) const;

    bool has(std::string_view key) const;                 // there, and not null
    Result<std::string> text(std::string_view key) const; // required
    Result<Date> date(std::string_view key) const;        // required
    Result<bool> truth(std::string_view key) const;       // required
    Result<int> number(std::string_view key) const;       // required, a whole number
    Result<const boost::json::value*> value(std::string_view key) const;
    Result<bool> truth_or(std::string_view key, bool otherwise) const;
    Result<int> number_or(std::string_view key, int otherwise) const;
    Result<std::optional<Date>> date_or_null(std::string_view key) const;

    // A key of a closed list, by its look-up function.
    template<typename Enum>
    Result<Enum> one_of(std::string_view key, std::optional<Enum> (*look_up)(std::string_view)) const
    {
        auto written = TRY(text(key));
        auto found = look_up(written);
        if (!found)
            return wrong(key, "không biết giá trị “" + written + "”");
        return *found;
    }

    std::string place_of(std::string_view key) const;
    std::unexpected<Problem> wrong(std::string_view key, std::string_view what) const;

private:
    JsonObject(const boost::json::object& object, std::string place) : object_(&object), place_(std::move(place)) {}

    const boost::json::object* object_;
    std::string place_;
};

} // namespace phusa
