#include "app/kit/sorting.hpp"

#include "app/kit/page_key.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// The pages of one paper that came in, by their number within it.
struct Heap {
    std::map<int, SortedPage> pages;
    std::vector<SortedPage> repeated;
};

class Sorting
{
public:
    Sorting(App& app, storage::Session& session, const Actor& actor)
        : app_(app), session_(session), actor_(actor), key_(page_code_key(app))
    {
    }

    void add(const ReadPage& read, int number)
    {
        SortedPage page{.number = number, .turn = read.turn, .ink = read.ink};
        auto codes = opened(read);
        if (codes.size() != 1) {
            bool is_foreign = codes.empty() && std::ranges::any_of(read.codes, is_page_code);
            page.why = is_foreign ? WhyWaiting::foreign : WhyWaiting::no_code;
            return wait(std::move(page));
        }
        const auto& placed = place(codes.front().paper);
        if (!placed.place) {
            page.why = placed.why;
            if (placed.why == WhyWaiting::no_act)
                page.code = codes.front();
            return wait(std::move(page));
        }
        page.code = codes.front();
        auto& heap = heaps_[page.code.paper];
        if (heap.pages.contains(page.code.page)) {
            page.why = WhyWaiting::repeated;
            heap.repeated.push_back(std::move(page));
        } else {
            heap.pages.emplace(page.code.page, std::move(page));
        }
    }

    // Only what this batch has a page of is completed.
    void add_kept(const WaitingPage& kept)
    {
        auto heap = heaps_.find(kept.paper);
        if (kept.why != WhyWaiting::incomplete || heap == heaps_.end() || heap->second.pages.contains(kept.page))
            return;
        heap->second.pages.emplace(
            kept.page, SortedPage{.code = {.paper = kept.paper, .page = kept.page, .pages = kept.pages}, .kept = kept});
    }

    SortedBatch sorted()
    {
        for (auto& [paper, heap] : heaps_) {
            bool is_whole = std::cmp_equal(heap.pages.size(), heap.pages.begin()->second.code.pages);
            WholePaper whole{.place = *place(paper).place, .pages = {}};
            for (auto& [number, page] : heap.pages) {
                if (is_whole) {
                    whole.pages.push_back(std::move(page));
                } else if (!page.kept) {
                    page.why = WhyWaiting::incomplete;
                    wait(std::move(page));
                }
            }
            for (auto& page : heap.repeated)
                wait(std::move(page));
            if (is_whole)
                batch_.papers.push_back(std::move(whole));
        }
        std::ranges::sort(batch_.waiting, {}, &SortedPage::number);
        return std::move(batch_);
    }

private:
    // The codes of ours on a page, each once.
    std::vector<PageCode> opened(const ReadPage& read) const
    {
        std::vector<PageCode> codes;
        for (const auto& text : read.codes)
            if (auto code = open_page_code(text, key_); code && std::ranges::find(codes, *code) == codes.end())
                codes.push_back(*code);
        return codes;
    }

    const PlacedPaper& place(std::int64_t paper)
    {
        auto found = places_.find(paper);
        if (found == places_.end())
            found = places_.emplace(paper, place_of_paper(app_, session_, actor_, paper)).first;
        return found->second;
    }

    void wait(SortedPage page) { batch_.waiting.push_back(std::move(page)); }

    App& app_;
    storage::Session& session_;
    const Actor& actor_;
    SecretKey key_;
    std::map<std::int64_t, PlacedPaper> places_;
    std::map<std::int64_t, Heap> heaps_;
    SortedBatch batch_;
};

} // namespace

SortedBatch sorted_batch(App& app, storage::Session& session, const Actor& actor, const std::vector<ReadPage>& read,
                         const std::vector<WaitingPage>& kept)
{
    Sorting sorting(app, session, actor);
    int number = 0;
    for (const auto& page : read)
        sorting.add(page, ++number);
    for (const auto& page : kept)
        sorting.add_kept(page);
    return sorting.sorted();
}

} // namespace phusa
