#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace phusa
{

// The name of an element of a sheet with the prefix that this file uses: "x:row", or "row".
struct SheetNames {
    explicit SheetNames(const std::string& prefix = {})
        : row(prefix + "row"), cell(prefix + "c"), value(prefix + "v"), inline_text(prefix + "is"), run(prefix + "r"),
          text(prefix + "t")
    {
    }
    std::string row;
    std::string cell;
    std::string value;
    std::string inline_text;
    std::string run;
    std::string text;
};

// Cuts the XML of a sheet into its rows as it streams by and reads each alone: about four times as quick as telling
// element by element, in the memory of one row (ECMA-376 Part 1, 18.3.1.80).
//
// Rows are cut at "</row>", which no text in them can hold, since "<" in a text is written as an entity. UTF-8 only.
// Document types, and with them entities of a file's own, are refused; so is a row longer than limit::row_bytes_max.
class SheetXml
{
public:
    // `take`: false where it has enough.
    explicit SheetXml(std::function<bool(const SheetNames&, const pugi::xml_node& row)> take) : take_(std::move(take))
    {
    }

    // False where it is not well-formed.
    bool feed(std::string_view piece);
    bool finish();
    // Nobody wants more of it: all rows were read, or `take` has enough.
    bool is_done() const { return place_ == Place::behind; }

private:
    enum class Place : std::uint8_t { before, within, behind }; // of the rows

    bool begin_rows();
    bool read_rows();
    bool read(std::size_t begin, std::size_t end);

    std::function<bool(const SheetNames&, const pugi::xml_node&)> take_;
    Place place_ = Place::before;
    std::string waiting_; // what is not yet a whole row
    std::string row_end_; // "</x:row"
    std::string end_;     // "</x:sheetData"
    SheetNames names_;
    pugi::xml_document fragment_;
};

// Where "<NAME" or "<x:NAME" begins; npos where it does not. The word may stand in a text too.
std::size_t element_begin(std::string_view xml, std::string_view name);

} // namespace phusa
