#include "documents/docx_blocks.hpp"

#include <fmt/format.h>

#include <numeric>

namespace phusa
{

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

std::string docx_run_xml(std::string_view text, std::string_view letters)
{
    auto properties = letters.empty() ? std::string() : fmt::format("<w:rPr>{}</w:rPr>", letters);
    return fmt::format(R"(<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>)", properties, xml_escaped(text));
}

std::string docx_tab_xml() { return "<w:r><w:tab/></w:r>"; }

std::string docx_paragraph_of(std::string_view style, std::string_view runs, std::string_view more)
{
    return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", style, more, runs);
}

std::string docx_paragraph_xml(std::string_view style, std::string_view text, std::string_view more,
                               std::string_view letters)
{
    return docx_paragraph_of(style, text.empty() ? std::string() : docx_run_xml(text, letters), more);
}

std::string docx_thin_paragraph_xml(std::string_view more)
{
    return fmt::format(R"(<w:p><w:pPr>{}<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>)"
                       R"(<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>)",
                       more);
}

std::string docx_rule_xml(int column, int length)
{
    return fmt::format(R"(<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>)"
                       R"(<w:spacing w:before="20" w:after="0" w:line="40" w:lineRule="exact"/>)"
                       R"(<w:ind w:left="{0}" w:right="{0}"/></w:pPr></w:p>)",
                       (column - length) / 2);
}

std::string docx_cell_xml(int width, std::string_view paragraphs)
{
    return fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)", width, paragraphs);
}

namespace
{

std::string borders_xml()
{
    std::string borders = "<w:tblBorders>";
    for (auto side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        borders += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>)", side);
    return borders + "</w:tblBorders>";
}

std::string row_xml(const DocxRow& row)
{
    std::string xml = "<w:tr><w:trPr><w:cantSplit/>";
    if (row.height > 0)
        xml += fmt::format(R"(<w:trHeight w:val="{}" w:hRule="exact"/>)", row.height);
    if (row.is_head)
        xml += "<w:tblHeader/>";
    xml += "</w:trPr>";
    for (const auto& cell : row.cells)
        xml += cell;
    return xml + "</w:tr>";
}

} // namespace

std::string docx_table_xml(const std::vector<int>& widths, const std::vector<DocxRow>& rows, bool has_borders,
                           int above)
{
    auto margin = has_borders ? 80 : 0; // and the table as far in, so that its border stands at the margin of the page
    auto xml = fmt::format(
        R"(<w:tbl><w:tblPr><w:tblW w:w="{0}" w:type="dxa"/><w:tblInd w:w="{1}" w:type="dxa"/>{2})"
        R"(<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{3}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/>)"
        R"(<w:right w:w="{1}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)",
        std::accumulate(widths.begin(), widths.end(), 0), margin, has_borders ? borders_xml() : std::string(), above);
    for (auto width : widths)
        xml += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    xml += "</w:tblGrid>";
    for (const auto& row : rows)
        xml += row_xml(row);
    return xml + "</w:tbl>";
}

} // namespace phusa
