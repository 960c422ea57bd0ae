#pragma once

#include "exchange/docx_text.hpp"
#include "exchange/xml_stream.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Hears the XML of the parts of a Word file, one after the other, and keeps the text that a reader of the page sees:
// what was inserted, not what was deleted or moved away; a text box once, although old programs get it a second time;
// neither page numbers nor the table of contents, which says the headings again.
class DocxListener : public XmlListener
{
public:
    // What follows is of another part, or another note: an empty line stands before it.
    void begin_part();
    void begins(std::string_view element, const Attributes& attributes) override;
    void ends(std::string_view element) override;
    void text(std::string_view piece) override;

    // To be asked between pieces: over limit::report_text_bytes_max, or limit::report_cells_max.
    bool is_too_long() const;
    DocxText take() { return std::move(found_); }

private:
    // A table that is open.
    struct Table {
        std::vector<DocxText::Row> rows = {};
        std::size_t begin = 0; // of the cell that is open
        std::size_t span = 1;  // how many columns it takes
    };
    // Where the text stood.
    struct Place {
        std::size_t bytes = 0;
        std::size_t length = 0;
        std::size_t cells = 0;
    };
    // A field between its `begin` and its `end`, with what it shows behind `separate`.
    struct Field {
        std::string instruction = {};
        bool is_shown = false;
        Place shown = {};
    };

    bool is_hidden(std::string_view element, const Attributes& attributes);
    void begin_table(std::string_view element, const Attributes& attributes);
    void end_cell();
    void begin_sign(std::string_view element);
    void field_sign(std::string_view type);
    void end_field();
    void begin_paragraph();
    std::size_t next_begin() const;
    bool has_row() const { return !tables_.empty() && !tables_.back().rows.empty(); }
    void put(std::string_view piece);

    DocxText found_ = {};
    std::vector<Table> tables_ = {};
    std::vector<Field> fields_ = {};
    std::vector<bool> chosen_ = {}; // of each AlternateContent that is open, whether one of its contents was read
    std::size_t length_ = 0;        // code points
    std::size_t cells_ = 0;         // and rows and tables
    std::size_t depth_ = 0;
    std::size_t hidden_ = 0; // the depth of the element with all that is in it, or 0
    int in_paragraph_ = 0;
    bool is_properties_ = false; // the hidden element is of a paragraph's properties
    bool is_joined_ = false;     // the mark behind the paragraph was deleted
    bool has_paragraph_ = false;
    bool is_apart_ = false;
    bool is_text_ = false;
    bool is_instruction_ = false;
};

} // namespace phusa
