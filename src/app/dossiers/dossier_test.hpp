#pragma once

#include "app/dossiers/acts.hpp"
#include "app/dossiers/list.hpp"
#include "app/dossiers/opening.hpp"
#include "app/people.hpp"
#include "app/people_test.hpp"

#include <string_view>

namespace phusa
{

inline Date day(std::string_view iso) { return *Date::from_iso(iso); }

inline RecordedAct act(ActKind kind, std::string_view on)
{
    RecordedAct made;
    made.act.kind = kind;
    made.act.on = day(on);
    return made;
}

inline RecordedAct introduction(Introducer by, std::string_view on)
{
    auto made = act(ActKind::introduction, on);
    made.act.by = by;
    if (by == Introducer::member) {
        made.act.official = true;
        made.act.shared_months = 20;
        made.who = cast::may().person.id;
    }
    return made;
}

inline RecordedAct vote(Matter about, std::string_view on, int in_favour)
{
    auto made = act(ActKind::cell_vote, on);
    made.act.about = about;
    made.act.cell = {.official = 9, .excluded = 0, .present = 9, .in_favour = in_favour, .against = 9 - in_favour};
    return made;
}

inline RecordedAct committee(Matter about, std::string_view on)
{
    auto made = act(ActKind::committee_vote, on);
    made.act.about = about;
    made.act.committee = {.members = 15, .in_favour = 14, .decides = false};
    return made;
}

inline RecordedAct about(RecordedAct made, Matter matter)
{
    made.act.about = matter;
    return made;
}

inline RecordedAct certificate(CertificateKind kind, std::string_view on)
{
    auto made = act(ActKind::certificate, on);
    made.act.certificate = kind;
    return made;
}

inline RecordedAct helper(std::string_view on)
{
    auto made = act(ActKind::helper, on);
    made.act.official = true;
    made.who = cast::may().person.id;
    return made;
}

// One person, Sen, and her dossier; every act by the role that really does it.
class DossierTest : public PeopleTest
{
protected:
    static constexpr auto sen = [] { return cast::sen().person.id; };

    DossierId open()
    {
        Dossier wanted{.person = sen(), .cell = cast::village_cell().id, .opened = day("2024-06-01")};
        wanted.youth_union_member = true;
        auto opened = open_dossier(app(), actor(Role::cell_secretary), wanted);
        EXPECT_TRUE(opened) << opened.error().message;
        return opened.value();
    }
    Result<ActRecorded> does(Role role, DossierId id, const RecordedAct& what)
    {
        return record_act(app(), actor(role), id, what);
    }
    void must(Role role, DossierId id, const RecordedAct& what)
    {
        auto done = does(role, id, what);
        ASSERT_TRUE(done) << title_of(what) << ": " << done.error().message;
        EXPECT_FALSE(done->is_past_fact);
    }
    // Up to the day before the cell's vote.
    void prepare(DossierId id)
    {
        must(Role::cell_secretary, id, certificate(CertificateKind::awareness, "2024-06-20"));
        must(Role::cell_secretary, id, act(ActKind::application, "2024-08-01"));
        must(Role::cell_secretary, id, act(ActKind::declaration, "2024-08-10"));
        must(Role::grassroots_office, id, act(ActKind::verification, "2024-10-01"));
        must(Role::cell_secretary, id, introduction(Introducer::member, "2024-10-05"));
        must(Role::cell_secretary, id, introduction(Introducer::youth_union, "2024-10-06"));
        must(Role::cell_secretary, id, act(ActKind::opinions, "2024-10-20"));
    }
    void admit(DossierId id)
    {
        prepare(id);
        must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
        must(Role::grassroots_office, id, committee(Matter::admission, "2024-11-20"));
        must(Role::deciding_office, id, about(act(ActKind::decision, "2024-12-10"), Matter::admission));
        must(Role::cell_secretary, id, act(ActKind::ceremony, "2024-12-20"));
    }
    Stage stage()
    {
        DossierQuestion question;
        question.all_stages = true;
        return list_dossiers(app(), actor(Role::deciding_office), question).value().rows.at(0).stage;
    }
    Person person() { return show_person(app(), actor(Role::deciding_office), sen())->person; }
};

} // namespace phusa
