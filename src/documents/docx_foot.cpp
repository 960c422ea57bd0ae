#include "documents/docx_foot.hpp"

#include "documents/docx_blocks.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::string signature_xml(const PaperText& text, const PaperSignature& signature, bool is_small)
{
    std::string lines;
    if (text.head == PaperHead::person && !text.place.empty())
        lines += docx_paragraph_xml(docx_style::italic_centred, text.place);
    if (!signature.authority.empty())
        lines += docx_paragraph_xml(docx_style::bold_centred, signature.authority);
    if (!signature.office.empty())
        lines += docx_paragraph_xml(docx_style::centred, signature.office);
    if (!signature.note.empty())
        lines += docx_paragraph_xml(docx_style::italic_centred, signature.note);
    const int lines_to_sign_in = is_small ? 3 : 4;
    for (int i = 0; i < lines_to_sign_in; ++i)
        lines += docx_paragraph_xml(docx_style::centred, "");
    return lines + docx_paragraph_xml(docx_style::bold_centred, signature.name);
}

std::string recipients_xml(const PaperText& text, const PaperLayout& layout)
{
    if (text.recipients.empty())
        return docx_paragraph_xml(docx_style::recipients, "");
    auto size = fmt::format(R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/><w:u w:val="single"/>)", layout.size * 2);
    auto xml = docx_paragraph_xml(docx_style::recipients, "Nơi nhận:", "", size);
    for (const auto& line : text.recipients)
        xml += docx_paragraph_xml(docx_style::recipients, line);
    return xml;
}

} // namespace

std::string docx_foot_xml(const PaperText& text, const DocxSheet& sheet, const PaperLayout& layout)
{
    if (text.signatures.empty() && text.recipients.empty())
        return {};
    auto width = sheet.text_twips();
    // Room above them belongs to the table: LibreOffice does not keep a paragraph to one that is empty and keeps on.
    constexpr int above = 280;
    std::string xml;
    std::vector<int> widths;
    DocxRow row;
    // One signs on the right, beside the recipients; several side by side, above them.
    if (text.signatures.size() == 1) {
        widths = {width / 2, width - width / 2};
        row.cells = {docx_cell_xml(widths[0], recipients_xml(text, layout)),
                     docx_cell_xml(widths[1], signature_xml(text, text.signatures.front(), sheet.is_small))};
        return docx_table_xml(widths, {row}, false, above);
    }
    for (const auto& signature : text.signatures) {
        widths.push_back(width / static_cast<int>(text.signatures.size()));
        row.cells.push_back(docx_cell_xml(widths.back(), signature_xml(text, signature, sheet.is_small)));
    }
    if (!row.cells.empty())
        xml += docx_table_xml(widths, {row}, false, above);
    if (!text.recipients.empty())
        xml += recipients_xml(text, layout);
    return xml;
}

} // namespace phusa
