#include "app/demo/saved_views.hpp"

#include "app/recording.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/role_grants.hpp"
#include "storage/saved_views.hpp"

#include <fmt/core.h>

#include <array>

namespace phusa::demo
{

namespace
{

struct Question {
    std::string_view account;
    std::string_view report;
    std::string_view question;
    std::string_view name;
};

// Without unit and period: each reader asks it of their own unit, and of the usual period.
constexpr std::array questions{
    Question{"bantochuc.tinh", "bang-cheo", "dong=occupation&cot=year&so=column_share",
             "Cơ cấu nghề nghiệp của đảng viên mới theo năm"},
    Question{"bantochuc.tinh", "xu-huong", "theo=indicator:women&buoc=year&so=share", "Tỷ lệ nữ trong đảng viên mới"},
    Question{"vanphong.capuy", "bang-cheo", "dong=unit&cot=age_band&so=count", "Nhóm tuổi theo đơn vị trực thuộc"},
};

} // namespace

void add_saved_views(App& app, storage::Transaction& transaction, const Actor& actor)
{
    for (const auto& each : questions) {
        auto owner = storage::account_named(transaction, each.account);
        if (!owner)
            continue;
        auto grants = storage::role_grants_of(transaction, owner->account.id);
        SavedView view{.id = {},
                       .owner = owner->account.id,
                       .shared = grants.empty() ? std::nullopt : std::optional(grants.front().organisation),
                       .report = std::string(each.report),
                       .question = std::string(each.question),
                       .name = std::string(each.name),
                       .saved = app.clock().now()};
        view.id = storage::add_saved_view(transaction, view);
        record(app, transaction, actor,
               {.action = "saved_view.save",
                .subject = fmt::format("saved_view:{}", view.id.value),
                .organisation = view.shared,
                .details = {{"name", view.name}}});
    }
}

} // namespace phusa::demo
