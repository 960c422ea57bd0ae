#pragma once

#include "exchange/xml_stream.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// An area of merged cells, both ends included; rows from 1, columns from 0.
struct MergedArea {
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::size_t first_column = 0;
    std::size_t last_column = 0;
};

// "B3:D4"; nullopt where it is no area, or beyond what a sheet has.
std::optional<MergedArea> merged_area(std::string_view reference);

// Finds the merged areas of a sheet as its XML streams by. They stand behind all rows (ECMA-376 Part 1, 18.3.1.55), so
// that the rows are only searched for where the list begins, and only the list is read as XML.
class MergedAreas : private XmlListener
{
public:
    MergedAreas();
    void feed(std::string_view piece);
    std::vector<MergedArea> areas() && { return std::move(areas_); }

private:
    void begins(std::string_view element, const Attributes& attributes) override;
    void ends(std::string_view) override {}
    void text(std::string_view) override {}

    XmlStream xml_;
    bool is_in_list_ = false;
    std::string end_of_last_; // of the piece before: the name of the list may be cut in two
    std::vector<MergedArea> areas_;
};

} // namespace phusa
