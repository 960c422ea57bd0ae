#pragma once

#include "app/app.hpp"
#include "base/date.hpp"
#include "domain/dossier.hpp"
#include "domain/person.hpp"
#include "domain/recorded_act.hpp"
#include "domain/stage.hpp"
#include "domain/verdict.hpp"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
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

JudgedDossier judge_dossier(App& app, Dossier dossier, Person person, std::vector<RecordedAct> acts, Date as_of);

// All dossiers judged as of today, by name. The sealed fields of their acts are empty.
struct DossierRegister {
    struct Entry {
        JudgedDossier judged;
        std::string sort_key; // of the name
        std::string folded_name;
    };

    std::vector<Entry> entries;
    std::unordered_map<DossierId, std::size_t> places;

    const Entry* find(DossierId id) const
    {
        auto place = places.find(id);
        return place == places.end() ? nullptr : &entries[place->second];
    }
};

// As of the last committed write. Cheap when nothing was written since; reckoned anew otherwise.
std::shared_ptr<const DossierRegister> dossier_register(App& app);

} // namespace phusa
