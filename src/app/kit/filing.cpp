#include "app/kit/filing.hpp"

#include "app/gate.hpp"
#include "app/kit/joining.hpp"
#include "app/kit/sorting.hpp"
#include "app/papers/making.hpp"
#include "app/recording.hpp"
#include "app/scans/filing.hpp"
#include "app/scans/reader.hpp"
#include "app/scans/scan_gate.hpp"
#include "app/scans/shelf.hpp"
#include "storage/scan_batches.hpp"
#include "storage/scans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace phusa
{

namespace
{

// One person's batch on its way into the dossiers.
class Batch
{
public:
    Batch(App& app, const Actor& actor, std::string_view pdf) : app_(app), actor_(actor), pdf_(pdf), shelf_(app) {}

    Result<ScanBatchId> file(const std::vector<ReadPage>& read)
    {
        auto sorted = sort(read);
        TRY_DO(keep(static_cast<int>(read.size()), sorted.waiting));
        for (const auto& paper : sorted.papers)
            if (auto filed = file_paper(paper); !filed)
                TRY_DO(keep_refused(paper));
        return batch_.id;
    }

private:
    SortedBatch sort(const std::vector<ReadPage>& read)
    {
        auto session = app_.database().read();
        return sorted_batch(app_, session, actor_, read, storage::waiting_pages_of(session, actor_.account));
    }

    // Files first, then the batch and the rows of its waiting pages in one transaction.
    Result<void> keep(int pages, const std::vector<SortedPage>& waiting)
    {
        auto files = TRY(single_pages(waiting));
        auto transaction = app_.database().write();
        batch_ = {.account = actor_.account, .pages = pages, .filed_at = app_.clock().now()};
        batch_.recorded = record(app_, transaction, actor_,
                                 {.action = "scan.batch",
                                  .subject = "register",
                                  .details = {{"pages", std::to_string(pages)},
                                              {"sha256", to_hex(sha256(pdf_))},
                                              {"waiting", std::to_string(waiting.size())}}});
        batch_.id = storage::add_scan_batch(transaction, batch_);
        add_rows(transaction, waiting, files);
        transaction.commit();
        for (auto& file : files)
            file.file->keep();
        return {};
    }

    // A paper that could not be filed after all waits page by page.
    Result<void> keep_refused(const WholePaper& paper)
    {
        auto pages = paper.pages;
        std::erase_if(pages, [](const SortedPage& page) { return page.kept.has_value(); });
        for (auto& page : pages)
            page.why = WhyWaiting::no_act;
        auto files = TRY(single_pages(pages));
        auto transaction = app_.database().write();
        record(app_, transaction, actor_,
               {.action = "scan.wait", .subject = "register", .details = {{"pages", std::to_string(pages.size())}}});
        add_rows(transaction, pages, files);
        transaction.commit();
        for (auto& file : files)
            file.file->keep();
        return {};
    }

    struct PageFile {
        std::unique_ptr<NewScanFile> file;
        std::string sha256;
        std::int64_t bytes = 0;
    };

    Result<std::vector<PageFile>> single_pages(const std::vector<SortedPage>& pages)
    {
        std::vector<PageFile> files;
        for (const auto& page : pages) {
            auto bytes = TRY(pages_of(pdf_, {{page.number, page.turn}}));
            files.push_back({.file = std::make_unique<NewScanFile>(shelf_, bytes),
                             .sha256 = to_hex(sha256(bytes)),
                             .bytes = static_cast<std::int64_t>(bytes.size())});
        }
        return files;
    }

    void add_rows(storage::Transaction& transaction, const std::vector<SortedPage>& pages,
                  const std::vector<PageFile>& files)
    {
        for (std::size_t i = 0; i < pages.size(); ++i)
            storage::add_waiting_page(transaction, {.batch = batch_.id,
                                                    .account = actor_.account,
                                                    .place = pages[i].number,
                                                    .why = pages[i].why,
                                                    .ink = pages[i].ink,
                                                    .paper = pages[i].code.paper,
                                                    .page = pages[i].code.paper ? pages[i].code.page : 0,
                                                    .pages = pages[i].code.paper ? pages[i].code.pages : 0,
                                                    .bytes = files[i].bytes,
                                                    .sha256 = files[i].sha256,
                                                    .file = files[i].file->name()});
    }

    Result<void> file_paper(const WholePaper& paper)
    {
        std::vector<std::pair<int, int>> here;
        std::vector<WaitingPage> kept;
        for (const auto& page : paper.pages)
            if (page.kept)
                kept.push_back(*page.kept);
            else
                here.emplace_back(page.number, page.turn);
        auto bytes = TRY(pages_of(pdf_, here));
        if (!kept.empty())
            bytes = TRY(completed(paper, bytes));
        auto filed = file_scan(app_, actor_,
                               {.dossier = paper.place.dossier,
                                .act = paper.place.act,
                                .code = paper.place.code,
                                .better_than = paper.place.better_than,
                                .bytes = bytes,
                                .paper = paper.place.paper,
                                .batch = batch_.id});
        // The very same pages are there already: nothing is lost.
        if (!filed && filed.error().kind != Problem::Kind::conflict)
            return std::unexpected(filed.error());
        forget_pages(app_, actor_, kept, "scan.complete");
        return {};
    }

    // The pages of this batch and those that waited, in the order of the paper.
    Result<std::string> completed(const WholePaper& paper, const std::string& here)
    {
        std::vector<std::string> single;
        int next = 0;
        for (const auto& page : paper.pages) {
            if (page.kept) {
                single.push_back(TRY(waiting_file(app_, *page.kept)));
                continue;
            }
            single.push_back(TRY(pages_of(here, {{++next, 0}})));
        }
        return joined_scans(single);
    }

    App& app_;
    const Actor& actor_;
    std::string_view pdf_;
    ScanShelf shelf_;
    ScanBatch batch_;
};

FiledPaper filed_paper(App& app, storage::Session& session, const Actor& actor, const Scan& scan)
{
    FiledPaper filed{.dossier = scan.dossier, .scan = scan.id, .pages = scan.pages, .number = scan.number};
    if (auto gate = ScanGate::open(app, session, actor, scan.dossier))
        filed.name = gate->judged().person.name;
    const auto* form = form_named(scan.code);
    filed.title = form ? fmt::format("{} {}", form->code, form->title) : std::string("Giấy khác");
    return filed;
}

} // namespace

Result<ScanBatchId> file_batch(App& app, const Actor& actor, std::string_view pdf)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    if (scan_type(pdf) != ScanType::pdf)
        return invalid("file", "Hãy gửi tệp PDF của máy quét, chứa mọi trang đã quét.");
    if (pdf.size() > limit::batch_bytes_max)
        return problem(Problem::Kind::too_large, "Tệp lớn hơn 64 MB. Hãy quét ở 200 dpi, hoặc chia thành nhiều lần.");
    auto read = TRY(read_codes(pdf));
    return Batch(app, actor, pdf).file(read);
}

Result<BatchReport> show_batch(App& app, const Actor& actor, ScanBatchId id)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto session = app.database().read();
    auto batch = storage::scan_batch(session, id);
    if (!batch || batch->account != actor.account)
        return problem(Problem::Kind::not_found, "Không có lần quét này của anh/chị.");
    BatchReport report{.batch = *batch};
    for (const auto& scan : storage::scans_of_batch(session, id))
        if (!scan.purged)
            report.filed.push_back(filed_paper(app, session, actor, scan));
    for (auto& page : storage::waiting_pages_of(session, actor.account))
        if (page.batch == id)
            report.waiting.push_back(std::move(page));
    return report;
}

} // namespace phusa
