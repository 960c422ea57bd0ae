#include "app/demo/scans.hpp"

#include "app/demo/dossiers.hpp"
#include "app/recording.hpp"
#include "base/embedded.hpp"
#include "base/toml.hpp"
#include "storage/database.hpp"
#include "storage/scans.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace phusa::demo
{

namespace
{

constexpr std::size_t scans_max = 60;

std::string drawn_sheet()
{
    auto parsed = toml::parse(embedded_file("regulations/demo/scans.toml").value_or(""));
    auto png = parsed ? from_base64url(parsed.table()["png"].value_or(std::string())) : std::nullopt;
    if (!png)
        throw std::runtime_error("regulations/demo/scans.toml không đọc được");
    return *png;
}

bool is_resolution(const RecordedAct& act)
{
    return !act.side && act.act.about == Matter::admission &&
           (act.act.kind == ActKind::cell_vote || act.act.kind == ActKind::committee_vote);
}

std::vector<RecordedAct> resolutions_that_wait(const DossierSet& set)
{
    std::set<DossierId> proposed;
    std::set<DossierId> decided;
    for (const auto& act : set.acts) {
        if (!act.side && act.act.kind == ActKind::committee_vote && act.act.about == Matter::admission)
            proposed.insert(act.dossier);
        if (!act.side && act.act.kind == ActKind::decision)
            decided.insert(act.dossier);
    }
    std::vector<RecordedAct> wanted;
    for (const auto& act : set.acts)
        if (is_resolution(act) && proposed.contains(act.dossier) && !decided.contains(act.dossier) &&
            wanted.size() < scans_max)
            wanted.push_back(act);
    return wanted;
}

} // namespace

void DemoScans::add(App& app, storage::Transaction& transaction, const Actor& actor, const DossierSet& dossiers)
{
    auto acts = resolutions_that_wait(dossiers);
    if (acts.empty())
        return;
    auto sheet = drawn_sheet();
    auto by =
        record(app, transaction, actor,
               {.action = "scan.file", .subject = "register", .details = {{"scans", std::to_string(acts.size())}}});
    for (const auto& act : acts) {
        files_.push_back(std::make_unique<NewScanFile>(shelf_, sheet));
        Scan scan{.id = storage::allocate_scan(transaction), .dossier = act.dossier, .act = act.id};
        scan.series = scan.id;
        scan.code = act.act.kind == ActKind::cell_vote ? "6-KNĐ" : "8-KNĐ";
        scan.type = ScanType::png;
        scan.bytes = static_cast<std::int64_t>(sheet.size());
        scan.sha256 = to_hex(sha256(sheet));
        scan.file = files_.back()->name();
        scan.filed_at = app.clock().now();
        scan.recorded = by;
        storage::add_scan(transaction, scan);
    }
}

void DemoScans::keep()
{
    for (auto& file : files_)
        file->keep();
}

} // namespace phusa::demo
