#pragma once

#include "base/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// What is put for one {{field}}.
struct FieldValue {
    std::string text;      // line feeds become line breaks
    bool is_dotted = true; // where `text` is empty: dots to write on; else nothing at all
    std::string_view dots = "……………………";
};
using FieldValues = std::map<std::string, FieldValue, std::less<>>;

// What a template is filled with. Names are lower case.
struct PaperValues {
    FieldValues fields;
    std::map<std::string, std::vector<FieldValues>, std::less<>> rows; // for {{#name}} … {{/name}}
    std::string mark = {}; // stands small at the top of the first page, whatever the template; or empty
};

struct FilledDocx {
    std::string bytes;
    std::vector<std::string> unknown; // names that no value answers, as they stand in the template; left as they are
    std::vector<std::string> missing; // fields whose value is empty; dots to write on stand there
};

// Fills a Word template. `{{field}}` may be split over runs, and stand in headers, footers, tables and text boxes.
//
// `{{#name}} … {{/name}}` repeats what lies between for each row of `name`: table rows where it opens in one cell and
// closes in a later one or in a later row, else whole paragraphs. Of a field it keeps the paragraphs where there is a
// value, and `{{^name}} … {{/name}}` where there is none. A paragraph with nothing but such a mark goes with it.
//
// The Problem names what is wrong with the template: a mark that is not closed, a file that is no Word file.
Result<FilledDocx> fill_docx(std::string_view docx, const PaperValues& values);

// What a template asks for, without filling it.
struct DocxFields {
    std::vector<std::string> names;  // fields and sections, each once, by name
    std::vector<std::string> faults; // sentences: a mark that is not closed or not opened, a brace too few
};
Result<DocxFields> fields_of_docx(std::string_view docx);

} // namespace phusa
