#include "web/dossier_lists/board.hpp"

#include "base/number_text.hpp"
#include "web/dossier_lists/address.hpp"
#include "web/dossier_lists/looks.hpp"

namespace phusa::web::dossier_lists
{

namespace
{

View column_of(const DossierColumn& column, const DossierQuestion& question, Date today)
{
    auto only = question;
    only.stages = {column.stage};
    View::List cards;
    for (const auto& line : column.rows)
        cards.push_back(card_of(line, today));
    auto shown = static_cast<std::int64_t>(cards.size());
    return View()
        .set("key", key_of(column.stage))
        .set("title", title_of(column.stage))
        .set("stage_href", list_path(only))
        .set("total", vietnamese_number(column.total))
        .set("late", column.late == 0 ? "" : vietnamese_number(column.late))
        .set("has_cards", !cards.empty())
        .set("has_more", column.total > shown)
        .set("cards", View(std::move(cards)));
}

} // namespace

View board_of(const std::vector<DossierColumn>& columns, const DossierQuestion& question, Date today)
{
    View::List shown;
    for (const auto& column : columns)
        shown.push_back(column_of(column, question, today));
    return View().set("columns", View(std::move(shown)));
}

} // namespace phusa::web::dossier_lists
