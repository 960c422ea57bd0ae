#include "app/report_place.hpp"

#include "app/gate.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

using Tree = OrganisationTree;

std::optional<Tree::Position> find(const Tree& tree, const StoryQuestion& question)
{
    if (question.organisation)
        return tree.find(*question.organisation);
    if (!question.code.empty())
        return tree.find_code(question.code);
    auto tops = tree.tops();
    return tops.empty() ? std::nullopt : std::optional(tops.front());
}

std::unexpected<Problem> not_there(const StoryQuestion& question, const std::vector<Date>& structures)
{
    if (question.code.empty() && !question.organisation)
        return problem(Problem::Kind::not_found, "Sổ chưa có tổ chức nào; hãy nhập cây tổ chức trước.");
    auto what = question.code.empty() ? std::string("Tổ chức này không có")
                                      : fmt::format("Không có tổ chức nào mang mã “{}”", question.code);
    auto day = structures.front();
    return problem(Problem::Kind::not_found,
                   fmt::format("{} trong cơ cấu {}; hãy xem mã ở trang Tổ chức hoặc chọn cơ cấu của ngày khác.", what,
                               Period{day, day}.vietnamese()));
}

// By the structure asked; else by that of the end of the period, else, for a unit that came later, by that of as_of.
std::vector<Date> structures_for(const StoryQuestion& question, const Period& period, Date as_of)
{
    if (question.structure)
        return {*question.structure};
    return {std::min(period.last, as_of), as_of};
}

// A unit outside the asker's scope is answered exactly as one that is not there.
Result<ReportPlace> place_of(App& app, const Gate& gate, const StoryQuestion& question,
                             const std::vector<Date>& structures)
{
    for (auto structure : structures) {
        auto tree = app.tree_on(structure);
        auto position = find(*tree, question);
        if (!position)
            continue;
        auto passed = gate.pass(Right::see_reports, tree->at(*position).id);
        if (passed)
            return ReportPlace{tree->at(*position), structure};
        if (passed.error().kind != Problem::Kind::not_found)
            return std::unexpected(passed.error());
    }
    return not_there(question, structures);
}

// A person's view begins at the highest unit of theirs; a program's at the root.
Result<StoryQuestion> with_unit(App& app, const Gate& gate, const Actor& actor, StoryQuestion question)
{
    if (question.organisation || !question.code.empty() || actor.is_program())
        return question;
    auto ranges = gate.ranges(Right::see_reports);
    if (ranges.empty())
        return problem(Problem::Kind::refused,
                       "Tài khoản này chưa được giao vai trò xem số liệu; hãy liên hệ người quản trị.");
    question.organisation = app.tree()->at(ranges.front().first).id;
    return question;
}

} // namespace

Result<ReportPlace> report_place(App& app, const Actor& actor, const StoryQuestion& asked, const Period& period,
                                 Date as_of)
{
    Gate gate(app, actor);
    auto question = TRY(with_unit(app, gate, actor, asked));
    return place_of(app, gate, question, structures_for(question, period, as_of));
}

} // namespace phusa
