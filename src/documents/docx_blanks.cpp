#include "documents/docx_blanks.hpp"

#include "documents/docx_blocks.hpp"

#include <fmt/format.h>

#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace phusa
{

namespace
{

constexpr std::string_view dot = "…";
constexpr std::size_t long_blank = 5; // from so many dots on

// Text, then a long blank after it; the last one may have none.
struct Piece {
    std::string text;
    int dots = 0;
};

std::size_t dots_at(std::string_view text)
{
    std::size_t count = 0;
    for (; text.starts_with(dot); ++count)
        text.remove_prefix(dot.size());
    return count;
}

std::vector<Piece> pieces_of(std::string_view text)
{
    std::vector<Piece> pieces(1);
    while (!text.empty()) {
        auto count = dots_at(text);
        if (count >= long_blank) {
            pieces.back().dots = static_cast<int>(count);
            pieces.emplace_back();
        } else {
            pieces.back().text += text.substr(0, std::max<std::size_t>(count * dot.size(), 1));
        }
        text.remove_prefix(std::max<std::size_t>(count * dot.size(), 1));
    }
    if (pieces.back().text.empty() && pieces.size() > 1) // nothing after the last blank
        pieces.pop_back();
    return pieces;
}

int letters_of(std::string_view text)
{
    int count = 0;
    for (unsigned char byte : text)
        count += (byte & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

std::string dots_of(int count)
{
    std::string dots;
    for (int i = 0; i < count; ++i)
        dots += dot;
    return dots;
}

// Where each blank ends if all fits into one line, in twips: every blank has its part of what the words leave. Words
// after the last blank stand at the right end.
std::optional<std::vector<int>> ends_in_one_line(const std::vector<Piece>& pieces, int width, int size)
{
    constexpr double letter_share = 0.45; // of the size, on the average of Vietnamese words
    constexpr int twips_a_point = 20;
    constexpr double narrowest = 6.0; // letters to write into a blank
    auto room = width / (letter_share * size * twips_a_point);
    double words = 0;
    int dots = 0;
    for (const auto& piece : pieces) {
        words += letters_of(piece.text);
        dots += piece.dots;
    }
    auto left = room - words;
    std::vector<int> ends;
    double at = 0;
    for (const auto& piece : pieces) {
        if (piece.dots == 0)
            break;
        auto blank = left * piece.dots / dots;
        if (blank < narrowest)
            return std::nullopt;
        at += letters_of(piece.text) + blank;
        ends.push_back(static_cast<int>(at / room * width));
    }
    return ends;
}

std::string tabs_xml(std::vector<int> ends, int width)
{
    ends.back() = width;
    std::string xml = "<w:tabs>";
    for (auto end : ends)
        xml += fmt::format(R"(<w:tab w:val="{}" w:leader="dot" w:pos="{}"/>)", end == width ? "right" : "left", end);
    return xml + "</w:tabs>";
}

// "{{#x}}Lý do: ……{{/x}}": what stands before the mark that closes the whole line.
std::string_view closing_mark(std::string_view text)
{
    auto begin = text.rfind("{{/");
    bool is_opened = text.starts_with("{{#") || text.starts_with("{{^");
    bool closes = is_opened && begin != std::string_view::npos && text.ends_with("}}") &&
                  text.find("}}", begin) == text.size() - 2 &&
                  text.substr(3, text.find("}}") - 3) == text.substr(begin + 3, text.size() - begin - 5);
    return closes ? text.substr(begin) : std::string_view();
}

} // namespace

DocxBlanks docx_blanks(std::string_view text, int width, int size, std::string_view letters)
{
    DocxBlanks line;
    auto closing = closing_mark(text);
    auto pieces = pieces_of(text.substr(0, text.size() - closing.size()));
    bool ends_in_blank = pieces.back().dots > 0;
    bool has_blank = pieces.front().dots > 0;
    bool has_fields = text.find("{{") != std::string_view::npos;
    line.is_justified = !has_blank || (has_fields && !ends_in_blank);
    auto ends = has_blank && !has_fields ? ends_in_one_line(pieces, width, size) : std::nullopt;
    if (ends)
        line.tabs = tabs_xml(*ends, width);
    else if (ends_in_blank)
        line.tabs = tabs_xml({width}, width);
    std::string words;
    for (const auto& piece : pieces) {
        bool is_leader = piece.dots > 0 && (ends || (ends_in_blank && &piece == &pieces.back()));
        words += piece.text + (is_leader ? "" : dots_of(piece.dots));
        if (!is_leader)
            continue;
        line.runs += docx_run_xml(std::exchange(words, {}), letters) + docx_tab_xml();
    }
    words += closing;
    if (!words.empty())
        line.runs += docx_run_xml(words, letters);
    return line;
}

} // namespace phusa
