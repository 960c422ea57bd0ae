#include "documents/docx_body.hpp"

#include "documents/docx_blanks.hpp"
#include "documents/docx_blocks.hpp"
#include "documents/docx_grid.hpp"
#include "documents/docx_styles.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>
#include <vector>

namespace phusa
{

namespace
{

struct Block {
    enum class Kind { paragraph, ruled, grid };

    Kind kind = Kind::paragraph;
    std::string_view style = docx_style::body;
    std::string text; // of a paragraph, with its section mark
    bool begins_page = false;
    bool keeps_next = false;
    std::vector<std::string_view> rows = {}; // of a grid
};

// A section mark may stand before the sign: "{{#x}}. text{{/x}}".
std::string_view mark_before(std::string_view line)
{
    bool has_mark = line.starts_with("{{#") || line.starts_with("{{^");
    return has_mark ? line.substr(0, line.find("}}") + 2) : std::string_view();
}

std::string_view style_of(char sign)
{
    switch (sign) {
    case '=':
        return docx_style::title;
    case '~':
        return docx_style::about;
    case '>':
        return docx_style::addressed;
    case '!':
        return docx_style::bold_centred;
    case '#':
        return docx_style::bold;
    case '.':
        return docx_style::flat;
    default:
        return {};
    }
}

// Of a paragraph that falls away as a whole: "#x" of "{{#x}}text{{/x}}"; otherwise nothing.
std::string_view condition_of(const Block& block)
{
    std::string_view text = block.text;
    auto mark = mark_before(text);
    if (mark.empty())
        return {};
    auto condition = mark.substr(2, mark.size() - 4);
    auto closing = fmt::format("{{{{/{}}}}}", condition.substr(1));
    return text.find(closing) == text.size() - closing.size() ? condition : std::string_view();
}

// Exactly one of them is printed.
bool are_opposite(const Block& one, const Block& other)
{
    auto left = condition_of(one);
    auto right = condition_of(other);
    return !left.empty() && !right.empty() && left[0] != right[0] && left.substr(1) == right.substr(1);
}

// Reads lines into blocks.
class BodyReader
{
public:
    void line(std::string_view text)
    {
        if (text == "@page") {
            page_ = true;
        } else if (text.starts_with('|')) {
            if (blocks_.empty() || blocks_.back().kind != Block::Kind::grid || page_)
                add({.kind = Block::Kind::grid, .text = {}});
            blocks_.back().rows.push_back(text);
        } else if (text.starts_with("_ ")) {
            repeated(text.substr(2), {.kind = Block::Kind::ruled, .style = docx_style::dots, .text = {}});
        } else if (text.starts_with("@gap ")) {
            repeated(text.substr(5), {.style = docx_style::flat, .text = {}});
        } else if (!text.empty()) {
            paragraph(text);
        }
    }

    std::vector<Block> finish(bool is_signed)
    {
        for (std::size_t i = 0; i + 1 < blocks_.size(); ++i)
            blocks_[i].keeps_next = blocks_[i].keeps_next || stands_with_next(i);
        if (is_signed)
            keep_last_words();
        return std::move(blocks_);
    }

private:
    void add(Block block)
    {
        block.begins_page = std::exchange(page_, false);
        blocks_.push_back(std::move(block));
    }

    void repeated(std::string_view number, const Block& block)
    {
        int count = 0;
        std::from_chars(number.data(), number.data() + number.size(), count);
        for (int i = 0; i < count; ++i)
            add(block);
    }

    void paragraph(std::string_view text)
    {
        auto mark = mark_before(text);
        auto rest = text.substr(mark.size());
        auto style = rest.size() > 1 && rest[1] == ' ' ? style_of(rest[0]) : std::string_view();
        if (style.empty())
            return add({.text = std::string(text)});
        add({.style = style, .text = std::string(mark).append(rest.substr(2))});
        if (style == docx_style::about)
            add({.style = docx_style::centred, .text = "-----"});
    }

    // A heading or a label is worth nothing at the foot of a page, nor is the first or last of some ruled lines.
    bool stands_with_next(std::size_t at) const
    {
        const auto& block = blocks_[at];
        const auto& next = blocks_[at + 1];
        if (next.begins_page)
            return false;
        if (block.kind == Block::Kind::paragraph)
            return block.style == docx_style::bold || block.style == docx_style::bold_centred ||
                   block.style == docx_style::title || block.text.ends_with(':');
        if (block.kind != Block::Kind::ruled || next.kind != Block::Kind::ruled)
            return false;
        bool is_first = at == 0 || blocks_[at - 1].kind != Block::Kind::ruled;
        bool is_next_last = at + 2 == blocks_.size() || blocks_[at + 2].kind != Block::Kind::ruled;
        return is_first || is_next_last;
    }

    // The last words of a page with signatures, whichever of them will be printed.
    void keep_last_words()
    {
        for (auto at = blocks_.size(); at-- > 0;) {
            blocks_[at].keeps_next = true;
            bool has_opposite = at > 0 && are_opposite(blocks_[at - 1], blocks_[at]);
            if (has_opposite)
                blocks_[at - 1].keeps_next = true;
            if (has_opposite || condition_of(blocks_[at]).empty())
                return;
        }
    }

    std::vector<Block> blocks_;
    bool page_ = false;
};

constexpr int to_whom = 20; // millimetres: how far in a blank for an address begins and ends

std::string properties_of(const Block& block)
{
    std::string properties;
    if (block.keeps_next)
        properties += "<w:keepNext/>";
    if (block.begins_page)
        properties += "<w:pageBreakBefore/>";
    return properties;
}

std::string ruled_xml(const Block& block, int width)
{
    auto tabs = fmt::format(R"(<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{}"/></w:tabs>)", width);
    // With a space: LibreOffice gives a line of nothing but a tab its own height.
    return docx_paragraph_of(block.style, docx_run_xml(" ") + docx_tab_xml(), properties_of(block) + tabs);
}

std::string paragraph_xml(const Block& block, int width, const PaperLayout& layout)
{
    bool is_addressed = block.style == docx_style::addressed;
    auto line = docx_blanks(block.text, is_addressed ? width - twips(to_whom) : width, layout.size);
    auto properties = properties_of(block) + line.tabs;
    if (is_addressed && !line.tabs.empty())
        return docx_paragraph_of(
            block.style, line.runs,
            fmt::format(R"({}<w:ind w:left="{}"/><w:jc w:val="left"/>)", properties, twips(to_whom)));
    if (block.style == docx_style::bold_centred)
        properties += R"(<w:spacing w:before="160" w:after="160"/>)";
    bool is_justified = block.style == docx_style::body || block.style == docx_style::flat;
    if (is_justified && !line.is_justified)
        properties += R"(<w:jc w:val="left"/>)";
    return docx_paragraph_of(block.style, line.runs, properties);
}

} // namespace

std::string docx_body_xml(std::string_view body, int width, const PaperLayout& layout, bool is_signed)
{
    BodyReader reader;
    for (bool more = true; more;) {
        auto end = body.find('\n');
        auto line = body.substr(0, end);
        auto begin = line.find_first_not_of(' ');
        reader.line(begin == std::string_view::npos ? std::string_view() : line.substr(begin));
        more = end != std::string_view::npos;
        if (more)
            body.remove_prefix(end + 1);
    }
    std::string xml;
    for (const auto& block : reader.finish(is_signed)) {
        if (block.kind == Block::Kind::ruled)
            xml += ruled_xml(block, width);
        else if (block.kind == Block::Kind::grid)
            xml += docx_grid_xml(block.rows, width, block.begins_page);
        else
            xml += paragraph_xml(block, width, layout);
    }
    return xml;
}

} // namespace phusa
