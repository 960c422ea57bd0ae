#pragma once

#include "documents/docx_filler.hpp"

#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// The values that can be seen at one place of a template: those of the row that is being repeated, then the others.
struct DocxScope {
    const PaperValues& all;
    const FieldValues* row = nullptr;

    const FieldValue* find(std::string_view name) const;
};

// What was found on the way.
struct DocxReport {
    std::set<std::string> unknown;
    std::set<std::string> missing;
};

// A run of sibling paragraphs or table rows that one section covers.
struct DocxSection {
    std::string name;
    bool is_unless = false;
    std::vector<pugi::xml_node> nodes;
};

// The section that begins in `node` (w:p or w:tr) at this level; its marks are taken out of the text, and paragraphs
// that held nothing else are gone. nullopt where none begins; the Problem says that it is not closed.
Result<std::optional<DocxSection>> take_section(pugi::xml_node node);

// Fills everything below `container`, sections first.
Result<void> fill_below(pugi::xml_node container, const DocxScope& scope, DocxReport& report);

} // namespace phusa
