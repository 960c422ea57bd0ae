#include "documents/docx_page.hpp"

#include "documents/docx_blocks.hpp"
#include "documents/docx_body.hpp"
#include "documents/docx_foot.hpp"
#include "documents/docx_head.hpp"
#include "documents/office_file.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::string section_xml(const DocxSheet& sheet, bool has_cover)
{
    return fmt::format(R"(<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>)"
                       R"(<w:headerReference w:type="first" r:id="rId3"/><w:pgSz w:w="{}" w:h="{}"{}/>)"
                       R"(<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}" w:footer="0" )"
                       R"(w:gutter="0"/>{}<w:titlePg/></w:sectPr>)",
                       twips(sheet.width), twips(sheet.height),
                       sheet.width > sheet.height ? R"( w:orient="landscape")" : "", twips(sheet.top),
                       twips(sheet.right), twips(sheet.bottom), twips(sheet.left), twips(sheet.page_number),
                       has_cover ? R"(<w:pgNumType w:start="0"/>)" : "");
}

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string document_xml(const PaperText& text, const PaperLayout& layout)
{
    auto sheet = sheet_of(text.size, layout);
    auto xml = fmt::format("{}<w:document {}><w:body>", declaration, namespaces);
    if (!text.mark.empty())
        xml += docx_paragraph_xml(docx_style::mark, "{{#ban_mau}}" + text.mark + "{{/ban_mau}}");
    bool is_signed = !text.signatures.empty();
    xml += docx_head_xml(text, sheet);
    xml += docx_body_xml(text.body, sheet.text_twips(), layout, is_signed);
    xml += docx_foot_xml(text, sheet, layout);
    // A table must not be the last thing of a body.
    xml += docx_thin_paragraph_xml();
    return xml + section_xml(sheet, text.size == PaperSize::booklet) + "</w:body></w:document>";
}

std::string header_xml(bool has_number)
{
    auto number = has_number ? R"(<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>)" : "";
    return fmt::format(R"({}<w:hdr {}><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}</w:p></w:hdr>)", declaration,
                       namespaces, docx_style::centred, number);
}

constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.)"
    R"(wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/)"
    R"(vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>)"
    R"(<Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.)"
    R"(wordprocessingml.header+xml"/></Types>)";
constexpr std::string_view relations_begin =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr std::string_view relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(std::string_view id, std::string_view type, std::string_view target)
{
    return fmt::format(R"(<Relationship Id="{}" Type="{}{}" Target="{}"/>)", id, relation_types, type, target);
}

} // namespace

std::string docx_page(const PaperText& text, const PaperLayout& guidance)
{
    auto layout = layout_on(text.size, guidance);
    auto part = [](std::string_view xml) { return std::string(declaration) + std::string(xml); };
    OfficeFile file;
    file.add("[Content_Types].xml", part(content_types));
    file.add("_rels/.rels",
             part(relations_begin) + relation("rId1", "officeDocument", "word/document.xml") + "</Relationships>");
    file.add("word/document.xml", document_xml(text, layout));
    file.add("word/_rels/document.xml.rels", part(relations_begin) + relation("rId1", "styles", "styles.xml") +
                                                 relation("rId2", "header", "header1.xml") +
                                                 relation("rId3", "header", "header2.xml") + "</Relationships>");
    file.add("word/styles.xml", docx_styles(layout, text.size != PaperSize::a4));
    file.add("word/header1.xml", header_xml(true));
    file.add("word/header2.xml", header_xml(false));
    return file.written();
}

} // namespace phusa
