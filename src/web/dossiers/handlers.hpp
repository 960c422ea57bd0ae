#pragma once

#include "web/site/site.hpp"

namespace phusa::web::dossiers
{

// One dossier: where it stands, what is next, why not yet, when; papers, acts, facts. `ngay`: judged as of another day.
Result<Response> show(Site& site, const Request& request);
// The plan backwards from a ceremony (`ngay`), and the review sheet of the whole dossier, to print.
Result<Response> plan(Site& site, const Request& request);
Result<Response> review(Site& site, const Request& request);

// A form (GET) and what it does (POST).
//
// Opens a dossier for somebody (`nguoi`).
Result<Response> new_dossier(Site& site, const Request& request);
Result<Response> open(Site& site, const Request& request);
// Facts that the rules ask and the person's own record does not say.
Result<Response> facts(Site& site, const Request& request);
Result<Response> correct_facts(Site& site, const Request& request);
Result<Response> closing(Site& site, const Request& request);
Result<Response> close(Site& site, const Request& request);
Result<Response> reopening(Site& site, const Request& request);
Result<Response> reopen(Site& site, const Request& request);
// A slip with which it goes to another cell.
Result<Response> slip(Site& site, const Request& request);
Result<Response> send(Site& site, const Request& request);

// What was done. `lam=kiem-tra` only says what the rules would say.
Result<Response> new_act(Site& site, const Request& request);
Result<Response> record(Site& site, const Request& request);
// A vote of the cell: the roll, the slips, the arithmetic. `lam=tinh` only reckons (asked as one types).
Result<Response> vote(Site& site, const Request& request);
Result<Response> record_vote(Site& site, const Request& request);

// Papers of a dossier: which can be made, making one (`lam`: which, and .docx or .pdf), taking one back.
Result<Response> paper_list(Site& site, const Request& request);
Result<Response> make(Site& site, const Request& request);
Result<Response> take_back(Site& site, const Request& request);

// One act that was recorded: what it says, sentences of a vote, papers that were there, earlier versions.
Result<Response> show_act(Site& site, const Request& request);
Result<Response> correction(Site& site, const Request& request);
Result<Response> correct(Site& site, const Request& request);
Result<Response> withdrawal(Site& site, const Request& request);
Result<Response> withdraw(Site& site, const Request& request);
// A wrong decision is cancelled, or acknowledged after it was remedied.
Result<Response> cancelling(Site& site, const Request& request);
Result<Response> cancel(Site& site, const Request& request);
Result<Response> remedy_form(Site& site, const Request& request);
Result<Response> remedy(Site& site, const Request& request);

} // namespace phusa::web::dossiers
