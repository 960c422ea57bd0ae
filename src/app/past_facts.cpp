#include "app/past_facts.hpp"

#include "app/look.hpp"
#include "domain/membership_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/audit.hpp"
#include "storage/membership_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace phusa
{

namespace
{

std::string subject_of(const Admission& admission)
{
    return fmt::format("Kết nạp ngày {}", admission.counted_on().vietnamese());
}

std::string subject_of(const MembershipEvent& event)
{
    return fmt::format("{} ngày {}", title_of(event.kind), event.on.vietnamese());
}

template<typename Fields, typename Fact>
void add_past(const Fields& fields, const std::vector<storage::Recorded<Fact>>& history, std::vector<PastFact>& past)
{
    for (const auto& version : history) {
        if (!version.replaced)
            continue;
        auto successor = std::ranges::find_if(history, [&](const auto& each) {
            return each.fact.id == version.fact.id && each.fact.recorded == *version.replaced;
        });
        PastFact entry{.subject = subject_of(version.fact), .changes = {}, .replaced = *version.replaced};
        entry.is_withdrawn = successor == history.end();
        for (const auto& field : fields)
            if (!entry.is_withdrawn && !field.same(version.fact, successor->fact))
                entry.changes.push_back({.key = std::string(field.key),
                                         .title = std::string(field.title),
                                         .before = field.shown(version.fact),
                                         .after = field.shown(successor->fact)});
        if (entry.is_withdrawn || !entry.changes.empty())
            past.push_back(std::move(entry));
    }
}

} // namespace

std::vector<PastFact> past_facts_of(storage::Session& session, PersonId person)
{
    std::vector<PastFact> past;
    add_past(admission_fields(), storage::admission_history(session, person), past);
    add_past(membership_event_fields(), storage::membership_event_history(session, person), past);
    for (auto& entry : past)
        if (auto row = storage::audit_row(session, entry.replaced)) {
            entry.replaced_at = row->at;
            entry.replaced_by = row->actor_name;
            entry.reason = reason_of(*row);
        }
    std::ranges::stable_sort(past, std::greater(), &PastFact::replaced);
    return past;
}

} // namespace phusa
