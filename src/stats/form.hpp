#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "stats/indicator.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::stats
{

// What a row of a statistical form counts.
enum class FormMeasure : std::uint8_t {
    nothing, // a heading
    admissions,
    mean_age, // of admissions, in years
    organisations,
    members_before,
    members_after,
    arrivals,
    departures,
};

struct FormRow {
    std::string number;               // as printed: "II", "1", "a"; empty where none is
    int level = 0;                    // how far it is indented
    bool is_part = false;             // of the row above it: printed in italics
    bool is_shown_below_only = false; // only for units below those directly under the province
    FormMeasure counts = FormMeasure::nothing;
    Indicator what; // key, title, definition; its terms over the dimensions of what is counted
};

// Two sides that are equal for every unit and period.
struct FormCheck {
    std::string words; // "D = A + B − C"
    std::size_t total = 0;
    std::vector<std::size_t> plus = {}; // rows
    std::vector<std::size_t> minus = {};
    bool is_printed = false;     // below the form also where both sides are equal
    bool leaves_unknown = false; // the right side may be less: what it lacks is not known to the register
};

// One official statistical form in one version, as a file of regulations/forms has it.
struct Form {
    std::string code;       // "2-BTCTW"
    std::string number;     // "Biểu số 2-BTCTW"
    std::string title;      // "THỐNG KÊ ĐẢNG VIÊN MỚI KẾT NẠP"
    std::string summary;    // one sentence for the list of forms
    std::string source;     // the document that prescribes it
    std::string confidence; // how well its rows are known
    Date valid_from;
    std::optional<Date> valid_until; // last day; absent: still in use
    std::string body;                // "BAN TỔ CHỨC", below the name of the committee
    struct Heads {
        std::string criterion, group, now, before, percent; // group stands over now and before
        std::array<std::string, 4> numbers;                 // the line below: "1" … "4 = 2*100/3"
    } heads;
    struct Foot {
        std::string left, left_note, right, right_note;
    } foot;
    std::vector<FormRow> rows;
    std::vector<FormCheck> checks;

    std::optional<std::size_t> row(std::string_view key) const;
};

// The dimensions over which conditions are written, by what is counted.
struct FormDimensions {
    std::span<const Dimension> admissions;
    std::span<const Dimension> changes;
    std::span<const Dimension> organisations;

    std::span<const Dimension> of(FormMeasure measure) const;
};

// Reads such a file. An unknown key, row, dimension or value is a Problem that names it.
Result<Form> read_form(std::string_view toml, const FormDimensions& dimensions);

// The conditions of a row as a sentence would say them: "giới tính: nữ; tuổi từ 18 đến 30"; empty where none are.
std::string condition_words(const Indicator& indicator, std::span<const Dimension> dimensions);

} // namespace phusa::stats
