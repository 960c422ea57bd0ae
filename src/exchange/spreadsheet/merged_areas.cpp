#include "exchange/spreadsheet/merged_areas.hpp"

#include "base/limits.hpp"
#include "exchange/spreadsheet/cell_place.hpp"
#include "exchange/spreadsheet/sheet_xml.hpp"

#include <algorithm>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::string_view list = "mergeCells";
constexpr std::size_t name_max = 64; // "<x:mergeCells", with room for a long prefix

} // namespace

std::optional<MergedArea> merged_area(std::string_view reference)
{
    auto colon = reference.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto first = cell_place(reference.substr(0, colon));
    auto last = cell_place(reference.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column)
        return std::nullopt;
    return MergedArea{first->row, last->row, first->column, std::min(last->column, limit::sheet_columns_max - 1)};
}

MergedAreas::MergedAreas() : xml_(*this) {}

void MergedAreas::feed(std::string_view piece)
{
    // The list ends before the sheet does: what follows it is no XML of its own, which is no fault.
    if (is_in_list_) {
        xml_.feed(piece);
        return;
    }
    auto border = end_of_last_ + std::string(piece.substr(0, name_max));
    if (auto begin = element_begin(border, list); begin != std::string_view::npos) {
        xml_.feed(std::string_view(border).substr(begin));
        xml_.feed(piece.substr(std::min(name_max, piece.size())));
        is_in_list_ = true;
    } else if (begin = element_begin(piece, list); begin != std::string_view::npos) {
        xml_.feed(piece.substr(begin));
        is_in_list_ = true;
    }
    end_of_last_ = piece.size() < name_max ? std::move(border) : std::string(piece.substr(piece.size() - name_max));
    end_of_last_.erase(0, end_of_last_.size() - std::min(end_of_last_.size(), name_max));
}

void MergedAreas::begins(std::string_view element, const Attributes& attributes)
{
    if (element != "mergeCell")
        return;
    if (auto area = merged_area(attributes["ref"]))
        areas_.push_back(*area);
}

} // namespace phusa
