#include "documents/docx_filler.hpp"

#include "documents/docx_paragraph.hpp"
#include "documents/docx_sections.hpp"
#include "documents/office_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace phusa
{

namespace
{

constexpr std::string_view document_part = "word/document.xml";

// Whatever people see: the body, headers, footers, notes.
bool has_text(std::string_view part)
{
    if (part == document_part || part == "word/footnotes.xml" || part == "word/endnotes.xml")
        return true;
    return (part.starts_with("word/header") || part.starts_with("word/footer")) && part.ends_with(".xml");
}

Result<void> read_xml(pugi::xml_document& xml, const OfficeFile::Part& part)
{
    auto read = xml.load_buffer(part.bytes.data(), part.bytes.size(),
                                pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration);
    if (!read)
        return problem(Problem::Kind::invalid, "Tệp .docx bị hỏng. Hãy mở bằng Word hoặc LibreOffice, lưu lại rồi gửi "
                                               "lại.");
    return {};
}

Result<OfficeFile> read_word_file(std::string_view docx)
{
    auto file = TRY(OfficeFile::read(docx));
    if (!file.find(document_part))
        return problem(Problem::Kind::invalid, "Tệp này không phải văn bản Word (.docx).");
    return file;
}

void note_mark(const DocxMark& mark, std::vector<std::string>& open, DocxFields& found)
{
    if (mark.kind == DocxMark::Kind::close) {
        if (!open.empty() && open.back() == mark.name)
            open.pop_back();
        else
            found.faults.push_back(fmt::format("Có {{{{/{0}}}}} mà trước đó không mở bằng {{{{#{0}}}}}.", mark.name));
        return;
    }
    if (mark.kind != DocxMark::Kind::field)
        open.push_back(mark.name);
    found.names.push_back(mark.name);
}

void note_marks(pugi::xml_node node, std::vector<std::string>& open, DocxFields& found)
{
    for (auto child : node.children()) {
        if (std::string_view(child.name()) == "w:p") {
            DocxParagraph paragraph(child);
            if (paragraph.has_broken_mark())
                found.faults.push_back(fmt::format("Đoạn “{}” có {{{{ mà không có }}}}.", paragraph.text()));
            for (const auto& mark : paragraph.marks())
                note_mark(mark, open, found);
        }
        note_marks(child, open, found);
    }
}

void put_mark(pugi::xml_document& xml, const std::string& mark)
{
    auto paragraph = xml.child("w:document").child("w:body").prepend_child("w:p");
    // In a frame above the text: the paper is set as it would be without the mark.
    auto frame = paragraph.append_child("w:pPr").append_child("w:framePr");
    frame.append_attribute("w:wrap") = "around";
    for (const char* anchor : {"w:vAnchor", "w:hAnchor"})
        frame.append_attribute(anchor) = "page";
    frame.append_attribute("w:xAlign") = "center";
    frame.append_attribute("w:y") = "340";
    auto run = paragraph.append_child("w:r");
    auto letters = run.append_child("w:rPr");
    letters.append_child("w:color").append_attribute("w:val") = "C00000";
    for (const char* size : {"w:sz", "w:szCs"})
        letters.append_child(size).append_attribute("w:val") = "16";
    run.append_child("w:t").text().set(mark.c_str());
    // LibreOffice hangs a frame on a paragraph, never on a table.
    if (std::string_view(paragraph.next_sibling().name()) != "w:tbl")
        return;
    auto thin = paragraph.parent().insert_child_after("w:p", paragraph).append_child("w:pPr").append_child("w:spacing");
    for (const char* side : {"w:before", "w:after"})
        thin.append_attribute(side) = "0";
    thin.append_attribute("w:line") = "20";
    thin.append_attribute("w:lineRule") = "exact";
}

} // namespace

Result<FilledDocx> fill_docx(std::string_view docx, const PaperValues& values)
{
    auto file = TRY(read_word_file(docx));
    DocxReport report;
    for (auto& part : file.parts()) {
        if (!has_text(part.name))
            continue;
        pugi::xml_document xml;
        TRY_DO(read_xml(xml, part));
        TRY_DO(fill_below(xml, {.all = values}, report));
        if (!values.mark.empty() && part.name == document_part)
            put_mark(xml, values.mark);
        std::ostringstream text;
        xml.save(text, "", pugi::format_raw);
        part.bytes = text.str();
    }
    return FilledDocx{.bytes = file.written(),
                      .unknown = {report.unknown.begin(), report.unknown.end()},
                      .missing = {report.missing.begin(), report.missing.end()}};
}

Result<DocxFields> fields_of_docx(std::string_view docx)
{
    auto file = TRY(read_word_file(docx));
    DocxFields found;
    for (const auto& part : file.parts()) {
        if (!has_text(part.name))
            continue;
        pugi::xml_document xml;
        TRY_DO(read_xml(xml, part));
        std::vector<std::string> open;
        note_marks(xml, open, found);
        for (const auto& name : open)
            found.faults.push_back(fmt::format("Có {{{{#{0}}}}} mà sau đó không có {{{{/{0}}}}}.", name));
    }
    std::ranges::sort(found.names);
    auto repeated = std::ranges::unique(found.names);
    found.names.erase(repeated.begin(), repeated.end());
    // What the filler itself would stumble over: a section that spans cells or tables.
    if (found.faults.empty())
        if (auto filled = fill_docx(docx, {}); !filled)
            found.faults.push_back(filled.error().message);
    return found;
}

} // namespace phusa
