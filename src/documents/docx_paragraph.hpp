#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Nothing but spaces.
bool is_blank_text(std::string_view text);

// One mark in the text of a paragraph: {{field}}, {{#section}}, {{^section}} or {{/section}}.
struct DocxMark {
    enum class Kind { field, open, open_unless, close };

    Kind kind = Kind::field;
    std::string name;      // lower case: a word processor may begin a sentence with a capital
    std::size_t begin = 0; // in bytes of the paragraph's text, braces included
    std::size_t end = 0;
};

// The text of a paragraph (w:p) as people see it, whatever runs a word processor has split it into. Text boxes that
// hang in it have paragraphs of their own and are not part of it.
class DocxParagraph
{
public:
    explicit DocxParagraph(pugi::xml_node paragraph);

    const std::string& text() const { return text_; }
    std::vector<DocxMark> marks() const;
    // "{{" without "}}": what somebody typed wrongly.
    bool has_broken_mark() const;
    bool is_blank() const { return is_blank_text(text_); }

    // The new text takes the looks of the run in which the old one began.
    void replace(std::size_t begin, std::size_t end, std::string_view by);
    // Writes what replace() changed into the document; line feeds become breaks. The paragraph is not used afterwards.
    void finish();

private:
    struct Piece {
        pugi::xml_node node; // w:t
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    void collect(pugi::xml_node node);

    std::vector<Piece> pieces_;
    std::string text_;
};

// The first mark at or after `from`.
std::optional<DocxMark> next_mark(std::string_view text, std::size_t from);

} // namespace phusa
