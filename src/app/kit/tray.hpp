#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/scan_batch.hpp"

#include <string>
#include <vector>

namespace phusa
{

// Trang chưa nhận ra: pages that nothing filed, for whoever scanned them. A person says what they are, or throws them
// away.
struct TrayPage {
    WaitingPage page = {};
    std::string paper = {}; // "6-KNĐ của Nguyễn Thị Đào, trang 2/3", where its code says so
    std::string png = {};   // empty where its file is damaged
};
struct Tray {
    std::vector<TrayPage> pages = {}; // the first ones
    std::size_t total = 0;
    std::size_t empty = 0; // that look empty, of all
};
inline constexpr std::size_t tray_pages_shown = 12;
Result<Tray> show_tray(App& app, const Actor& actor);
Result<std::size_t> waiting_count(App& app, const Actor& actor);

// These pages, in this order, are one paper: filed at the act; they wait no more.
struct TrayFiling {
    std::vector<WaitingPageId> pages;
    DossierId dossier = {};
    RecordedActId act = {};
    std::string code = {};
};
Result<ScanId> file_from_tray(App& app, const Actor& actor, const TrayFiling& wanted);

// Thrown away for good: the paper itself is still there.
Result<std::size_t> discard_pages(App& app, const Actor& actor, const std::vector<WaitingPageId>& pages);
Result<std::size_t> discard_empty_pages(App& app, const Actor& actor);

} // namespace phusa
