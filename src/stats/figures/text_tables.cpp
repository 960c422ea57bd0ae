// Tables of a plain text: lines with tabs or |.
#include "stats/figures/text_tables.hpp"

#include "stats/figures/tokens.hpp"

#include <algorithm>

namespace phusa::stats
{

namespace
{

constexpr std::size_t columns_min = 2;

class Lines
{
public:
    explicit Lines(const std::string& text) : letters_(text) {}

    std::vector<ReportText::Rows> tables()
    {
        for (std::size_t begin = 0; begin <= letters_.size();) {
            auto end = begin;
            while (end < letters_.size() && letter(end) != "\n")
                ++end;
            line(begin, end);
            begin = end + 1;
        }
        finish();
        return std::move(tables_);
    }

private:
    std::string letter(std::size_t at) const { return letters_.cut(at, at + 1); }

    void line(std::size_t begin, std::size_t end)
    {
        ReportText::Row row;
        auto cell = begin;
        for (auto at = begin; at <= end; ++at)
            if (at == end || letter(at) == "\t" || letter(at) == "|") {
                row.push_back({cell, at});
                cell = at + 1;
            }
        if (row.size() < columns_min)
            return finish();
        if (!is_ruler(begin, end))
            rows_.push_back(std::move(row));
    }

    bool has_bar(std::size_t at) const { return letter(at) == "|"; }
    bool is_blank(const TableCell& cell) const
    {
        return letters_.cut(cell.begin, cell.end).find_first_not_of(" \r") == std::string::npos;
    }
    // "|---|---|"
    bool is_ruler(std::size_t begin, std::size_t end) const
    {
        return letters_.cut(begin, end).find_first_not_of("|-: \r+=") == std::string::npos;
    }

    void finish()
    {
        strip_frame();
        if (rows_.size() >= 2)
            tables_.push_back(std::move(rows_));
        rows_.clear();
    }

    // "| a | b |": all rows begin and end with a bar. Where only some do, the first cell is empty.
    void strip_frame()
    {
        auto opens = [&](const auto& row) {
            return row.size() > columns_min && has_bar(row.front().end) && is_blank(row.front());
        };
        auto closes = [&](const auto& row) {
            return row.size() > columns_min && has_bar(row.back().begin - 1) && is_blank(row.back());
        };
        bool has_left = std::ranges::all_of(rows_, opens);
        bool has_right = std::ranges::all_of(rows_, closes);
        for (auto& row : rows_) {
            if (has_left)
                row.erase(row.begin());
            if (has_right && row.size() > 1)
                row.pop_back();
        }
    }

    CodePointText letters_;
    ReportText::Rows rows_ = {};
    std::vector<ReportText::Rows> tables_ = {};
};

} // namespace

std::vector<ReportText::Rows> tables_in(const std::string& text) { return Lines(text).tables(); }

} // namespace phusa::stats
