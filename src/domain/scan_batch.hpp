#pragma once

#include "domain/scan.hpp"

#include <string>
#include <string_view>

namespace phusa
{

// Why a page was not filed by its code. Numbers are stored.
enum class WhyWaiting : std::uint8_t {
    no_code = 1, // none that can be read
    foreign,     // not of this site, or of a dossier outside the asker's scope: the same, so that a code tells nothing
    no_act,      // its act is not recorded, or several would fit
    repeated,    // the same page of the same paper was there already
    incomplete,  // other pages of its paper are missing
};
std::string_view title_of(WhyWaiting why); // a sentence

// A scanned file of many papers.
struct ScanBatch {
    ScanBatchId id = {};
    std::optional<AccountId> account = {};
    int pages = 0;
    Clock::Time filed_at = {};
    AuditNumber recorded = {};
};

// One page of a batch that a person has to file or to discard: whoever sent the batch, nobody else.
struct WaitingPage {
    WaitingPageId id = {};
    ScanBatchId batch = {};
    std::optional<AccountId> account = {};
    int place = 1; // in the batch
    WhyWaiting why = WhyWaiting::no_code;
    int ink = 0;            // dark points in a hundred thousand
    std::int64_t paper = 0; // of its code, where that is one of ours within scope; else 0
    int page = 0;
    int pages = 0;
    std::int64_t bytes = 0;
    std::string sha256 = {};
    std::string file = {};

    // The back of another page: less than one word stands on it.
    bool looks_empty() const { return ink < 8; }
};

} // namespace phusa
