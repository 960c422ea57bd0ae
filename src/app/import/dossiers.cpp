// Old paper dossiers: people with the acts of their way into the Party.
#include "storage/dossiers.hpp"

#include "app/dossiers/register_effects.hpp"
#include "app/import/dossier_trial.hpp"
#include "domain/person_fields.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/imports.hpp"
#include "storage/people.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace phusa
{

namespace
{

// What is kept of nobody who has not applied (Quy định về dữ liệu cá nhân; DESIGN §8).
constexpr std::string_view only_of_applicants[] = {"ethnicity", "religion"};

class DossierIntake : public Intake
{
public:
    explicit DossierIntake(const IntakeContext& context) : context_(context), trials_(context_) {}

    void take(const SheetRow& sheet_row) override
    {
        RowReader row(context_.layout, sheet_row, context_.remarks);
        auto read = read_person(row, context_.units, context_.only_cell);
        if (auto now = read_unit(row, context_.units, "member_cell"))
            read.now = *now;
        auto dossier = read_dossier(row, read, context_.app.today());
        if (row.is_bad())
            return;
        if (!dossier.has(ActKind::application))
            drop_what_is_not_asked_yet(row, read);
        if (auto sound = check(read.person, context_.app.today()); !sound)
            return row.wrong(sound.error());
        rows_.push_back(row_to_match(context_, std::move(read)));
        dossiers_.push_back(std::move(dossier));
        if (rows_.size() >= intake_piece_rows)
            write();
    }

    void finish() override { write(); }

private:
    struct Kept {
        TriedDossier tried;
        std::optional<Person> before; // of the register
        std::string identity;         // to be written
    };

    static void drop_what_is_not_asked_yet(RowReader& row, PersonRow& person)
    {
        Person blank;
        auto fields = person_fields();
        for (auto key : only_of_applicants)
            for (std::size_t index = 0; index < fields.size(); ++index) {
                if (fields[index].key != key || !person.given.test(index))
                    continue;
                person.given.reset(index);
                fields[index].copy(blank, person.person);
                row.warn(row.layout().column(key), "Người này chưa có đơn xin vào Đảng nên mục này chưa được ghi.");
            }
    }

    void write()
    {
        match_people(context_, rows_, RowsEach::one);
        std::vector<Kept> kept;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto& row = rows_[i];
            auto tried = row.is_left_out ? std::nullopt : trials_.try_row(row, std::move(dossiers_[i]));
            if (!tried)
                continue;
            if (!row.person && row.row.now)
                tried->after.person.cell = row.row.now;
            kept.push_back({.tried = std::move(*tried),
                            .before = row.person,
                            .identity = row.has_identity ? std::string() : row.row.identity});
        }
        rows_.clear();
        dossiers_.clear();
        write_people(kept);
        write_dossiers(kept);
        write_acts(kept);
    }

    void write_people(std::vector<Kept>& kept)
    {
        auto& transaction = context_.transaction;
        auto count = std::ranges::count_if(kept, [](const Kept& each) { return !each.before; });
        PersonId next = count > 0 ? storage::allocate_people(transaction, count) : PersonId();
        std::vector<storage::NewPerson> fresh;
        std::vector<storage::NewPerson> numbers;
        std::vector<Person> corrected;
        for (auto& [tried, before, identity] : kept) {
            auto& person = tried.after.person;
            bool is_corrected = before && !differing_fields(person, *before).empty();
            bool is_changed = is_corrected || !tried.fresh.empty() || (before && !identity.empty());
            if (!tried.after.dossier.id)
                ++counts_.added;
            else
                ++(is_changed ? counts_.updated : counts_.unchanged);
            if (!before) {
                person.id = PersonId(next.value++);
                person.invented = context_.app.invented();
                person.valid = {.first = first_day(tried), .until = {}};
                fresh.push_back({.person = person, .identity = std::move(identity)});
            } else if (!identity.empty()) {
                numbers.push_back({.person = person, .identity = std::move(identity)});
            }
            if (is_corrected)
                corrected.push_back(person);
            tried.after.dossier.person = person.id;
        }
        storage::insert_people(transaction, fresh, context_.by);
        storage::correct_people(transaction, corrected, context_.by);
        storage::set_identities(transaction, numbers, context_.by);
    }

    // Since when the register knows somebody: the dossier, or the first paper in it.
    static Date first_day(const TriedDossier& tried)
    {
        auto day = tried.after.dossier.opened;
        for (const auto& act : tried.fresh)
            day = std::min(day, act.act.on);
        return day;
    }

    void write_dossiers(std::vector<Kept>& kept)
    {
        std::vector<Dossier> fresh;
        auto is_new = [](const Kept& each) { return !each.tried.after.dossier.id; };
        auto count = std::ranges::count_if(kept, is_new);
        if (count == 0)
            return;
        auto next = storage::allocate_dossiers(context_.transaction, count);
        for (auto& each : kept)
            if (is_new(each)) {
                each.tried.after.dossier.id = DossierId(next.value++);
                fresh.push_back(each.tried.after.dossier);
            }
        storage::add_dossiers(context_.transaction, fresh, context_.by);
    }

    void write_acts(std::vector<Kept>& kept)
    {
        std::vector<storage::ActOfPerson> fresh;
        for (auto& each : kept)
            for (auto& act : each.tried.fresh) {
                if (act.made == 0)
                    act.made = made_of(each.tried.after, act);
                act.dossier = each.tried.after.dossier.id;
                fresh.push_back({.act = act, .person = each.tried.after.dossier.person});
            }
        if (fresh.empty())
            return;
        auto next = storage::allocate_dossier_acts(context_.transaction, static_cast<std::int64_t>(fresh.size()));
        for (auto& each : fresh)
            each.act.id = RecordedActId(next.value++);
        storage::add_dossier_acts(context_.transaction, fresh, context_.by);
    }

    std::int64_t made_of(const JudgedDossier& judged, const RecordedAct& act)
    {
        auto made = make_in_register(context_.app, context_.transaction, judged, act, context_.by);
        assert(made.has_value()); // its day and its decision's were judged, the person was read in this transaction
        return *made;
    }

    IntakeContext context_;
    DossierTrials trials_;
    std::vector<MatchedRow> rows_;
    std::vector<DossierRow> dossiers_; // as many as rows_
};

} // namespace

std::unique_ptr<Intake> dossier_intake(const IntakeContext& context)
{
    return std::make_unique<DossierIntake>(context);
}

} // namespace phusa
