#include "exchange/spreadsheet/merged_areas.hpp"

#include "base/limits.hpp"
#include "exchange/spreadsheet/cell_place.hpp"

#include <algorithm>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::size_t name_max = 64; // "<x:mergeCells", with room for a long prefix

// Where "<mergeCells" or "<x:mergeCells" begins; npos where it does not. The word may stand in a cell too.
std::size_t begin_of_list(std::string_view xml)
{
    constexpr std::string_view list = "mergeCells";
    for (auto name = xml.find(list); name != std::string_view::npos; name = xml.find(list, name + 1)) {
        auto begin = xml.rfind('<', name);
        bool is_element = begin != std::string_view::npos &&
                          (begin + 1 == name || (xml[name - 1] == ':' && xml.find_first_of(" >/\"'", begin) > name));
        if (is_element)
            return begin;
    }
    return std::string_view::npos;
}

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
    if (std::exchange(is_first_, false))
        is_in_list_ = piece.starts_with("\xFF\xFE") || piece.starts_with("\xFE\xFF"); // UTF-16: read whole
    if (is_in_list_) {
        xml_.feed(piece);
        return;
    }
    auto border = end_of_last_ + std::string(piece.substr(0, name_max));
    if (auto begin = begin_of_list(border); begin != std::string_view::npos) {
        xml_.feed(std::string_view(border).substr(begin));
        xml_.feed(piece.substr(std::min(name_max, piece.size())));
        is_in_list_ = true;
    } else if (begin = begin_of_list(piece); begin != std::string_view::npos) {
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
