#include "documents/docx_page.hpp"

#include "documents/docx_blocks.hpp"
#include "documents/docx_styles.hpp"
#include "documents/office_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace phusa
{

namespace
{

struct Sheet {
    int width; // millimetres
    int height;
    int left;
    int right;
    int top;
    int bottom;

    int text_twips() const { return twips(width - left - right); }
};

Sheet sheet_of(PaperSize size, const PaperLayout& layout)
{
    switch (size) {
    case PaperSize::a5_landscape:
        return {.width = 210, .height = 148, .left = 20, .right = 15, .top = 12, .bottom = 10};
    case PaperSize::booklet:
        return {.width = 145, .height = 205, .left = 15, .right = 12, .top = 15, .bottom = 12};
    case PaperSize::a4:
        break;
    }
    return {.width = 210,
            .height = 297,
            .left = layout.left,
            .right = layout.right,
            .top = layout.top,
            .bottom = layout.bottom};
}

// A rule below the line before it, as long as `share` of the column.
std::string rule_xml(int column_twips, int share_percent)
{
    auto indent = column_twips * (100 - share_percent) / 200;
    return fmt::format(R"(<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>)"
                       R"(<w:ind w:left="{0}" w:right="{0}"/>)",
                       indent);
}

std::string with_rule(std::string_view style, std::string_view text, int column_twips, int share_percent,
                      std::string_view letters = {})
{
    return docx_paragraph_xml(style, text, rule_xml(column_twips, share_percent), letters);
}

// Bodies, an asterisk, the number.
std::string left_of_head(const PaperText& text)
{
    std::string left;
    if (!text.upper.empty())
        left += docx_paragraph_xml(docx_style::centred, text.upper);
    if (!text.issuer.empty())
        left += docx_paragraph_xml(docx_style::bold_centred, text.issuer);
    left += docx_paragraph_xml(docx_style::centred, "*");
    if (!text.number.empty())
        left += docx_paragraph_xml(docx_style::centred, text.number);
    if (!text.about.empty())
        left +=
            docx_paragraph_xml(docx_style::italic_centred, text.about, "", R"(<w:sz w:val="24"/><w:szCs w:val="24"/>)");
    return left;
}

std::string right_of_head(const PaperText& text, int width)
{
    constexpr int party_rule = 92;
    constexpr int state_rule = 62;
    constexpr std::string_view small = R"(<w:sz w:val="25"/><w:szCs w:val="25"/>)";
    std::string right;
    if (text.head == PaperHead::state) {
        right += docx_paragraph_xml(docx_style::bold_centred, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", small);
        right += with_rule(docx_style::bold_centred, "Độc lập - Tự do - Hạnh phúc", width, state_rule);
    } else {
        auto who = text.head == PaperHead::youth_union ? "ĐOÀN TNCS HỒ CHÍ MINH" : "ĐẢNG CỘNG SẢN VIỆT NAM";
        right += with_rule(docx_style::head, who, width, party_rule);
    }
    if (!text.place.empty())
        right += docx_paragraph_xml(docx_style::italic_centred, text.place, R"(<w:spacing w:before="60"/>)");
    return right;
}

std::string head_xml(const PaperText& text, const Sheet& sheet)
{
    auto width = sheet.text_twips();
    if (text.head == PaperHead::none)
        return {};
    if (text.head == PaperHead::person)
        return with_rule(docx_style::head, "ĐẢNG CỘNG SẢN VIỆT NAM", width, 52);
    constexpr int left_percent = 44;
    int left = width * left_percent / 100;
    std::vector<std::string> cells{docx_cell_xml(left, left_of_head(text)),
                                   docx_cell_xml(width - left, right_of_head(text, width - left))};
    return docx_table_xml({left, width - left}, {cells}, false);
}

std::string signature_cell(const PaperText& text, const PaperSignature& signature)
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
    constexpr int lines_to_sign_in = 4;
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

// One signs on the right, beside the recipients; several side by side.
std::string foot_xml(const PaperText& text, const Sheet& sheet, const PaperLayout& layout)
{
    auto width = sheet.text_twips();
    std::string xml = docx_paragraph_xml(docx_style::recipients, "");
    std::vector<int> widths;
    std::vector<std::string> cells;
    if (text.signatures.size() == 1) {
        widths = {width / 2, width - width / 2};
        cells = {docx_cell_xml(widths[0], recipients_xml(text, layout)),
                 docx_cell_xml(widths[1], signature_cell(text, text.signatures.front()))};
        return xml + docx_table_xml(widths, {cells}, false);
    }
    for (const auto& signature : text.signatures) {
        widths.push_back(width / static_cast<int>(text.signatures.size()));
        cells.push_back(docx_cell_xml(widths.back(), signature_cell(text, signature)));
    }
    if (!cells.empty())
        xml += docx_table_xml(widths, {cells}, false);
    if (!text.recipients.empty())
        xml += recipients_xml(text, layout);
    return xml;
}

// Sets the lines of PaperText::body.
class BodyWriter
{
public:
    explicit BodyWriter(int width) : width_(width) {}

    void line(std::string_view text)
    {
        if (text.starts_with('|')) {
            table_.emplace_back(text);
            return;
        }
        end_table();
        if (text.empty())
            return;
        if (text == "@page") {
            xml_ += R"(<w:p><w:r><w:br w:type="page"/></w:r></w:p>)";
            return;
        }
        if (!marked(text))
            xml_ += docx_paragraph_xml(docx_style::body, text);
    }

    std::string finish()
    {
        end_table();
        return std::move(xml_);
    }

private:
    // A section mark may stand before the sign: "{{#x}}. text{{/x}}".
    bool marked(std::string_view text)
    {
        auto mark = text.starts_with("{{#") || text.starts_with("{{^") ? text.substr(0, text.find("}}") + 2) : "";
        auto line = text.substr(mark.size());
        if (line.size() < 2 || line[1] != ' ')
            return false;
        auto rest = std::string(mark).append(line.substr(2));
        switch (line.front()) {
        case '=':
            return put(docx_style::title, rest);
        case '~':
            put(docx_style::about, rest);
            return put(docx_style::centred, "-----");
        case '>':
            return put(docx_style::addressed, rest);
        case '!':
            return put(docx_style::bold_centred, rest);
        case '#':
            return put(docx_style::bold, rest);
        case '.':
            return put(docx_style::flat, rest);
        case '_':
            return dots(rest);
        default:
            return false;
        }
    }

    bool put(std::string_view style, std::string_view text)
    {
        xml_ += docx_paragraph_xml(style, text);
        return true;
    }

    bool dots(std::string_view number)
    {
        int count = 0;
        std::from_chars(number.data(), number.data() + number.size(), count);
        for (int i = 0; i < count; ++i)
            xml_ += fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/><w:tabs><w:tab w:val="clear" w:pos="{}"/>)"
                                R"(<w:tab w:val="right" w:leader="dot" w:pos="{}"/></w:tabs></w:pPr>)"
                                R"(<w:r><w:tab/></w:r></w:p>)",
                                docx_style::dots, twips(165), width_);
        return true;
    }

    static std::vector<std::string> cells_of(std::string_view row)
    {
        std::vector<std::string> cells;
        row.remove_prefix(1);
        while (!row.empty()) {
            auto end = row.find('|');
            auto cell = row.substr(0, end);
            auto begin = cell.find_first_not_of(' ');
            auto last = cell.find_last_not_of(' ');
            cells.emplace_back(begin == std::string_view::npos ? std::string_view()
                                                               : cell.substr(begin, last - begin + 1));
            if (end == std::string_view::npos)
                break;
            row.remove_prefix(end + 1);
        }
        return cells;
    }

    void end_table()
    {
        if (table_.empty())
            return;
        auto columns = std::max<std::size_t>(cells_of(table_.front()).size(), 1);
        std::vector<int> widths(columns, width_ / static_cast<int>(columns));
        std::vector<std::vector<std::string>> rows;
        for (const auto& line : table_) {
            std::vector<std::string> cells;
            for (const auto& text : cells_of(line))
                cells.push_back(docx_cell_xml(
                    widths.front(), docx_paragraph_xml(docx_style::cell, text, "", rows.empty() ? "<w:b/>" : "")));
            cells.resize(columns, docx_cell_xml(widths.front(), docx_paragraph_xml(docx_style::cell, "")));
            rows.push_back(std::move(cells));
        }
        xml_ += docx_table_xml(widths, rows, true) + docx_paragraph_xml(docx_style::recipients, "");
        table_.clear();
    }

    int width_;
    std::string xml_;
    std::vector<std::string> table_;
};

std::string body_xml(std::string_view body, int width)
{
    BodyWriter writer(width);
    for (bool more = true; more;) {
        auto end = body.find('\n');
        auto line = body.substr(0, end);
        auto begin = line.find_first_not_of(' ');
        writer.line(begin == std::string_view::npos ? std::string_view() : line.substr(begin));
        more = end != std::string_view::npos;
        if (more)
            body.remove_prefix(end + 1);
    }
    return writer.finish();
}

std::string section_xml(const Sheet& sheet, const PaperLayout& layout)
{
    return fmt::format(R"(<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>)"
                       R"(<w:headerReference w:type="first" r:id="rId3"/><w:pgSz w:w="{}" w:h="{}"{}/>)"
                       R"(<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}" w:footer="0" )"
                       R"(w:gutter="0"/><w:titlePg/></w:sectPr>)",
                       twips(sheet.width), twips(sheet.height),
                       sheet.width > sheet.height ? R"( w:orient="landscape")" : "", twips(sheet.top),
                       twips(sheet.right), twips(sheet.bottom), twips(sheet.left), twips(layout.page_number_from_top));
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
    xml += head_xml(text, sheet);
    xml += body_xml(text.body, sheet.text_twips());
    if (!text.signatures.empty() || !text.recipients.empty())
        xml += foot_xml(text, sheet, layout);
    // A table must not be the last thing of a body.
    xml += docx_paragraph_xml(docx_style::recipients, "");
    return xml + section_xml(sheet, layout) + "</w:body></w:document>";
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

std::string docx_page(const PaperText& text, const PaperLayout& layout)
{
    auto part = [](std::string_view xml) { return std::string(declaration) + std::string(xml); };
    OfficeFile file;
    file.add("[Content_Types].xml", part(content_types));
    file.add("_rels/.rels",
             part(relations_begin) + relation("rId1", "officeDocument", "word/document.xml") + "</Relationships>");
    file.add("word/document.xml", document_xml(text, layout));
    file.add("word/_rels/document.xml.rels", part(relations_begin) + relation("rId1", "styles", "styles.xml") +
                                                 relation("rId2", "header", "header1.xml") +
                                                 relation("rId3", "header", "header2.xml") + "</Relationships>");
    file.add("word/styles.xml", docx_styles(layout));
    file.add("word/header1.xml", header_xml(true));
    file.add("word/header2.xml", header_xml(false));
    return file.written();
}

} // namespace phusa
