#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/scan_batch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A scanned PDF of many papers, in any order, also upside down: split by the codes on its pages; the pages of one paper
// are put together in their order and filed at its act, as the next version where a scan of it is there. Every other
// page waits for the asker (tray.hpp): nothing is filed by a guess. A paper that is short of a page waits as a whole;
// its missing page completes it when it comes in a later batch of the same person.
Result<ScanBatchId> file_batch(App& app, const Actor& actor, std::string_view pdf);

// What became of it, for whoever sent it.
struct FiledPaper {
    DossierId dossier = {};
    ScanId scan = {};
    std::string name = {};  // whose dossier
    std::string title = {}; // "6-KNĐ Nghị quyết …"
    int pages = 0;
    int number = 1; // version
};
struct BatchReport {
    ScanBatch batch = {};
    std::vector<FiledPaper> filed = {};
    std::vector<WaitingPage> waiting = {};
};
Result<BatchReport> show_batch(App& app, const Actor& actor, ScanBatchId id);

} // namespace phusa
