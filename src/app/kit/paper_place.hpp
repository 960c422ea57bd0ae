#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/page_codes.hpp"
#include "domain/scan_batch.hpp"

#include <optional>
#include <string>

namespace phusa
{

namespace storage
{
class Session;
}

// Where the scan of a printed paper goes, found by the code alone: never by what stands on the page.
struct PaperPlace {
    std::int64_t paper = 0; // version of the made paper
    DossierId dossier = {};
    RecordedActId act = {};
    std::string code = {};               // of the form
    std::optional<ScanId> better_than{}; // the scan of the same paper at the same act, where there is just one
};

// Why a paper cannot be filed: foreign where it is unknown, was taken back or lies outside what the asker may file;
// no_act where its act is not recorded, or several would fit.
struct PlacedPaper {
    std::optional<PaperPlace> place;
    WhyWaiting why = WhyWaiting::foreign;
};
PlacedPaper place_of_paper(App& app, storage::Session& session, const Actor& actor, std::int64_t paper);

} // namespace phusa
