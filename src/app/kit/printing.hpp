#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/dossier.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Which papers of a dossier one print run takes.
enum class KitPapers : std::uint8_t {
    next = 1, // of the step that comes next, with its letters and minutes
    recorded, // of everything that was recorded
    all,      // the whole dossier, also what is not recorded yet
};
std::string_view key_of(KitPapers papers);
std::string_view title_of(KitPapers papers);
std::optional<KitPapers> kit_papers(std::string_view key);
std::vector<KitPapers> all_kit_papers();

inline constexpr std::size_t kit_dossiers_max = 50;
inline constexpr std::size_t kit_papers_max = 200;

struct Kit {
    std::string pdf;
    int papers = 0;
    int pages = 0;
};
// One print run: the papers of these dossiers as one PDF, on each page a code that names the paper and the page, by
// which its scan is filed (kit/filing.hpp). Papers are made as make_paper makes them; the run is recorded.
//
// Problem unavailable without LibreOffice; refused where there is nothing that the asker may make.
Result<Kit> print_kit(App& app, const Actor& actor, const std::vector<DossierId>& dossiers, KitPapers which);

} // namespace phusa
