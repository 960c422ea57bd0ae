#include "app/quality/merge.hpp"

#include "app/gate.hpp"
#include "app/person_gate.hpp"
#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/person_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/dossiers.hpp"
#include "storage/identities.hpp"
#include "storage/membership_events.hpp"
#include "storage/merges.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr auto right = Right::change_people;

template<typename Item>
bool has(const std::vector<Item>& items, const Item& item)
{
    return std::ranges::find(items, item) != items.end();
}

struct Both {
    Person kept;
    Person other;
};

Result<Both> both_as_read(storage::Session& session, const Gate& gate, const MergeWish& wish)
{
    if (wish.kept == wish.other)
        return problem(Problem::Kind::invalid, "Hãy chọn hai hồ sơ khác nhau.");
    Both both{.kept = TRY(person_behind_gate(session, gate, right, wish.kept)),
              .other = TRY(person_behind_gate(session, gate, right, wish.other))};
    if (both.kept.version != wish.kept_version || both.other.version != wish.other_version)
        return problem(Problem::Kind::conflict,
                       "Một trong hai hồ sơ vừa được sửa; hãy tải lại trang, xem bản mới rồi gộp.");
    return both;
}

// The asker's choice laid over the kept record.
Person chosen(const Both& both, const MergeWish& wish)
{
    auto result = both.kept;
    for (const auto& field : person_fields())
        if (has(wish.from_other, std::string(field.key)))
            field.copy(both.other, result);
    return result;
}

std::vector<std::pair<std::string, std::string>> described(const Both& both, const Person& after, const MergeWish& wish,
                                                           std::string reason)
{
    std::vector<std::pair<std::string, std::string>> details{{"reason", std::move(reason)},
                                                             {"kept", std::to_string(both.kept.id.value)},
                                                             {"other", std::to_string(both.other.id.value)}};
    for (const auto& field : person_fields())
        if (!field.same(both.kept, after))
            details.emplace_back(field.key, fmt::format("{} → {}", field.shown(both.kept), field.shown(after)));
    details.emplace_back("admissions", std::to_string(wish.admissions.size()));
    details.emplace_back("events", std::to_string(wish.events.size()));
    return details;
}

// What befell the other one: moved where it was chosen, else given up.
Result<void> move_membership(storage::Transaction& transaction, const MergeWish& wish, AuditNumber by)
{
    for (auto admission : storage::admissions_of(transaction, wish.other)) {
        if (!has(wish.admissions, admission.id)) {
            TRY_DO(storage::withdraw_admission(transaction, admission, by));
            continue;
        }
        admission.person = wish.kept;
        TRY_DO(storage::correct_admission(transaction, admission, by));
    }
    for (auto event : storage::membership_events_of(transaction, wish.other)) {
        if (!has(wish.events, event.id)) {
            TRY_DO(storage::withdraw_membership_event(transaction, event, by));
            continue;
        }
        event.person = wish.kept;
        TRY_DO(storage::correct_membership_event(transaction, event, by));
    }
    return {};
}

Result<void> move_dossiers(storage::Transaction& transaction, const MergeWish& wish, AuditNumber by)
{
    auto open_of = [&](PersonId person) {
        return std::ranges::count_if(storage::dossiers_of(transaction, person),
                                     [](const Dossier& dossier) { return !dossier.closed; });
    };
    if (open_of(wish.kept) > 0 && open_of(wish.other) > 0)
        return problem(Problem::Kind::refused, "Cả hai đều có hồ sơ kết nạp đang mở; hãy đóng một hồ sơ rồi gộp.");
    for (const auto& dossier : storage::dossiers_of(transaction, wish.other))
        TRY_DO(storage::move_dossier(transaction, dossier, wish.kept, by));
    return storage::rename_in_acts(transaction, wish.other, wish.kept, by);
}

// Standing follows from admissions and events, where any came over.
Result<void> write_kept(App& app, storage::Transaction& transaction, const Both& both, Person after,
                        const MergeWish& wish, AuditNumber by)
{
    if (!wish.admissions.empty() || !wish.events.empty())
        after.standing = standing_on(app.today(), storage::admissions_of(transaction, wish.kept),
                                     storage::membership_events_of(transaction, wish.kept));
    bool is_as_before = differing_fields(both.kept, after).empty() && after.standing == both.kept.standing;
    return is_as_before ? Result<void>() : storage::correct_person(transaction, after, by);
}

// The number of the other record, where it is wanted. Its row is replaced together with the record.
Result<std::string> wanted_number(storage::Transaction& transaction, const MergeWish& wish)
{
    return has(wish.from_other, std::string("identity"))
               ? storage::read_identity(transaction, wish.other).value_or(std::string())
               : std::string();
}

} // namespace

Result<void> merge_people(App& app, const Actor& actor, const MergeWish& wish)
{
    auto reason = clean_text(wish.reason);
    if (code_points(reason) < limit::reason_length_min)
        return invalid("reason", "Hãy ghi rõ vì sao biết hai hồ sơ là của một người.");
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto both = TRY(both_as_read(transaction, gate, wish));
    auto after = chosen(both, wish);
    TRY_DO(check(after, app.today()));
    auto by = record(app, transaction, actor,
                     {.action = "person.merge",
                      .subject = fmt::format("person:{}", wish.kept.value),
                      .person = wish.kept,
                      .organisation = both.kept.cell,
                      .details = described(both, after, wish, reason)});
    auto number = TRY(wanted_number(transaction, wish));
    TRY_DO(move_dossiers(transaction, wish, by));
    TRY_DO(move_membership(transaction, wish, by));
    TRY_DO(storage::withdraw_person(transaction, wish.other, by));
    TRY_DO(write_kept(app, transaction, both, std::move(after), wish, by));
    if (!number.empty())
        TRY_DO(storage::set_identity(transaction, wish.kept, number, by));
    storage::add_merge(transaction, wish.kept, wish.other, by);
    transaction.commit();
    return {};
}

} // namespace phusa
