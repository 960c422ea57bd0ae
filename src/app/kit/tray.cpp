#include "app/kit/tray.hpp"

#include "app/gate.hpp"
#include "app/kit/joining.hpp"
#include "app/papers/making.hpp"
#include "app/scans/filing.hpp"
#include "app/scans/reader.hpp"
#include "app/scans/scan_gate.hpp"
#include "storage/made_paper_versions.hpp"
#include "storage/scan_batches.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

Result<std::vector<WaitingPage>> own_pages(App& app, const Actor& actor)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass_anywhere(Right::see_dossiers));
    auto session = app.database().read();
    return storage::waiting_pages_of(session, actor.account);
}

// In the order in which they were asked for.
Result<std::vector<WaitingPage>> chosen_pages(App& app, const Actor& actor, const std::vector<WaitingPageId>& ids)
{
    auto own = TRY(own_pages(app, actor));
    std::vector<WaitingPage> chosen;
    for (auto id : ids) {
        auto found = std::ranges::find(own, id, &WaitingPage::id);
        if (found == own.end())
            return problem(Problem::Kind::not_found, "Có trang không còn chờ; hãy mở lại danh sách.");
        chosen.push_back(*found);
    }
    if (chosen.empty())
        return invalid("pages", "Hãy chọn trang.");
    return chosen;
}

// What the code of a page says, while its dossier is within the asker's scope.
std::string paper_of(App& app, storage::Session& session, const Actor& actor, const WaitingPage& page)
{
    auto made = page.paper ? storage::made_paper_version(session, page.paper) : std::nullopt;
    if (!made)
        return {};
    auto gate = ScanGate::open(app, session, actor, made->dossier);
    if (!gate || !gate->sees_whole())
        return {};
    return fmt::format("{} của {}, trang {}/{}", made->code, gate->judged().person.name, page.page, page.pages);
}

std::string picture_of(App& app, const WaitingPage& page)
{
    constexpr int dots_an_inch = 60;
    auto file = waiting_file(app, page);
    auto pictures = file ? pictures_of(*file, 1, 1, dots_an_inch) : std::unexpected(file.error());
    return pictures && !pictures->empty() ? std::move(pictures->front()) : std::string();
}

} // namespace

Result<std::size_t> waiting_count(App& app, const Actor& actor) { return TRY(own_pages(app, actor)).size(); }

Result<Tray> show_tray(App& app, const Actor& actor)
{
    auto own = TRY(own_pages(app, actor));
    Tray tray{.pages = {}, .total = own.size()};
    tray.empty = static_cast<std::size_t>(std::ranges::count_if(own, &WaitingPage::looks_empty));
    own.resize(std::min(own.size(), tray_pages_shown));
    for (auto& page : own) {
        TrayPage shown{.png = picture_of(app, page)};
        auto session = app.database().read();
        shown.paper = paper_of(app, session, actor, page);
        shown.page = std::move(page);
        tray.pages.push_back(std::move(shown));
    }
    return tray;
}

Result<ScanId> file_from_tray(App& app, const Actor& actor, const TrayFiling& wanted)
{
    auto pages = TRY(chosen_pages(app, actor, wanted.pages));
    std::vector<std::string> files;
    for (const auto& page : pages)
        files.push_back(TRY(waiting_file(app, page)));
    auto bytes = TRY(joined_scans(files));
    auto filed = TRY(file_scan(app, actor,
                               {.dossier = wanted.dossier,
                                .act = wanted.act,
                                .code = wanted.code,
                                .bytes = bytes,
                                .batch = pages.front().batch}));
    forget_pages(app, actor, pages, "scan.sort");
    return filed.id;
}

Result<std::size_t> discard_pages(App& app, const Actor& actor, const std::vector<WaitingPageId>& ids)
{
    auto pages = TRY(chosen_pages(app, actor, ids));
    forget_pages(app, actor, pages, "scan.discard");
    return pages.size();
}

Result<std::size_t> discard_empty_pages(App& app, const Actor& actor)
{
    auto pages = TRY(own_pages(app, actor));
    std::erase_if(pages, [](const WaitingPage& page) { return !page.looks_empty(); });
    forget_pages(app, actor, pages, "scan.discard");
    return pages.size();
}

} // namespace phusa
