#include "app/demo/demo.hpp"

#include "app/demo/audit_rounds.hpp"
#include "app/demo/data_faults.hpp"
#include "app/demo/demo_files.hpp"
#include "app/demo/dossiers.hpp"
#include "app/demo/register.hpp"
#include "app/demo/reminders.hpp"
#include "app/demo/saved_views.hpp"
#include "app/demo/scans.hpp"
#include "app/demo/users.hpp"
#include "app/recording.hpp"
#include "storage/admissions.hpp"
#include "storage/database.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossier_moves.hpp"
#include "storage/dossiers.hpp"
#include "storage/membership_events.hpp"
#include "storage/organisation_facts.hpp"
#include "storage/organisations.hpp"
#include "storage/people.hpp"
#include "storage/people_list.hpp"
#include "storage/settings.hpp"
#include "storage/successions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

using demo::Register;

Result<void> check_empty(storage::Session& session, Date as_of)
{
    bool has_units = !storage::count_organisations(session, as_of).empty();
    if (!has_units && storage::count_people(session, {}) == 0)
        return {};
    return problem(Problem::Kind::refused,
                   "Cơ sở dữ liệu này đã có tổ chức hoặc người; dữ liệu mẫu chỉ dựng vào cơ sở dữ liệu trống: hãy chỉ "
                   "một cơ sở dữ liệu khác bằng --db hoặc một thư mục khác bằng PHUSA_DATA.");
}

// Gives the numbers of a register, which start at 1, their places after what the database gave before.
struct Offsets {
    std::int64_t organisation = 0, person = 0, admission = 0, event = 0, dossier = 0, act = 0, move = 0;

    void shift(OrganisationId& id) const { id.value += organisation; }
    void shift(std::optional<OrganisationId>& id) const
    {
        if (id)
            shift(*id);
    }
};

Offsets allocate(storage::Transaction& transaction, const Register& made)
{
    auto size = [](const auto& items) { return static_cast<std::int64_t>(items.size()); };
    Offsets offsets;
    offsets.organisation = storage::allocate_organisations(transaction, made.structure.units).value - 1;
    offsets.person = storage::allocate_people(transaction, made.persons).value - 1;
    offsets.admission = storage::allocate_admissions(transaction, size(made.admissions)).value - 1;
    offsets.event = storage::allocate_membership_events(transaction, size(made.events)).value - 1;
    return offsets;
}

void shift(demo::Structure& structure, const Offsets& offsets)
{
    for (auto& unit : structure.organisations) {
        offsets.shift(unit.id);
        offsets.shift(unit.parent);
        offsets.shift(unit.beside);
    }
    for (auto& succession : structure.successions) {
        offsets.shift(succession.from);
        offsets.shift(succession.to);
    }
    for (auto& fact : structure.facts)
        offsets.shift(fact.organisation);
}

void shift(Register& made, const Offsets& offsets)
{
    shift(made.structure, offsets);
    for (auto& [person, identity] : made.people) {
        person.id.value += offsets.person;
        offsets.shift(person.cell);
    }
    for (auto& admission : made.admissions) {
        admission.id.value += offsets.admission;
        admission.person.value += offsets.person;
        offsets.shift(admission.cell);
    }
    for (auto& event : made.events) {
        event.id.value += offsets.event;
        event.person.value += offsets.person;
        offsets.shift(event.from);
        offsets.shift(event.to);
    }
}

void shift(demo::DossierSet& set, const Offsets& offsets)
{
    for (auto& dossier : set.dossiers) {
        dossier.id.value += offsets.dossier;
        dossier.person.value += offsets.person;
        offsets.shift(dossier.cell);
    }
    for (auto& act : set.acts) {
        act.id.value += offsets.act;
        act.dossier.value += offsets.dossier;
        if (act.who)
            act.who->value += offsets.person;
        if (act.made != 0)
            act.made += act.act.kind == ActKind::ceremony ? offsets.admission : offsets.event;
    }
    for (auto& move : set.moves) {
        move.id.value += offsets.move;
        move.dossier.value += offsets.dossier;
        offsets.shift(move.from);
        offsets.shift(move.to);
    }
}

class Writer
{
public:
    Writer(App& app, const Actor& actor, const DemoWish& wish, storage::Transaction& transaction)
        : app_(app), actor_(actor), wish_(wish), transaction_(transaction)
    {
    }

    Result<void> write(Register& made, demo::DossierSet& dossiers)
    {
        auto offsets = allocate(transaction_, made);
        shift(made, offsets);
        auto by = record(app_, transaction_, actor_,
                         {.action = "demo.make",
                          .subject = "register",
                          .details = {{"seed", std::to_string(wish_.seed)},
                                      {"as_of", wish_.as_of.iso()},
                                      {"people", std::to_string(made.persons)},
                                      {"admissions", std::to_string(made.admissions.size())}}});
        TRY_DO(write_structure(made.structure, by));
        write_people(made.people, by);
        tell("Ghi các lần kết nạp", 0.80);
        storage::insert_admissions(transaction_, made.admissions, by);
        tell("Ghi các sự kiện", 0.88);
        storage::insert_membership_events(transaction_, made.events, by);
        write_dossiers(dossiers, offsets, by);
        write_settings();
        return {};
    }

private:
    void tell(std::string_view what, double done) const
    {
        if (wish_.progress)
            wish_.progress(what, done);
    }

    Result<void> write_structure(const demo::Structure& structure, AuditNumber by)
    {
        tell("Ghi các tổ chức", 0.25);
        storage::insert_organisations(transaction_, structure.organisations, by);
        storage::add_successions(transaction_, structure.successions, by);
        for (const auto& fact : structure.facts)
            TRY_DO(storage::add_organisation_fact(transaction_, fact, by));
        return {};
    }

    // In portions, so that the way to the database needs little memory and the progress moves.
    void write_people(const std::vector<demo::PersonVersion>& people, AuditNumber by)
    {
        constexpr std::size_t portion = 5000;
        std::vector<storage::NewPerson> rows;
        rows.reserve(portion);
        for (std::size_t i = 0; i < people.size(); ++i) {
            rows.push_back({.person = people[i].person, .identity = people[i].identity});
            if (rows.size() < portion && i + 1 < people.size())
                continue;
            storage::insert_people(transaction_, rows, by);
            rows.clear();
            tell("Ghi danh sách người", 0.30 + 0.50 * static_cast<double>(i) / static_cast<double>(people.size()));
        }
    }

    void write_dossiers(demo::DossierSet& set, Offsets offsets, AuditNumber by)
    {
        tell("Ghi hồ sơ kết nạp", 0.92);
        auto size = [](const auto& items) { return static_cast<std::int64_t>(items.size()); };
        offsets.dossier = storage::allocate_dossiers(transaction_, size(set.dossiers)).value - 1;
        offsets.act = storage::allocate_dossier_acts(transaction_, size(set.acts)).value - 1;
        offsets.move = storage::allocate_dossier_moves(transaction_, size(set.moves)).value - 1;
        shift(set, offsets);
        storage::insert_dossiers(transaction_, set.dossiers, by);
        storage::insert_dossier_acts(transaction_, set.acts, by);
        storage::insert_dossier_moves(transaction_, set.moves, by);
    }

    void write_settings()
    {
        const auto& article = demo::admission_file().article;
        storage::set_setting(transaction_, "invented", "yes");
        storage::set_setting(transaction_, "demo.seed", std::to_string(wish_.seed));
        storage::set_setting(transaction_, "demo.as_of", wish_.as_of.iso());
        storage::set_setting(transaction_, "story.period",
                             fmt::format("{}..{}", article.first.iso(), article.last.iso()));
    }

    App& app_;
    const Actor& actor_;
    const DemoWish& wish_;
    storage::Transaction& transaction_;
};

DemoMade summary_of(const Register& made, const DemoWish& wish)
{
    return {.organisations = made.structure.units,
            .cells = std::ranges::count_if(made.structure.cells,
                                           [&](const auto& cell) { return cell.is_there(wish.as_of); }),
            .people = made.persons,
            .admissions = static_cast<std::int64_t>(made.admissions.size()),
            .events = static_cast<std::int64_t>(made.events.size()),
            .users_file = {}};
}

} // namespace

Result<void> check_demo_day(Date as_of)
{
    auto first = demo::admission_file().article.last;
    if (as_of >= first)
        return {};
    return invalid("--as-of", fmt::format("--as-of: dữ liệu mẫu kể chuyện đến hết {}, hãy chọn ngày {} hoặc sau đó",
                                          first.vietnamese(), first.iso()));
}

Result<DemoMade> make_demo(App& app, const Actor& actor, const DemoWish& wish)
{
    TRY_DO(check_demo_day(wish.as_of));
    {
        auto session = app.database().read();
        TRY_DO(check_empty(session, wish.as_of));
    }
    auto tell = [&](std::string_view what, double done) {
        if (wish.progress)
            wish.progress(what, done);
    };
    tell("Dựng tỉnh mẫu", 0.0);
    auto made = demo::make_register(wish.seed, wish.as_of);
    tell("Đặt mật khẩu", 0.22);
    auto users = demo::make_users(); // hashing takes a while: not while others wait to write
    auto dossiers = demo::make_dossiers(wish.seed, made, made.candidates, wish.as_of);
    demo::plant_data_faults(wish.seed, wish.as_of, made);
    auto summary = summary_of(made, wish);

    {
        auto transaction = app.database().write();
        TRY_DO(check_empty(transaction, wish.as_of));
        TRY_DO(Writer(app, actor, wish, transaction).write(made, dossiers));
        tell("Lập tài khoản", 0.95);
        TRY_DO(demo::add_users(app, transaction, actor, made.structure, dossiers, wish.as_of, users));
        demo::add_saved_views(app, transaction, actor);
        demo::add_reminder_choices(app, transaction, actor);
        demo::DemoScans scans(app);
        scans.add(app, transaction, actor, dossiers);
        summary.users_file = demo::write_users_file(app.settings().data_folder, users);
        transaction.commit();
        scans.keep();
    }
    app.forget_trees();
    app.forget_settings();
    demo::add_audit_rounds(app, actor, wish.seed, wish.as_of);
    tell("Xong", 1.0);
    return summary;
}

} // namespace phusa
