#include "exchange/docx_listener.hpp"

#include "base/limits.hpp"
#include "exchange/xml_limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::size_t columns_max = 63; // of a table in Word
constexpr std::size_t fields_max = 64;  // in each other
constexpr std::size_t instruction_bytes_max = 64;

// What is no longer there, and properties, in which a tab is where a tab stops.
bool is_left_out(std::string_view element)
{
    static constexpr std::array<std::string_view, 5> all{"del", "moveFrom", "pPr", "rPr", "sectPr"};
    return std::ranges::find(all, element) != all.end();
}

// Page numbers, and the table of contents.
bool is_about_pages(std::string_view instruction)
{
    static constexpr std::array<std::string_view, 6> all{"PAGE",         "NUMPAGES", "SECTION",
                                                         "SECTIONPAGES", "PAGEREF",  "TOC"};
    auto first = std::min(instruction.find_first_not_of(' '), instruction.size());
    std::string name(instruction.substr(first, instruction.find(' ', first) - first));
    for (char& letter : name)
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    return std::ranges::find(all, name) != all.end();
}

std::size_t columns_of(std::string_view value)
{
    std::size_t columns = 0;
    std::from_chars(value.data(), value.data() + value.size(), columns);
    return std::min(columns, columns_max);
}

} // namespace

void DocxListener::begin_part()
{
    is_apart_ = has_paragraph_;
    fields_.clear(); // one that never ended
}

bool DocxListener::is_too_long() const
{
    return found_.text.size() > limit::report_text_bytes_max || cells_ > limit::report_cells_max;
}

bool DocxListener::is_hidden(std::string_view element, const Attributes& attributes)
{
    if (is_left_out(element))
        return true;
    if ((element == "Choice" || element == "Fallback") && !chosen_.empty()) {
        bool is_read = chosen_.back();
        chosen_.back() = true;
        return is_read;
    }
    if (element == "fldSimple")
        return is_about_pages(attributes["instr"]);
    if (element == "footnote" || element == "endnote")
        return attributes["type"].find("eparator") != std::string_view::npos; // the line above the notes
    return false;
}

void DocxListener::begins(std::string_view element, const Attributes& attributes)
{
    ++depth_;
    if (hidden_ > 0) {
        is_joined_ = is_joined_ || (is_properties_ && (element == "del" || element == "moveFrom"));
        return;
    }
    if (is_hidden(element, attributes)) {
        hidden_ = depth_;
        is_properties_ = element == "pPr";
        return;
    }
    is_text_ = element == "t";
    is_instruction_ = element == "instrText";
    if (element == "AlternateContent")
        chosen_.push_back(false);
    else if (element == "footnote" || element == "endnote")
        begin_part();
    else if (element == "fldChar")
        field_sign(attributes["fldCharType"]);
    else if (element == "p")
        begin_paragraph();
    else if (in_paragraph_ > 0)
        begin_sign(element);
    begin_table(element, attributes);
}

void DocxListener::begin_sign(std::string_view element)
{
    if (element == "tab" || element == "ptab")
        put("\t");
    else if (element == "br" || element == "cr")
        put("\n");
    else if (element == "noBreakHyphen")
        put("-");
}

void DocxListener::begin_table(std::string_view element, const Attributes& attributes)
{
    if (element == "tbl") {
        tables_.emplace_back();
        ++cells_;
    } else if (element == "tr" && !tables_.empty()) {
        tables_.back().rows.emplace_back();
        ++cells_;
    } else if (element == "tc" && has_row()) {
        tables_.back().begin = next_begin();
        tables_.back().span = 1;
        is_joined_ = false;
    } else if (element == "gridSpan" && has_row()) {
        tables_.back().span = std::max(std::size_t{1}, columns_of(attributes["val"]));
    } else if (element == "gridBefore" && has_row()) {
        auto columns = columns_of(attributes["val"]);
        tables_.back().rows.back().insert(tables_.back().rows.back().end(), columns, {length_, length_});
        cells_ += columns;
    }
}

// A cell over several columns is followed by empty ones, so that those behind it stand below their heads.
void DocxListener::end_cell()
{
    auto& table = tables_.back();
    table.rows.back().push_back({table.begin, length_});
    table.rows.back().insert(table.rows.back().end(), table.span - 1, {length_, length_});
    cells_ += table.span;
    table.span = 1;
}

void DocxListener::field_sign(std::string_view type)
{
    if (type == "begin" && fields_.size() < fields_max) {
        fields_.emplace_back();
    } else if (type == "separate" && !fields_.empty()) {
        fields_.back().is_shown = true;
        fields_.back().shown = {found_.text.size(), length_, cells_};
    } else if (type == "end" && !fields_.empty()) {
        end_field();
    }
}

// What the field showed is taken back only here: one that never ends would hide all the rest.
void DocxListener::end_field()
{
    auto field = std::move(fields_.back());
    fields_.pop_back();
    if (!field.is_shown || field.shown.cells != cells_ || !is_about_pages(field.instruction))
        return;
    found_.text.resize(field.shown.bytes);
    length_ = field.shown.length;
}

void DocxListener::ends(std::string_view element)
{
    auto depth = depth_--;
    if (hidden_ > 0) {
        if (hidden_ == depth)
            hidden_ = 0;
        return;
    }
    is_text_ = false;
    is_instruction_ = false;
    if (element == "AlternateContent" && !chosen_.empty()) {
        chosen_.pop_back();
    } else if (element == "p" && in_paragraph_ > 0) {
        // Behind a text box its paragraph goes on: the numbers of both must not run together.
        if (--in_paragraph_ > 0)
            put("\n");
    } else if (element == "tc" && has_row()) {
        end_cell();
    } else if (element == "tbl" && !tables_.empty()) {
        found_.tables.push_back(std::move(tables_.back().rows));
        tables_.pop_back();
    }
}

void DocxListener::text(std::string_view piece)
{
    if (hidden_ > 0)
        return;
    if (is_text_)
        put(piece);
    else if (is_instruction_ && !fields_.empty() && !fields_.back().is_shown &&
             fields_.back().instruction.size() < instruction_bytes_max)
        fields_.back().instruction += piece.substr(0, instruction_bytes_max);
}

std::size_t DocxListener::next_begin() const
{
    if (!has_paragraph_)
        return length_;
    return length_ + (is_apart_ ? 2 : 1);
}

void DocxListener::begin_paragraph()
{
    ++in_paragraph_;
    if (std::exchange(has_paragraph_, true) && !is_joined_)
        put(is_apart_ ? "\n\n" : "\n");
    is_joined_ = false;
    is_apart_ = false;
}

void DocxListener::put(std::string_view piece)
{
    constexpr std::string_view soft_hyphen = "\u00ad";
    constexpr std::string_view hard_hyphen = "\u2011";
    while (!piece.empty()) {
        if (piece.starts_with(soft_hyphen)) {
            piece.remove_prefix(soft_hyphen.size());
        } else if (piece.starts_with(hard_hyphen)) {
            found_.text += '-';
            ++length_;
            piece.remove_prefix(hard_hyphen.size());
        } else {
            found_.text += piece.front();
            length_ += (static_cast<unsigned char>(piece.front()) & 0xC0U) != 0x80U ? 1 : 0;
            piece.remove_prefix(1);
        }
    }
}

} // namespace phusa
