#include "documents/docx_grid.hpp"

#include "documents/docx_blocks.hpp"
#include "documents/docx_styles.hpp"

#include <algorithm>
#include <charconv>

namespace phusa
{

namespace
{

constexpr int row_to_write_in = 8; // millimetres

std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells;
    line.remove_prefix(1);
    while (!line.empty()) {
        auto end = line.find('|');
        auto cell = line.substr(0, end);
        auto begin = cell.find_first_not_of(' ');
        auto last = cell.find_last_not_of(' ');
        cells.emplace_back(begin == std::string_view::npos ? std::string_view() : cell.substr(begin, last - begin + 1));
        if (end == std::string_view::npos)
            break;
        line.remove_prefix(end + 1);
    }
    return cells;
}

std::vector<int> numbers_of(std::string_view text)
{
    std::vector<int> numbers;
    while (!text.empty()) {
        int number = 0;
        auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failure == std::errc())
            numbers.push_back(number);
        text.remove_prefix(std::max<std::size_t>(static_cast<std::size_t>(end - text.data()), 1));
    }
    return numbers;
}

class GridWriter
{
public:
    GridWriter(const std::vector<std::string_view>& lines, int width)
    {
        std::size_t columns = 1;
        std::vector<int> shares;
        for (auto line : lines)
            if (line.starts_with("|%"))
                shares = numbers_of(line.substr(2));
            else if (!line.starts_with("|_"))
                columns = std::max(columns, cells_of(line).size());
        widths_.assign(columns, width / static_cast<int>(columns));
        if (shares.size() == columns)
            std::ranges::transform(shares, widths_.begin(), [width](int share) { return width * share / 100; });
    }

    void line(std::string_view text)
    {
        if (text.starts_with("|%"))
            return;
        if (!text.starts_with("|_"))
            return add(cells_of(text), 0);
        auto count = numbers_of(text.substr(2));
        for (int i = 0; !count.empty() && i < count.front(); ++i)
            add({}, twips(row_to_write_in));
    }

    std::string finish() const { return docx_table_xml(widths_, rows_, true); }

private:
    void add(std::vector<std::string> texts, int height)
    {
        bool is_head = rows_.empty();
        texts.resize(widths_.size());
        DocxRow row{.is_head = is_head, .height = height};
        for (std::size_t i = 0; i < texts.size(); ++i)
            row.cells.push_back(docx_cell_xml(
                widths_[i], is_head
                                ? docx_paragraph_xml(docx_style::cell, texts[i], R"(<w:jc w:val="center"/>)", "<w:b/>")
                                : docx_paragraph_xml(docx_style::cell, texts[i])));
        rows_.push_back(std::move(row));
    }

    std::vector<int> widths_;
    std::vector<DocxRow> rows_;
};

} // namespace

std::string docx_grid_xml(const std::vector<std::string_view>& lines, int width, bool begins_page)
{
    GridWriter writer(lines, width);
    for (auto line : lines)
        writer.line(line);
    auto before = docx_thin_paragraph_xml(begins_page ? "<w:pageBreakBefore/>" : "");
    return before + writer.finish() + docx_paragraph_xml(docx_style::recipients, "");
}

} // namespace phusa
