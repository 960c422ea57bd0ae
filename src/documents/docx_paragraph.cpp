#include "documents/docx_paragraph.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

std::string_view trimmed(std::string_view text)
{
    constexpr std::array<std::string_view, 3> spaces = {" ", "\t", "\u00a0"};
    for (bool again = true; again;) {
        again = false;
        for (auto space : spaces) {
            if (text.starts_with(space))
                text.remove_prefix(space.size()), again = true;
            if (text.ends_with(space))
                text.remove_suffix(space.size()), again = true;
        }
    }
    return text;
}

DocxMark::Kind take_kind(std::string_view& name)
{
    auto kind = DocxMark::Kind::field;
    if (name.starts_with('#'))
        kind = DocxMark::Kind::open;
    else if (name.starts_with('^'))
        kind = DocxMark::Kind::open_unless;
    else if (name.starts_with('/'))
        kind = DocxMark::Kind::close;
    if (kind != DocxMark::Kind::field)
        name = trimmed(name.substr(1));
    return kind;
}

// The text after `node` in the same run: breaks and text by turns.
void write_lines(pugi::xml_node node, std::string_view text)
{
    auto run = node.parent();
    for (bool is_first = true;; is_first = false) {
        auto end = text.find('\n');
        auto line = text.substr(0, end);
        if (!is_first) {
            node = run.insert_child_after("w:br", node);
            node = run.insert_child_after("w:t", node);
        }
        node.text().set(std::string(line).c_str());
        node.remove_attribute("xml:space");
        node.append_attribute("xml:space") = "preserve";
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

} // namespace

bool is_blank_text(std::string_view text) { return trimmed(text).empty(); }

std::optional<DocxMark> next_mark(std::string_view text, std::size_t from)
{
    auto begin = text.find(opening, from);
    auto end = begin == std::string_view::npos ? begin : text.find(closing, begin);
    if (end == std::string_view::npos)
        return std::nullopt;
    // "{{{{x}}": the last opening counts.
    begin = text.rfind(opening, end);
    auto name = trimmed(text.substr(begin + opening.size(), end - begin - opening.size()));
    DocxMark mark{.kind = take_kind(name), .name = {}, .begin = begin, .end = end + closing.size()};
    mark.name = lower_case(name);
    return mark;
}

DocxParagraph::DocxParagraph(pugi::xml_node paragraph) { collect(paragraph); }

void DocxParagraph::collect(pugi::xml_node node)
{
    for (auto child : node.children()) {
        std::string_view name = child.name();
        if (name == "w:p" || name == "w:txbxContent" || name == "w:instrText" || name == "w:delText")
            continue;
        if (name != "w:t") {
            collect(child);
            continue;
        }
        Piece piece{.node = child, .begin = text_.size(), .end = 0};
        text_ += child.text().get();
        piece.end = text_.size();
        pieces_.push_back(piece);
    }
}

std::vector<DocxMark> DocxParagraph::marks() const
{
    std::vector<DocxMark> found;
    for (auto mark = next_mark(text_, 0); mark; mark = next_mark(text_, found.back().end))
        found.push_back(std::move(*mark));
    return found;
}

bool DocxParagraph::has_broken_mark() const
{
    std::size_t from = 0;
    for (auto mark = next_mark(text_, 0); mark; mark = next_mark(text_, from))
        from = mark->end;
    return text_.find(opening, from) != std::string::npos;
}

void DocxParagraph::replace(std::size_t begin, std::size_t end, std::string_view by)
{
    auto home = std::ranges::find_if(pieces_, [&](const Piece& piece) { return begin < piece.end; });
    if (home == pieces_.end())
        return;
    text_.replace(begin, end - begin, by);
    auto moved = [&](std::size_t place) { return std::max(place, end) - (end - begin) + by.size(); };
    home->end = moved(home->end);
    for (auto piece = home + 1; piece != pieces_.end(); ++piece) {
        piece->begin = moved(piece->begin);
        piece->end = moved(piece->end);
    }
}

void DocxParagraph::finish()
{
    for (const auto& piece : pieces_) {
        std::string_view now(text_.data() + piece.begin, piece.end - piece.begin);
        if (now != piece.node.text().get())
            write_lines(piece.node, now);
    }
}

} // namespace phusa
