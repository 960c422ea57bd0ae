#pragma once

#include "app/dossiers/list.hpp"
#include "web/layout/table_view.hpp"

#include <string>
#include <vector>

// How one dossier looks in the lists and on the board.
namespace phusa::web::dossier_lists
{

struct Mark {
    std::string text; // "Quá hạn"
    std::string tone;
    std::string icon;
};
// What somebody who passes by has to know, the gravest first; empty where all is well.
std::vector<Mark> marks_of(const DossierLine& line);

// "làm được ngay", "sớm nhất 12/12/2026", "chưa thể làm".
std::string when_possible(const DossierLine& line, Date today);
// "hạn 25/12/2026", "quá hạn từ 25/12/2026"; empty where no day is the last.
std::string when_due(const DossierLine& line, Date today);

// One card of the board.
View card_of(const DossierLine& line, Date today);

} // namespace phusa::web::dossier_lists
