#include "web/dossier_lists/looks.hpp"

#include "base/number_text.hpp"
#include "web/dossiers/address.hpp"

#include <fmt/core.h>

namespace phusa::web::dossier_lists
{

std::vector<Mark> marks_of(const DossierLine& line)
{
    std::vector<Mark> marks;
    if (line.late)
        marks.push_back({"Quá hạn", "bad", "danger"});
    if (line.outcome == Outcome::blocked)
        marks.push_back({"Chưa đúng quy định", "warn", "blocked"});
    if (line.past_facts > 0)
        marks.push_back({"Ghi dù trái quy định", "plain", "history"});
    return marks;
}

std::string when_possible(const DossierLine& line, Date today)
{
    if (!line.next_act)
        return {};
    if (!line.next_earliest)
        return "chưa thể làm";
    if (*line.next_earliest <= today)
        return "làm được ngay";
    return "sớm nhất " + line.next_earliest->vietnamese();
}

std::string when_due(const DossierLine& line, Date today)
{
    if (!line.next_latest)
        return {};
    return (*line.next_latest < today ? "quá hạn từ " : "hạn ") + line.next_latest->vietnamese();
}

View card_of(const DossierLine& line, Date today)
{
    View::List marks;
    for (auto& mark : marks_of(line))
        marks.push_back(View().set("badge", mark.text).set("tone", mark.tone).set("badge_icon", mark.icon));
    return View()
        .set("name", line.name)
        .set("dossier_href", dossiers::path_of(line.id))
        .set("cell_name", line.cell_name)
        .set("late", line.late)
        .set("has_marks", !marks.empty())
        .set("marks", View(std::move(marks)))
        .set("why", line.why)
        .set("days", vietnamese_number(line.days_in_stage))
        .set("next_title", line.next_title)
        .set("possible", when_possible(line, today))
        .set("due", when_due(line, today));
}

} // namespace phusa::web::dossier_lists
