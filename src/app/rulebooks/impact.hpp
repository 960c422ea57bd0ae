#pragma once

#include "app/export.hpp"
#include "base/date.hpp"
#include "domain/dossier.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace phusa
{

// One dossier that other rulebooks would change, in words.
struct RuleImpact {
    DossierId dossier = {};
    std::string name = {};
    std::string cell_name = {};
    std::vector<std::string> findings = {}; // "Thêm: Thời hạn tổ chức lễ kết nạp"
    std::vector<std::string> dates = {};    // "Lễ kết nạp, muộn nhất: 20/06/2026 → 15/06/2026"
    std::vector<std::string> papers = {};   // "“quy định hiện hành …” → “Quy định số 208-QĐ/TW …”"
};

struct RuleImpacts {
    std::vector<RuleImpact> rows = {}; // by name; the page that was asked for
    Date as_of = {};                   // on which dossiers were judged
    std::int64_t total = 0;            // dossiers that change
    std::int64_t findings = 0;         // of these, with other findings
    std::int64_t dates = 0;            // of these, with other dates
    std::int64_t papers = 0;           // of these, whose papers would cite another ground
    std::int64_t dossiers = 0;         // that were judged
};

// Which rows of a list of impacts: rows passed over, rows wanted.
struct RuleImpactPage {
    std::size_t first = 0;
    std::size_t rows = 50;
};

} // namespace phusa
