#pragma once

#include "app/app.hpp"
#include "base/date.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"
#include "domain/recorded_act.hpp"
#include "domain/stage.hpp"
#include "domain/verdict.hpp"

#include <vector>

namespace phusa
{

class Rulebooks;

// One dossier with what the rules say of it on one day. For app/ only.
struct JudgedDossier {
    Dossier dossier;
    Person person;
    std::vector<RecordedAct> acts; // by day, then as recorded
    DossierCase judged = {};
    Verdict verdict = {};
    const Rulebooks* books = nullptr; // that made the verdict: it is explained by them
    StageOnDay stage = {};
    int blocks = 0;     // findings that block
    int warnings = 0;   // findings that warn
    bool late = false;  // a deadline has passed and its act is still missing
    int past_facts = 0; // acts recorded against a block

    const NextAct* next() const { return verdict.next.empty() ? nullptr : &verdict.next.front(); }
};

// Whether the cell of a dossier is a grassroots organisation itself, in today's tree: the judge asks it.
bool is_grassroots_cell(App& app, OrganisationId cell);

JudgedDossier judge_dossier(App& app, Dossier dossier, Person person, std::vector<RecordedAct> acts, Date as_of);

} // namespace phusa
