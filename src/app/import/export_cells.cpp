#include "app/import/export_cells.hpp"

#include "storage/identities.hpp"

namespace phusa
{

Cell cell_of(const std::string& text) { return text.empty() ? Cell() : Cell(text); }
Cell cell_of(const std::optional<Date>& day) { return day ? Cell(*day) : Cell(); }
Cell cell_of(const PartialDate& date) { return date.day() ? Cell(*date.day()) : Cell(date); }
Cell cell_of(const std::optional<PartialDate>& date) { return date ? cell_of(*date) : Cell(); }
Cell cell_of(bool flag) { return flag ? Cell(std::string("Có")) : Cell(std::string("Không")); }
Cell cell_of(const Code& code)
{
    return code.number == 0 && code.key == "unknown" ? Cell() : Cell(std::string(code.title));
}

std::string code_of(const Reach& reach, OrganisationId unit)
{
    auto found = reach.codes.find(unit);
    return found == reach.codes.end() ? std::string() : found->second;
}

Cell identity_cell(storage::Session& session, const Reach& reach, const Person& person)
{
    if (!reach.wish.with_identities || person.identity_masked.empty())
        return cell_of(person.identity_masked);
    return cell_of(storage::read_identity(session, person.id).value_or(std::string()));
}

} // namespace phusa
