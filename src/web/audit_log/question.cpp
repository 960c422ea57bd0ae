#include "web/audit_log/handlers.hpp"
#include "web/audit_log/sentences.hpp"
#include "web/site/form.hpp"

#include <algorithm>

namespace phusa::web::audit_log
{

Result<AuditQuestion> question_of(const Fields& query)
{
    FormReader form(query);
    AuditQuestion question;
    question.words = form.text("q");
    question.actor = form.id<struct phusa::Account>("nguoi");
    question.person = form.id<struct phusa::Person>("ho-so");
    question.from = form.date("tu");
    question.to = form.date("den");
    if (auto before = form.number("truoc"))
        question.before = AuditNumber{*before};
    auto group = form.text("nhom");
    if (std::ranges::find(action_groups(), group, &ActionGroup::prefix) != action_groups().end())
        question.action = group;
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    return question;
}

} // namespace phusa::web::audit_log
