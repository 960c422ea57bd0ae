#pragma once

#include "app/dossiers/acts.hpp"
#include "app/dossiers/view.hpp"
#include "web/dossiers/act_forms.hpp"
#include "web/dossiers/act_inputs.hpp"
#include "web/site/site.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace phusa::web::dossiers
{

// What stands on the page of a form about a dossier, whatever the form: head, crumbs, what the rules say of it.
struct ActPage {
    std::string heading;
    std::string lead = {};
    std::string action;
    std::string submit_label;
    std::string cancel_href;
    std::string draft;
    Fields typed = {};                  // what the form shows
    const Problem* problem = nullptr;   // why it was not accepted
    std::optional<ActRecorded> tried{}; // what try_act said
    std::optional<View> conflict{};     // dossiers/conflict
    std::int64_t seen = 0;              // DossierView::revision, or the version of a correction
    bool is_correction = false;         // asks for the reason; has no trial
};

// The form of an act in its page.
Response act_page(Site& site, const Request& request, const DossierView& view, const ActForm& form,
                  const Roster& roster, const ActPage& page);

// Sets what the rules say of a form that was sent: `refusal` and `checked` of dossiers/act_form. True where the
// Problem was one of the rules, so that the form itself has no errors to show.
bool set_verdict(View& content, const DossierView& view, const ActPage& page);

// The page of a form about a dossier: crumbs to the dossier, section, status.
Response dossier_page(Site& site, const Request& request, const DossierView& view, std::string_view name,
                      std::string title, View content, const Problem* problem = nullptr);

// What two versions of an act say differently: "Mục", and what each says.
View differences(const RecordedAct& mine, const RecordedAct& theirs, std::string mine_label, std::string theirs_label);

// The fields in which somebody may record a past fact: shown to who may.
View::List past_fields(const Fields& typed, const Problem* problem);

} // namespace phusa::web::dossiers
