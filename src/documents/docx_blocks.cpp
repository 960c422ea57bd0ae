#include "documents/docx_blocks.hpp"

#include <fmt/format.h>

#include <numeric>

namespace phusa
{

namespace
{

std::string run_xml(std::string_view text, std::string_view letters)
{
    auto properties = letters.empty() ? std::string() : fmt::format("<w:rPr>{}</w:rPr>", letters);
    return fmt::format(R"(<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>)", properties, xml_escaped(text));
}

} // namespace

std::string xml_escaped(std::string_view text)
{
    std::string escaped;
    for (char letter : text) {
        if (letter == '&')
            escaped += "&amp;";
        else if (letter == '<')
            escaped += "&lt;";
        else if (letter == '>')
            escaped += "&gt;";
        else if (letter == '"')
            escaped += "&quot;";
        else
            escaped += letter;
    }
    return escaped;
}

std::string docx_paragraph_xml(std::string_view style, std::string_view text, std::string_view more,
                               std::string_view letters)
{
    return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", style, more,
                       text.empty() ? std::string() : run_xml(text, letters));
}

std::string docx_cell_xml(int width, std::string_view paragraphs)
{
    return fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)", width, paragraphs);
}

std::string docx_table_xml(const std::vector<int>& widths, const std::vector<std::vector<std::string>>& rows,
                           bool has_borders)
{
    std::string borders;
    if (has_borders)
        for (auto side : {"top", "left", "bottom", "right", "insideH", "insideV"})
            borders += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>)", side);
    auto margin = has_borders ? 80 : 0;
    auto xml =
        fmt::format(R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/>{}<w:tblLayout w:type="fixed"/>)"
                    R"(<w:tblCellMar><w:left w:w="{}" w:type="dxa"/><w:right w:w="{}" w:type="dxa"/>)"
                    R"(</w:tblCellMar></w:tblPr><w:tblGrid>)",
                    std::accumulate(widths.begin(), widths.end(), 0),
                    borders.empty() ? std::string() : "<w:tblBorders>" + borders + "</w:tblBorders>", margin, margin);
    for (auto width : widths)
        xml += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    xml += "</w:tblGrid>";
    for (const auto& row : rows) {
        xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (const auto& cell : row)
            xml += cell;
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

} // namespace phusa
