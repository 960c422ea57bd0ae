#pragma once

#include "base/result.hpp"
#include "exchange/content.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace phusa
{

// The text of a Word file: paragraphs, also those of table cells, joined by line feeds.
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

// The Problem says that the file is damaged, or that it is too long.
Result<DocxText> read_docx(Content content);

} // namespace phusa
