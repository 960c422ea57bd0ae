#include "app/audit_log.hpp"

#include "app/gate.hpp"
#include "base/text.hpp"
#include "storage/audit.hpp"
#include "storage/database.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

Clock::Time start_of(Date day) { return Clock::Time(day.sys_days()) - std::chrono::hours(7); }

storage::AuditFilter filter_of(const AuditQuestion& question)
{
    storage::AuditFilter filter;
    filter.actor = question.actor;
    filter.action = question.action;
    filter.words = lower_case(clean_text(question.words));
    filter.person = question.person;
    if (question.from)
        filter.from = start_of(*question.from);
    if (question.to)
        filter.until = start_of(question.to->plus_days(1));
    return filter;
}

// One filter for each subtree in which the asker may see the log. Rows that happened at no unit (settings, programs,
// names that nobody has) belong to who sees the whole register.
Result<std::vector<storage::AuditFilter>> scopes_of(App& app, const Actor& actor, const AuditQuestion& question)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_audit));
    auto filter = filter_of(question);
    if (question.organisation) {
        TRY_DO(gate.pass(Right::see_audit, *question.organisation));
        filter.within = question.organisation;
        return std::vector{filter};
    }
    auto ranges = gate.ranges(Right::see_audit);
    bool is_whole = std::ranges::all_of(gate.tree().tops(), [&](auto top) {
        return std::ranges::any_of(ranges, [top](auto range) { return range.contains(top); });
    });
    if (is_whole)
        return std::vector{filter};
    std::vector<storage::AuditFilter> scopes;
    for (auto range : ranges) {
        filter.within = gate.tree().at(range.first).id;
        scopes.push_back(filter);
    }
    return scopes;
}

} // namespace

Result<AuditPage> list_audit(App& app, const Actor& actor, const AuditQuestion& question)
{
    auto scopes = TRY(scopes_of(app, actor, question));
    auto session = app.database().read();
    AuditPage page;
    bool is_more = false;
    for (const auto& scope : scopes) {
        auto part = storage::audit_page(session, scope, question.before, question.rows);
        page.total += part.total;
        is_more = is_more || part.next.has_value();
        std::ranges::move(part.rows, std::back_inserter(page.rows));
    }
    std::ranges::sort(page.rows, std::ranges::greater(), &AuditRow::number);
    if (page.rows.size() > question.rows) {
        page.rows.resize(question.rows);
        is_more = true;
    }
    if (is_more && !page.rows.empty())
        page.next = page.rows.back().number;
    return page;
}

Result<AuditVerdict> verify_audit(App& app, const Actor& actor)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::see_audit));
    auto session = app.database().snapshot();
    auto found = storage::verify_audit(session);
    AuditVerdict verdict{.rows = found.rows, .head = found.head.hash, .first_fault = {}, .fault = {}};
    if (found.fault) {
        verdict.first_fault = found.fault->number;
        verdict.fault = found.fault->what;
    }
    return verdict;
}

Result<AuditHead> audit_head(App& app, const Actor& actor)
{
    TRY_DO(Gate(app, actor).pass_anywhere(Right::see_audit));
    auto session = app.database().read();
    auto head = storage::audit_head(session);
    return AuditHead{.number = head.number, .hash = head.hash};
}

} // namespace phusa
