#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/papers/paper_book.hpp"
#include "base/result.hpp"
#include "domain/made_paper.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Which paper somebody asks for.
struct PaperWish {
    std::string code; // "6-KNĐ"; also as people type it: "6-knđ", "6-KND"
    DossierId dossier = {};
    std::optional<RecordedActId> act = {}; // else the latest act that the form goes with, if any
};

// A paper that was made: an ordinary Word file.
struct PaperFile {
    MadePaper made;
    std::string title;
    std::string file_name; // without ending: "6-KNĐ Nguyễn Thị Đào"
    std::string docx;
    std::vector<std::string> unknown; // names that the template uses and nobody knows
    std::vector<std::string> missing; // fields left open; dots to write on
};

// Makes a paper from the dossier, by the set of forms and the layout of its day, from the template of the nearest unit
// that sent one. Recorded, with the hash of the file. A document that bears a number gets one: that of its act where it
// has one; else the same as when it was made before; else, once its act is recorded, the next of its body. Before
// that the number is left open.
//
// Whoever may record the act may make its paper.
Result<PaperFile> make_paper(App& app, const Actor& actor, const PaperWish& wish);

// All papers of a dossier that go with its acts and the asker may make, in the order of the forms; refused where there
// is none. Of one kind of act that was done several times each has its own.
Result<std::vector<PaperFile>> make_dossier_papers(App& app, const Actor& actor, DossierId dossier);
// The papers of all dossiers that the cell of this vote dealt with on its day.
Result<std::vector<PaperFile>> make_meeting_papers(App& app, const Actor& actor, DossierId dossier, RecordedActId act);

// A paper was made by mistake and never signed: its number is free again.
Result<void> withdraw_paper(App& app, const Actor& actor, MadePaperId id);

// The form that a code names, however its capitals and đ are typed.
const PaperForm* form_named(std::string_view code);

} // namespace phusa
