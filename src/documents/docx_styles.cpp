#include "documents/docx_styles.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

struct Style {
    std::string_view id;
    std::string_view name;
    int size;
    std::string_view paragraph; // w:pPr
    std::string_view letters;   // w:rPr beside the size
};

std::string style_xml(const Style& style)
{
    return fmt::format(R"(<w:style w:type="paragraph" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/>)"
                       R"(<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{}</w:pPr>)"
                       R"(<w:rPr>{}<w:sz w:val="{}"/><w:szCs w:val="{}"/></w:rPr></w:style>)",
                       style.id, style.name, style.paragraph, style.letters, style.size * 2, style.size * 2);
}

std::string spacing(int after_points, int line_points)
{
    constexpr int twips_a_point = 20;
    return fmt::format(R"(<w:spacing w:before="0" w:after="{}" w:line="{}" w:lineRule="exact"/>)",
                       after_points * twips_a_point, line_points * twips_a_point);
}

} // namespace

std::string docx_styles(const PaperLayout& layout, bool is_small)
{
    constexpr std::string_view tight = R"(<w:spacing w:before="0" w:after="0"/>)";
    auto body = spacing(layout.space_after, layout.line_spacing);
    auto indented = fmt::format(R"({}<w:ind w:firstLine="{}"/><w:jc w:val="both"/>)", body, twips(layout.first_line));
    auto flat = fmt::format(R"({}<w:jc w:val="both"/>)", body);
    auto middle = fmt::format(R"({}<w:jc w:val="center"/>)", tight);
    auto title = fmt::format(R"(<w:spacing w:before="{}" w:after="0"/><w:jc w:val="center"/>)", is_small ? 120 : 300);
    constexpr std::string_view spaced_middle = R"(<w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/>)";
    constexpr std::string_view bold = "<w:b/><w:bCs/>";
    constexpr std::string_view italic = "<w:i/><w:iCs/>";
    const Style styles[] = {
        {docx_style::body, "Phù Sa: thân văn bản", layout.size, indented, ""},
        {docx_style::flat, "Phù Sa: không thụt dòng", layout.size, flat, ""},
        {docx_style::centred, "Phù Sa: giữa dòng", layout.size, middle, ""},
        {docx_style::head, "Phù Sa: tiêu đề", layout.head_size, middle, bold},
        {docx_style::title, "Phù Sa: tên loại", layout.title_size, title, bold},
        {docx_style::about, "Phù Sa: trích yếu", layout.size, middle, bold},
        {docx_style::addressed, "Phù Sa: kính gửi", layout.size, spaced_middle, italic},
        {docx_style::bold, "Phù Sa: đậm", layout.size, indented, bold},
        {docx_style::bold_centred, "Phù Sa: đậm giữa dòng", layout.size, middle, bold},
        {docx_style::italic_centred, "Phù Sa: nghiêng giữa dòng", layout.size, middle, italic},
        {docx_style::recipients, "Phù Sa: nơi nhận", layout.recipient_size, tight, ""},
        {docx_style::cell, "Phù Sa: ô bảng", layout.recipient_size, R"(<w:spacing w:before="40" w:after="40"/>)", ""},
        {docx_style::dots, "Phù Sa: dòng kẻ", layout.size, body, ""},
        {docx_style::mark, "Phù Sa: ghi chú của mẫu", layout.recipient_size, tight,
         R"(<w:i/><w:color w:val="C00000"/>)"},
    };
    auto xml = fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
        R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>)"
        R"(<w:rPrDefault><w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}" w:eastAsia="{0}"/>)"
        R"(<w:sz w:val="{1}"/><w:szCs w:val="{1}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/>)"
        R"(</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>)"
        R"(</w:style>)",
        layout.font, layout.size * 2);
    for (const auto& style : styles)
        xml += style_xml(style);
    return xml + "</w:styles>";
}

} // namespace phusa
