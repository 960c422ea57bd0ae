#include "app/import/person_rows.hpp"

#include "domain/person_fields.hpp"

#include <vector>

namespace phusa
{

namespace
{

// How one field of a person is read from the column with its key. True where something stood there.
struct Reading {
    std::string_view key;
    bool (*read)(RowReader&, std::size_t column, Person&);
};

template<auto Member>
bool read_text(RowReader& row, std::size_t column, Person& person)
{
    auto text = row.text(column);
    if (text.empty())
        return false;
    person.*Member = std::move(text);
    return true;
}

template<auto Member>
bool read_digits(RowReader& row, std::size_t column, Person& person)
{
    auto text = row.digits(column);
    if (text.empty())
        return false;
    person.*Member = std::move(text);
    return true;
}

template<auto Member>
bool read_date(RowReader& row, std::size_t column, Person& person)
{
    auto date = row.date(column);
    if (date)
        person.*Member = *date;
    return date.has_value();
}

template<auto Member>
bool read_code(RowReader& row, std::size_t column, Person& person)
{
    auto code = row.code(column);
    if (code)
        person.*Member = static_cast<std::remove_reference_t<decltype(person.*Member)>>(*code);
    return code.has_value();
}

bool read_name(RowReader& row, std::size_t column, Person& person)
{
    person.name = row.name(column);
    return !person.name.empty();
}

constexpr Reading readings[] = {
    {"full_name", read_name},
    {"other_name", read_text<&Person::other_name>},
    {"sex", read_code<&Person::sex>},
    {"born", read_date<&Person::born>},
    {"birthplace", read_text<&Person::birthplace>},
    {"home", read_text<&Person::home>},
    {"residence", read_text<&Person::residence>},
    {"stay", read_text<&Person::stay>},
    {"ethnicity", read_code<&Person::ethnicity>},
    {"religion", read_code<&Person::religion>},
    {"work", read_text<&Person::work>},
    {"occupation", read_code<&Person::occupation>},
    {"general_education", read_code<&Person::general_education>},
    {"qualification", read_code<&Person::qualification>},
    {"academic_title", read_code<&Person::academic_title>},
    {"political_theory", read_code<&Person::political_theory>},
    {"foreign_language", read_text<&Person::foreign_language>},
    {"youth_union_joined", read_date<&Person::youth_union_joined>},
    {"employed", read_date<&Person::employed>},
    {"enlisted", read_date<&Person::enlisted>},
    {"discharged", read_date<&Person::discharged>},
    {"phone", read_digits<&Person::phone>},
    {"card_number", read_digits<&Person::card_number>},
    {"file_number", read_digits<&Person::file_number>},
};

std::size_t field_index(std::string_view key)
{
    auto fields = person_fields();
    std::size_t index = 0;
    while (fields[index].key != key)
        ++index;
    return index;
}

// The index in person_fields() of each of `readings`.
const std::vector<std::size_t>& places_of_readings()
{
    static const auto places = [] {
        std::vector<std::size_t> found;
        for (const auto& reading : readings)
            found.push_back(field_index(reading.key));
        return found;
    }();
    return places;
}

void check_required(RowReader& row)
{
    const auto& layout = row.layout();
    for (std::size_t column = 0; column < layout.columns().size(); ++column)
        if (layout.columns()[column].required && layout.columns()[column].meaning != CellMeaning::unit &&
            !row.is_given(column))
            row.missing(column);
}

} // namespace

PersonRow read_person(RowReader& row, UnitFinder& units, std::optional<OrganisationId> only_cell)
{
    PersonRow read{.number = row.number(), .person = {}, .given = {}, .identity = {}, .now = {}};
    const auto& layout = row.layout();
    const auto& places = places_of_readings();
    for (std::size_t at = 0; at < std::size(readings); ++at) {
        auto column = layout.find(readings[at].key);
        bool is_there = column && (layout.is_there(*column) || !layout.parts(*column).empty());
        if (is_there && readings[at].read(row, *column, read.person))
            read.given.set(places[at]);
    }
    read.identity = row.identity(layout.column("identity"));
    check_required(row);
    if (auto cell = read_unit(row, units, "cell"))
        read.person.cell = *cell;
    else if (only_cell)
        read.person.cell = *only_cell;
    else if (!row.is_given(layout.column("cell")))
        row.missing(layout.column("cell"));
    return read;
}

std::optional<OrganisationId> read_unit(RowReader& row, UnitFinder& units, std::string_view key)
{
    auto column = row.layout().column(key);
    if (!row.is_given(column))
        return std::nullopt;
    std::string above;
    for (auto part : row.layout().parts(column))
        above = row.text(part);
    auto found = units.find(row.text(column), above);
    if (found)
        return *found;
    row.wrong(column, found.error().message);
    return std::nullopt;
}

void lay_over(const PersonRow& row, Person& target)
{
    auto fields = person_fields();
    for (std::size_t index = 0; index < fields.size(); ++index)
        if (row.given.test(index))
            fields[index].copy(row.person, target);
}

} // namespace phusa
