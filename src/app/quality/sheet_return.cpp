#include "app/correction.hpp"
#include "app/person_gate.hpp"
#include "app/quality/sheet.hpp"
#include "app/recording.hpp"
#include "app/standing.hpp"
#include "domain/membership_fields.hpp"
#include "domain/person_fields.hpp"
#include "storage/admissions.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/identities.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

using Told = std::vector<std::pair<std::string, std::string>>;

// A problem of one fact, with the names that its fields have on the sheet.
Problem on_the_sheet(Problem problem)
{
    for (auto& field : problem.fields)
        if (field.name == "occupation")
            field.name = "admission_occupation";
        else if (field.name == "general_education")
            field.name = "admission_education";
        else if (field.name == "on")
            field.name = "recognised_on";
    return problem;
}

// Everything that is checked before anything is written.
class Taking
{
public:
    Taking(App& app, storage::Transaction& transaction, const SheetReturn& sent, Person now)
        : app_(app), transaction_(transaction), sent_(sent), now_(std::move(now)), person_(now_)
    {
    }

    Result<void> prepare()
    {
        person_ = TRY(merged(person_fields(), sent_.read, sent_.wanted, now_));
        TRY_DO(check(person_, app_.today()));
        told_ = changes_between(person_fields(), now_, person_);
        if (!sent_.identity.empty()) {
            if (!is_identity_number(sent_.identity))
                return invalid("identity", "Số định danh gồm 12 chữ số; hãy xem lại.");
            told_.emplace_back("identity", masked_identity(sent_.identity));
        }
        if (sent_.admission_wanted)
            TRY_DO(prepare_admission());
        if (sent_.recognised)
            TRY_DO(prepare_recognition());
        return {};
    }

    bool is_empty() const { return told_.empty(); }
    const Told& told() const { return told_; }

    Result<void> write(AuditNumber by)
    {
        if (!differing_fields(now_, person_).empty())
            TRY_DO(storage::correct_person(transaction_, person_, by));
        if (!sent_.identity.empty())
            TRY_DO(storage::set_identity(transaction_, now_.id, sent_.identity, by));
        if (admission_)
            TRY_DO(storage::correct_admission(transaction_, *admission_, by));
        if (event_)
            storage::add_membership_event(transaction_, *event_, by);
        if (admission_ || event_)
            TRY_DO(follow_standing(app_, transaction_, now_.id, event_ ? event_->on : admission_->counted_on(), by));
        return {};
    }

private:
    Result<void> prepare_admission()
    {
        auto standing = storage::admission(transaction_, sent_.admission_wanted->id);
        if (!standing || standing->person != now_.id)
            return problem(Problem::Kind::conflict, "Lần kết nạp này vừa được sửa; hãy tải lại trang.");
        auto corrected = merged(admission_fields(), *sent_.admission_read, *sent_.admission_wanted, *standing);
        if (!corrected)
            return std::unexpected(on_the_sheet(corrected.error()));
        if (auto fine = check(*corrected); !fine)
            return std::unexpected(on_the_sheet(fine.error()));
        if (corrected->counted_on() > app_.today())
            return invalid("ceremony_on", "Ngày kết nạp không thể ở tương lai.");
        auto changes = changes_between(admission_fields(), *standing, *corrected);
        if (changes.empty())
            return {};
        if (storage::dossier_that_made(transaction_, standing->id) &&
            (corrected->ceremony_on != standing->ceremony_on || corrected->decided_on != standing->decided_on))
            return invalid("ceremony_on", "Ngày này do hồ sơ kết nạp lập ra; hãy sửa trong hồ sơ.");
        for (auto& [key, text] : changes)
            told_.emplace_back("admission." + key, std::move(text));
        admission_ = std::move(*corrected);
        return {};
    }

    Result<void> prepare_recognition()
    {
        MembershipEvent event;
        event.person = now_.id;
        event.kind = MembershipEventKind::recognised;
        event.on = *sent_.recognised;
        auto admissions = storage::admissions_of(transaction_, now_.id);
        if (auto fine = check(event, admissions, app_.today()); !fine)
            return std::unexpected(on_the_sheet(fine.error()));
        for (const auto& there : storage::membership_events_of(transaction_, now_.id))
            if (there.kind == event.kind && (admissions.empty() || there.on >= admissions.back().counted_on()))
                return invalid("recognised_on",
                               fmt::format("Đã ghi ngày chính thức {}; hãy tải lại trang.", there.on.vietnamese()));
        told_.emplace_back("recognised_on", event.on.vietnamese());
        event_ = std::move(event);
        return {};
    }

    App& app_;
    storage::Transaction& transaction_;
    const SheetReturn& sent_;
    Person now_;
    Person person_;
    std::optional<Admission> admission_;
    std::optional<MembershipEvent> event_;
    Told told_;
};

} // namespace

Result<bool> take_sheet_return(App& app, const Actor& actor, const SheetReturn& sent, Date sheet_day)
{
    Gate gate(app, actor);
    if (sheet_day > app.today())
        return invalid("sheet_day", "Ngày của phiếu không thể ở tương lai.");
    auto transaction = app.database().write();
    auto now = TRY(person_behind_gate(transaction, gate, Right::change_people, sent.wanted.id));
    Taking taking(app, transaction, sent, now);
    TRY_DO(taking.prepare());
    if (taking.is_empty())
        return false;
    auto told = taking.told();
    told.emplace(told.begin(), "reason", fmt::format("Phiếu rà soát ngày {}", sheet_day.vietnamese()));
    auto by = record(app, transaction, actor,
                     {.action = "person.correct",
                      .subject = fmt::format("person:{}", now.id.value),
                      .person = now.id,
                      .organisation = now.cell,
                      .details = std::move(told)});
    TRY_DO(taking.write(by));
    transaction.commit();
    return true;
}

} // namespace phusa
