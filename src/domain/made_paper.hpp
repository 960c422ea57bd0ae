#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/dossier.hpp"
#include "domain/organisation.hpp"
#include "domain/recorded_act.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace phusa
{

using MadePaperId = Id<struct MadePaper>;
using PaperTemplateId = Id<struct PaperTemplate>;

// A paper that the program made for a dossier. One version of it: made again, it keeps its number.
//
// What it was made from stands here, so that the same paper can be made again: the set of forms, and the version of the
// template (0: the one that comes with the program).
struct MadePaper {
    MadePaperId id = {};
    std::int64_t version = 0;
    DossierId dossier = {};
    std::optional<RecordedActId> act = {}; // the act that it belongs to
    std::string code = {};                 // "6-KNĐ"
    std::string set = {};                  // "2022"
    std::int64_t template_version = 0;
    std::optional<Date> on = {};
    std::optional<OrganisationId> issuer = {}; // whose number it bears
    int number = 0;                            // 0: none
    std::string number_text = {};              // "05-NQ/CB"
    std::string sha256 = {};                   // hex, of the Word file
    AuditNumber recorded = {};
};

// A Word template that an office sent for a form in one set, for its own unit and all below it. One version of it.
struct PaperTemplate {
    PaperTemplateId id = {};
    std::int64_t version = 0;
    OrganisationId owner = {};
    std::string code = {};
    std::string set = {};
    std::string file_name = {};
    std::string note = {};
    std::string sha256 = {}; // hex
    AuditNumber recorded = {};
};

// A term of a committee, from congress to congress: "2025–2030".
struct CommitteeTerm {
    std::string name = {};
    Date from = {};

    friend bool operator==(const CommitteeTerm&, const CommitteeTerm&) = default;
};

// What numbers run through: one body, one type of document, one term of the committee.
struct NumberSeries {
    OrganisationId body = {};
    std::string sign = {}; // "CB"
    std::string type = {}; // "NQ"
    std::string term = {}; // "2025–2030"
};
// "05-NQ/CB": below ten with a leading zero.
std::string number_text(const NumberSeries& series, int number);

} // namespace phusa
