#pragma once

#include "app/dossiers/list.hpp"
#include "base/result.hpp"
#include "web/http/fields.hpp"

#include <string>

// The address of a question about dossiers: what the board, the list, its files and the tiles of other pages link to.
//
//   q          parts of the name, with or without marks
//   don_vi     number of a unit: it and everything below it
//   giai_doan  key of a Stage, may be repeated; tat_ca: all, ended ones too; absent: those that are open
//   luu_y      may be repeated: qua_han, only where a deadline has passed; vuong, only where something recorded breaks
//   a
//              rule; ngoai_le, only where something was recorded against a block
//   xep        han, ten, so_ngay, som_nhat; absent: by the last day, the most urgent first
//   giam       1: the other way round
//   trang      opaque, the page
//   dang       danh-sach: as a list; absent: as a board
//
// An empty value says nothing. An unknown key is an error that names it: a misspelt one would show too many dossiers.
namespace phusa::web::dossier_lists
{

enum class Shape : std::uint8_t { board, list };

// Every open dossier, the most urgent first.
DossierQuestion open_dossiers();

struct AskedDossiers {
    DossierQuestion question = open_dossiers();
    Shape shape = Shape::board;
};
Result<AskedDossiers> asked_dossiers(const Fields& query);

// The same as fields, without the page.
Fields fields_of(const AskedDossiers& asked);
// "/ho-so?giai_doan=cell_vote&dang=danh-sach", with the page where there is one.
std::string path_of(const AskedDossiers& asked);
// The list of these dossiers from its first page.
std::string list_path(const DossierQuestion& question);

} // namespace phusa::web::dossier_lists
