#include "app/saved_views.hpp"

#include "app/gate.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/organisations.hpp"
#include "storage/saved_views.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::unexpected<Problem> not_there()
{
    return problem(Problem::Kind::not_found,
                   "Không có câu hỏi này: có thể đã bị xoá, hoặc được lưu cho đơn vị ngoài phạm vi của bạn.");
}

// Whether somebody of the unit, or of one below it, is asking.
bool is_user_of(const Gate& gate, OrganisationId unit)
{
    if (gate.pass(Right::see_reports, unit))
        return true;
    auto position = gate.tree().find(unit);
    if (!position)
        return false;
    auto subtree = gate.tree().subtree(*position);
    return std::ranges::any_of(gate.ranges(Right::see_reports),
                               [&](const auto& range) { return subtree.contains(range.first); });
}

bool is_own(const Actor& actor, const SavedView& view) { return actor.account == view.owner; }

bool sees(const Gate& gate, const Actor& actor, const SavedView& view)
{
    return actor.is_program() || is_own(actor, view) || (view.shared && is_user_of(gate, *view.shared));
}

bool changes(const Gate& gate, const Actor& actor, const SavedView& view)
{
    return is_own(actor, view) || (view.shared && gate.pass(sharing_right, *view.shared).has_value());
}

std::string name_of(storage::Session& session, const std::optional<OrganisationId>& unit)
{
    auto found = unit ? storage::latest_organisation(session, *unit) : std::nullopt;
    return found ? found->name : std::string();
}

SavedViewLine line_of(storage::Session& session, const Gate& gate, const Actor& actor, SavedView view)
{
    auto owner = storage::account(session, view.owner);
    SavedViewLine line{.view = std::move(view), .owner_name = {}, .shared_name = {}};
    line.owner_name = owner ? owner->account.display_name : std::string();
    line.shared_name = name_of(session, line.view.shared);
    line.may_change = changes(gate, actor, line.view);
    return line;
}

Change change_of(storage::Session& session, std::string action, const SavedView& view)
{
    return {.action = std::move(action),
            .subject = fmt::format("saved_view:{}", view.id.value),
            .organisation = view.shared,
            .details = {{"name", view.name}, {"shared_with", name_of(session, view.shared)}}};
}

// Sees it and may change it.
Result<SavedView> changeable(storage::Session& session, const Gate& gate, const Actor& actor, SavedViewId id)
{
    auto view = storage::saved_view(session, id);
    if (!view || !sees(gate, actor, *view))
        return not_there();
    if (!changes(gate, actor, *view))
        return problem(Problem::Kind::refused,
                       "Câu hỏi này do người khác lưu cho đơn vị; hãy lưu một câu hỏi của mình.");
    return std::move(*view);
}

} // namespace

Result<std::vector<SavedViewLine>> list_saved_views(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_reports));
    auto session = app.database().read();
    std::vector<SavedViewLine> lines;
    if (actor.account)
        for (auto& view : storage::saved_views_of(session, *actor.account))
            lines.push_back(line_of(session, gate, actor, std::move(view)));
    for (auto& view : storage::shared_views(session))
        if (!is_own(actor, view) && sees(gate, actor, view))
            lines.push_back(line_of(session, gate, actor, std::move(view)));
    std::ranges::stable_sort(lines, {}, [](const SavedViewLine& line) { return text_sort_key(line.view.name); });
    return lines;
}

Result<SavedViewLine> show_saved_view(App& app, const Actor& actor, SavedViewId id)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto view = storage::saved_view(session, id);
    if (!view || !sees(gate, actor, *view))
        return not_there();
    return line_of(session, gate, actor, std::move(*view));
}

Result<SavedViewId> save_view(App& app, const Actor& actor, const NewSavedView& wanted)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_reports));
    if (!actor.account)
        return problem(Problem::Kind::refused, "Câu hỏi được lưu cho một tài khoản; hãy đăng nhập.");
    if (wanted.shared)
        TRY_DO(gate.pass(sharing_right, *wanted.shared));
    SavedView view{.id = {},
                   .owner = *actor.account,
                   .shared = wanted.shared,
                   .report = wanted.report,
                   .question = wanted.question,
                   .name = clean_text(wanted.name),
                   .saved = app.clock().now()};
    TRY_DO(check(view));
    auto transaction = app.database().write();
    auto own = storage::saved_views_of(transaction, view.owner);
    if (own.size() >= limit::saved_views_max)
        return invalid("name", fmt::format("Mỗi người lưu được {} câu hỏi; hãy xoá bớt câu không dùng nữa.",
                                           limit::saved_views_max));
    if (std::ranges::find(own, view.name, &SavedView::name) != own.end())
        return problem(Problem::Kind::conflict,
                       fmt::format("Bạn đã có câu hỏi mang tên “{}”; hãy đặt tên khác.", view.name));
    view.id = storage::add_saved_view(transaction, view);
    record(app, transaction, actor, change_of(transaction, "saved_view.save", view));
    transaction.commit();
    return view.id;
}

Result<void> change_view(App& app, const Actor& actor, SavedViewId id, std::string_view name,
                         std::optional<OrganisationId> shared)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto view = TRY(changeable(transaction, gate, actor, id));
    if (shared && shared != view.shared)
        TRY_DO(gate.pass(sharing_right, *shared));
    if (!shared && !is_own(actor, view))
        return problem(Problem::Kind::refused,
                       "Câu hỏi của người khác thì chỉ đổi tên hoặc xoá, không cất thành riêng.");
    view.name = clean_text(name);
    view.shared = shared;
    TRY_DO(check(view));
    storage::change_saved_view(transaction, view);
    record(app, transaction, actor, change_of(transaction, "saved_view.change", view));
    transaction.commit();
    return {};
}

Result<void> delete_view(App& app, const Actor& actor, SavedViewId id)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto view = TRY(changeable(transaction, gate, actor, id));
    storage::delete_saved_view(transaction, id);
    record(app, transaction, actor, change_of(transaction, "saved_view.delete", view));
    transaction.commit();
    return {};
}

} // namespace phusa
