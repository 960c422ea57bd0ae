#pragma once

#include "app/kit/paper_place.hpp"
#include "app/scans/reader.hpp"

#include <map>
#include <vector>

namespace phusa
{

// A page of a batch, or one that waited from an earlier batch (`kept`).
struct SortedPage {
    int number = 0; // in the batch
    int turn = 0;
    int ink = 0;
    PageCode code = {}; // paper 0: none of ours within scope
    WhyWaiting why = WhyWaiting::no_code;
    std::optional<WaitingPage> kept = {};
};

// A paper with all its pages, in order.
struct WholePaper {
    PaperPlace place;
    std::vector<SortedPage> pages;
};

struct SortedBatch {
    std::vector<WholePaper> papers;
    std::vector<SortedPage> waiting; // those of this batch that are in none of them
};

// Sorts what was read. `kept`: incomplete pages of earlier batches of the asker.
SortedBatch sorted_batch(App& app, storage::Session& session, const Actor& actor, const std::vector<ReadPage>& read,
                         const std::vector<WaitingPage>& kept);

} // namespace phusa
