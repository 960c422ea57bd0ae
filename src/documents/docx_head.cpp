#include "documents/docx_head.hpp"

#include "documents/docx_blocks.hpp"

namespace phusa
{

namespace
{

constexpr std::string_view state_title = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view state_motto = "Độc lập - Tự do - Hạnh phúc";

// Millimetres that the words above a rule take in the font of the layout.
constexpr int party_words = 70;
constexpr int youth_words = 68;
constexpr int motto_words = 53;
constexpr int issuer_rule = 22;

// Bodies, the sign below them, the number. The Party writes an asterisk, the Youth Union three, a union draws a rule.
std::string left_of_head(const PaperText& text, int width)
{
    std::string left;
    if (!text.upper.empty())
        left += docx_paragraph_xml(docx_style::centred, text.upper);
    if (!text.issuer.empty())
        left += docx_paragraph_xml(docx_style::bold_centred, text.issuer);
    if (text.head == PaperHead::state)
        left += docx_rule_xml(width, twips(issuer_rule));
    else
        left += docx_paragraph_xml(docx_style::centred, text.head == PaperHead::youth_union ? "***" : "*");
    if (!text.number.empty())
        left += docx_paragraph_xml(docx_style::centred, text.number);
    if (!text.about.empty())
        left +=
            docx_paragraph_xml(docx_style::italic_centred, text.about, "", R"(<w:sz w:val="24"/><w:szCs w:val="24"/>)");
    return left;
}

std::string right_of_head(const PaperText& text, int width)
{
    constexpr std::string_view small = R"(<w:sz w:val="24"/><w:szCs w:val="24"/>)";
    constexpr std::string_view below_rule = R"(<w:spacing w:before="80" w:after="0"/>)";
    std::string right;
    if (text.head == PaperHead::state) {
        right += docx_paragraph_xml(docx_style::bold_centred, state_title, "", small);
        right += docx_paragraph_xml(docx_style::bold_centred, state_motto, "", small);
        right += docx_rule_xml(width, twips(motto_words));
    } else {
        bool is_youth = text.head == PaperHead::youth_union;
        right += docx_paragraph_xml(docx_style::head, is_youth ? "ĐOÀN TNCS HỒ CHÍ MINH" : "ĐẢNG CỘNG SẢN VIỆT NAM");
        right += docx_rule_xml(width, twips(is_youth ? youth_words : party_words));
    }
    if (!text.place.empty())
        right += docx_paragraph_xml(docx_style::italic_centred, text.place, below_rule);
    return right;
}

} // namespace

std::string docx_head_xml(const PaperText& text, const DocxSheet& sheet)
{
    auto width = sheet.text_twips();
    if (text.head == PaperHead::none)
        return {};
    if (text.head == PaperHead::person)
        return docx_paragraph_xml(docx_style::head, "ĐẢNG CỘNG SẢN VIỆT NAM") +
               docx_rule_xml(width, twips(party_words));
    int left_percent = text.head == PaperHead::state ? 40 : 45;
    constexpr int between = 120; // keeps long names apart from what stands on the right
    int left = width * left_percent / 100;
    DocxRow row{.cells = {docx_cell_xml(left, left_of_head(text, left)),
                          docx_cell_xml(between, docx_thin_paragraph_xml()),
                          docx_cell_xml(width - left - between, right_of_head(text, width - left - between))}};
    return docx_table_xml({left, between, width - left - between}, {row}, false);
}

} // namespace phusa
