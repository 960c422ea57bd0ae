#pragma once

#include "app/import/person_rows.hpp"
#include "app/import/row_reader.hpp"
#include "domain/dossier.hpp"
#include "domain/recorded_act.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// An act of a row, and the column that has its day.
struct RowAct {
    RecordedAct act;
    std::size_t slot = 0;   // of dossier_slots()
    std::size_t column = 0; // of dossier_columns()
};

// What a row says of a dossier beside the person.
struct DossierRow {
    Dossier facts;                            // where the row says nothing, as for a new dossier
    std::vector<std::string_view> given = {}; // keys of the columns of facts in which something stands
    std::vector<RowAct> acts = {};            // in the order of the procedure
    std::string past_reason = {};             // of acts against a block

    bool has(ActKind kind) const;
};

// Says to the reader what cannot be: days in the future or before birth, figures without their day, unknown words.
DossierRow read_dossier(RowReader& row, const PersonRow& person, Date today);

} // namespace phusa
