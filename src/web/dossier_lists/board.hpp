#pragma once

#include "app/dossiers/list.hpp"
#include "web/views/view.hpp"

#include <cstddef>
#include <vector>

namespace phusa::web::dossier_lists
{

// Cards of one column; the rest is a link to the list of that stage.
inline constexpr std::size_t board_cards_max = 6;

// dossier_lists/board: the stages as columns, with what `question` asks kept in their links.
View board_of(const std::vector<DossierColumn>& columns, const DossierQuestion& question, Date today);

} // namespace phusa::web::dossier_lists
