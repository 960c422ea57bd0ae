#pragma once

#include "app/dossiers/acts.hpp"
#include "app/dossiers/opening.hpp"
#include "app/dossiers/view.hpp"
#include "app/people_test.hpp"
#include "app/rulebooks/setting.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// The register of PeopleTest with one dossier: a certificate of 20/9/2026 and an application, both under 208-QĐ/TW.
class RulebooksTest : public PeopleTest
{
protected:
    static Date day(std::string_view iso) { return *Date::from_iso(iso); }

    void SetUp() override
    {
        PeopleTest::SetUp();
        Dossier wanted;
        wanted.person = cast::sen().person.id;
        wanted.cell = cast::village_cell().id;
        wanted.opened = day("2026-06-01");
        wanted.youth_union_member = true;
        dossier_ = open_dossier(app(), actor(Role::cell_secretary), wanted).value();
        RecordedAct certificate;
        certificate.act.kind = ActKind::certificate;
        certificate.act.on = day("2026-09-20");
        ASSERT_TRUE(record_act(app(), actor(Role::cell_secretary), dossier_, certificate));
        RecordedAct application;
        application.act.kind = ActKind::application;
        application.act.on = day("2026-10-01");
        ASSERT_TRUE(record_act(app(), actor(Role::cell_secretary), dossier_, application));
    }

    Actor commission() { return actor(Role::province_commission); }
    DossierView view() { return show_dossier(app(), actor(Role::cell_secretary), dossier_).value(); }

    DossierId dossier_;
};

// A wish for 208-QĐ/TW.
inline RuleWish wish_of(std::optional<Rule> rule, std::vector<std::pair<std::string, std::string>> values = {})
{
    return {.slug = "208-qd-tw", .rule = rule, .values = std::move(values), .note = "Công văn số 1-CV/BTCTU"};
}

} // namespace phusa
