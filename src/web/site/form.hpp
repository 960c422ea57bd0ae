#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"
#include "web/http/fields.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::web
{

enum class Need : bool { optional, required };

// Reads the fields of a form, each cleaned (NFC, trimmed), and collects everything that is wrong, so that a person sees
// all of it at once. Fields that the form does not read have no effect: nobody sets what the page does not offer.
//
//     FormReader form(request.form);
//     NewAccount wanted{.name = form.text("name", Need::required), .until = form.date("until")};
//     if (auto problem = form.problem()) return form_again(site, request, *problem); // shown by layout/form_view.hpp
class FormReader
{
public:
    explicit FormReader(const Fields& fields) : fields_(fields) {}

    std::string text(std::string_view name, Need need = Need::optional,
                     std::size_t length_max = limit::line_length_max);
    std::string note(std::string_view name, Need need = Need::optional);   // keeps line feeds
    std::string secret(std::string_view name, Need need = Need::required); // as typed: a password keeps its spaces
    std::optional<Date> date(std::string_view name, Need need = Need::optional); // dd/mm/yyyy or ISO
    std::optional<PartialDate> partial_date(std::string_view name, Need need = Need::optional);
    std::optional<std::int64_t> number(std::string_view name, Need need = Need::optional);
    bool ticked(std::string_view name) const { return fields_.has(name); }
    template<typename Noun>
    std::optional<Id<Noun>> id(std::string_view name, Need need = Need::optional)
    {
        auto number_sent = number(name, need);
        return number_sent && *number_sent > 0 ? std::optional(Id<Noun>(*number_sent)) : std::nullopt;
    }
    // One of a closed list: `find` answers nullopt for an unknown key. choice("role", role, Need::required)
    template<typename Find>
    auto choice(std::string_view name, Find find, Need need = Need::optional) -> decltype(find(std::string_view{}))
    {
        auto key = text(name, need);
        if (key.empty())
            return {};
        auto found = find(key);
        if (!found)
            wrong(name, "Hãy chọn một giá trị trong danh sách.");
        return found;
    }

    void wrong(std::string_view name, std::string message);
    // What is wrong so far, if anything.
    std::optional<Problem> problem() const;

private:
    const Fields& fields_;
    std::vector<Problem::Field> wrong_;
};

} // namespace phusa::web
