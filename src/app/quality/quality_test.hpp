#pragma once

#include "app/import/import.hpp"
#include "app/membership_correction.hpp"
#include "app/people_test.hpp"
#include "app/quality/merge.hpp"
#include "app/quality/sheet.hpp"
#include "app/quality/worklist.hpp"
#include "storage/admissions.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/identities.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

inline constexpr std::string_view why = "Đã đối chiếu căn cước và lý lịch";
inline constexpr std::string_view number_of_twin = "034000000077";

// The register of PeopleTest, with people who are there twice where a test asks for it.
class DataQualityTest : public PeopleTest
{
protected:
    Actor commission() { return actor(Role::province_commission); }
    Actor office() { return actor(Role::grassroots_office); }
    Actor secretary() { return actor(Role::cell_secretary); }

    // Lúa once more, as the school cell wrote him down, with a number, an own admission and a dossier with a note.
    PersonId twin_of_lua()
    {
        PersonId id;
        write([&](storage::Transaction& transaction, AuditNumber by) {
            auto twin = cast::lua().person;
            twin.id = {};
            twin.cell = cast::school_cell().id;
            twin.phone = "0900000077";
            twin.home.clear();
            id = storage::add_person(transaction, twin, by);
            EXPECT_TRUE(storage::set_identity(transaction, id, number_of_twin, by));
            auto admission = cast::lua().admissions.front();
            admission.id = {};
            admission.person = id;
            storage::add_admission(transaction, admission, by);
            Dossier dossier;
            dossier.person = id;
            dossier.cell = cast::school_cell().id;
            dossier.opened = *Date::from_iso("2025-10-01");
            dossier.regimes = {
                {.regime = SpecialRegime::foreign_marriage, .consent = {.number = "12-CV/HU", .on = {}, .issuer = {}}}};
            auto dossier_id = storage::add_dossier(transaction, dossier, by);
            RecordedAct act;
            act.dossier = dossier_id;
            act.act.kind = ActKind::application;
            act.act.on = *Date::from_iso("2025-10-02");
            act.note = "Đơn viết tay";
            storage::add_dossier_act(transaction, act, id, by);
        });
        return id;
    }

    MergeWish wish(PersonId kept, PersonId other)
    {
        auto view = merge_view(app(), office(), kept, other).value();
        return {.kept = kept,
                .other = other,
                .kept_version = view.kept.person.version,
                .other_version = view.other.person.version,
                .from_other = {"phone", "identity"},
                .admissions = {},
                .events = {},
                .reason = std::string(why)};
    }

    // All that stands of people and what befell them, and of dossiers with what is sealed.
    std::string content()
    {
        std::string text;
        for (auto kind : {ImportKind::members, ImportKind::admissions}) {
            auto rows =
                export_kind(app(), Actor::program("phusa export"), {.kind = kind, .org = {}, .with_identities = true});
            auto chunks = write_table(std::move(rows).value(), ExportFormat::csv);
            for (std::string chunk; chunks(chunk); chunk.clear())
                text += chunk;
        }
        auto session = app().database().read();
        for (const auto& bare : storage::all_dossiers(session)) {
            auto dossier = storage::dossier(session, bare.id).value();
            text += fmt::format("dossier {} of {} {}\n", dossier.id.value, dossier.person.value,
                                dossier.regimes.empty() ? "" : dossier.regimes.front().consent.number);
            for (const auto& act : storage::dossier_acts_of(session, bare.id))
                text += fmt::format("act {} {} {}\n", act.id.value, act.who ? act.who->value : 0, act.note);
        }
        for (const auto& one : cast::everyone())
            for (const auto& event : storage::membership_events_of(session, one.person.id))
                text += fmt::format("event {} {}\n", event.id.value, event.on.iso());
        return text;
    }

    std::vector<std::string> faults_of(PersonId person, const Actor& asker)
    {
        std::vector<std::string> keys;
        auto page = list_faults(app(), asker, {.organisation = {}, .check = {}, .group = {}, .rows = 1000}).value();
        for (const auto& line : page.rows)
            if (line.person == person)
                keys.emplace_back(line.check->key);
        return keys;
    }
    bool has_pair(const Actor& asker)
    {
        return list_faults(app(), asker, {.organisation = {}, .check = {}, .group = FaultGroup::duplicate})->total > 0;
    }
};

} // namespace phusa
