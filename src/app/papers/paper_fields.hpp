#pragma once

#include "app/papers/paper_facts.hpp"

#include <span>
#include <string>
#include <string_view>

namespace phusa
{

struct PaperValues; // documents/docx_filler.hpp

// One {{field}} that templates may use. Each has a twin with the ending _in_hoa: the same in capitals.
struct PaperField {
    std::string_view key;
    std::string_view title; // what an office reads in the list of fields
    std::string (*value)(const PaperFacts&);
    bool is_dotted = true; // where it is empty: dots to write on
};
// All of them, by what they speak of.
std::span<const PaperField> person_paper_fields();
std::span<const PaperField> body_paper_fields();
std::span<const PaperField> act_paper_fields();
std::span<const PaperField> vote_paper_fields();
std::span<const PaperField> case_paper_fields();

// One that repeats: {{#key}} … {{/key}} with fields of its own.
struct PaperRows {
    std::string_view key;
    std::string_view title;
    std::span<const std::string_view> fields;
};
std::span<const PaperRows> paper_rows();

// Every field and list with its value.
PaperValues paper_values(const PaperFacts& facts);
// Whether a template may use the name.
bool is_paper_field(std::string_view name);

// "ngày 03 tháng 4 năm 2025": days below ten, and January and February, with a leading zero.
std::string day_in_words(Date day);

} // namespace phusa
