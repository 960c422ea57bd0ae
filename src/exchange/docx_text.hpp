#pragma once

#include "base/result.hpp"
#include "exchange/content.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// The text of a Word file: paragraphs, also those of table cells, joined by line feeds; then, behind empty lines, the
// footnotes, endnotes, headers and footers.
struct DocxText {
    // Where a cell lies in the text, in code points.
    struct Cell {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    using Row = std::vector<Cell>;

    std::string text;
    std::vector<std::vector<Row>> tables = {}; // a table within a table stands for itself
};

// Whether the bytes begin like those of a Word file, also of one with a password or of one from before 2007.
bool is_word_file(std::string_view bytes);
// The Problem says that the file is damaged, has a password, or is too long. Reads no more than
// limit::report_xml_bytes_max and keeps no more than limit::report_text_bytes_max, whatever the file unpacks to.
Result<DocxText> read_docx(Content content);

} // namespace phusa
