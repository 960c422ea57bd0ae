#include "app/dossiers/vote_form.hpp"

#include "app/dossiers/dossier_gate.hpp"
#include "app/unit_name_on.hpp"
#include "domain/case_reading.hpp"
#include "domain/membership.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

int failed_before(const Case& judged, Matter about, Date day)
{
    int failed = 0;
    for (std::size_t i = 0; i < judged.acts.size(); ++i) {
        const auto& act = judged.acts[i];
        failed += act.kind == ActKind::cell_vote && act.about == about && act.on < day && !is_set_aside(judged, i) &&
                  !is_carried(act.cell);
    }
    return failed;
}

// An exempt member has a vote: they count unless they stay away.
void add_members(storage::Session& session, OrganisationId cell, VoteForm& form)
{
    for (const auto& person : storage::people_of_cell(session, cell, form.on)) {
        auto standing = standing_on(form.on, storage::admissions_of(session, person.id),
                                    storage::membership_events_of(session, person.id));
        VoteForm::Member member{
            .id = person.id, .name = person.name, .born = person.born, .is_exempt = standing == Standing::exempted};
        if (standing == Standing::official || standing == Standing::exempted)
            form.official.push_back(std::move(member));
        else if (standing == Standing::probationary)
            form.probationary.push_back(std::move(member));
    }
}

} // namespace

Result<VoteForm> vote_form(App& app, const Actor& actor, DossierId id, Matter about, Date on)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto judged = TRY(judged_behind_gate(app, session, gate, Right::see_dossiers, id, on));
    VoteForm form{.about = about,
                  .on = on,
                  .cell_name = unit_name_on(session, judged.dossier.cell, on),
                  .person_name = judged.person.name,
                  .is_readmission = judged.dossier.readmission.has_value(),
                  .failed_before = failed_before(judged.judged.value, about, on)};
    add_members(session, judged.dossier.cell, form);
    return form;
}

} // namespace phusa
