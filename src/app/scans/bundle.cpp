#include "app/scans/bundle.hpp"

#include "app/papers/making.hpp"
#include "app/recording.hpp"
#include "app/scans/digital_names.hpp"
#include "app/scans/filing.hpp"
#include "app/scans/scan_gate.hpp"
#include "app/scans/shelf.hpp"
#include "documents/office_file.hpp"
#include "storage/identities.hpp"
#include "storage/scans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa
{

namespace
{

constexpr std::int64_t bundle_bytes_max = 256 * 1024 * 1024;

// The newest of each paper, the oldest paper first.
std::vector<Scan> newest_of(storage::Session& session, const ScanGate& gate)
{
    std::map<ScanId, Scan> newest;
    for (auto& scan : storage::scans_of(session, gate.judged().dossier.id))
        if (scan.counts())
            newest[scan.series] = std::move(scan); // in the order of filing
    std::vector<std::pair<Date, Scan>> dated;
    for (auto& [series, scan] : newest) {
        auto act = gate.act(scan.act);
        dated.emplace_back(act ? act->act.on : Date(), std::move(scan));
    }
    std::ranges::stable_sort(dated, {}, [](const auto& each) { return each.first; });
    std::vector<Scan> scans;
    for (auto& each : dated)
        scans.push_back(std::move(each.second));
    return scans;
}

std::string stem_of(const ScanGate& gate, const Scan& scan)
{
    if (const auto* name = digital_name(scan.code, gate.judged().dossier.readmission.has_value()))
        return name->stem();
    if (const auto* form = scan.code.empty() ? nullptr : form_named(scan.code))
        return "Khac/" + without_accents(form->title).substr(0, 80);
    auto act = gate.act(scan.act);
    return "Khac/" + (act ? without_accents(title_of(*act)) : std::string("Giay cua viec da rut"));
}

struct NamedScan {
    std::string name;
    Scan scan;
};

std::vector<NamedScan> named(const ScanGate& gate, std::vector<Scan> scans)
{
    std::map<std::string, int> of_kind;
    for (const auto& scan : scans)
        ++of_kind[stem_of(gate, scan)];
    std::map<std::string, int> given;
    std::vector<NamedScan> all;
    for (auto& scan : scans) {
        auto stem = stem_of(gate, scan);
        auto number = of_kind[stem] > 1 ? fmt::format(".{}", ++given[stem]) : std::string();
        auto name = fmt::format("{}{}.{}", stem, number, key_of(scan.type));
        all.push_back({.name = std::move(name), .scan = std::move(scan)});
    }
    return all;
}

// The identity number, where it may be read; its reading is recorded.
std::optional<std::string> identity_for(App& app, storage::Transaction& transaction, const Actor& actor,
                                        const ScanGate& gate, const std::string& why)
{
    const auto& person = gate.judged().person;
    auto digits = gate.may_read_identity() ? storage::read_identity(transaction, person.id) : std::nullopt;
    if (digits)
        record(app, transaction, actor,
               {.action = "identity.reveal",
                .subject = fmt::format("person:{}", person.id.value),
                .person = person.id,
                .organisation = person.cell,
                .details = {{"reason", why}}});
    return digits;
}

struct Wanted {
    std::string folder;
    std::vector<NamedScan> scans;
};

Result<Wanted> wanted_of(App& app, const Actor& actor, DossierId dossier, std::string_view reason)
{
    auto transaction = app.database().write();
    auto gate = TRY(ScanGate::open(app, transaction, actor, dossier));
    if (!gate.sees_whole())
        return problem(Problem::Kind::refused, "Chỉ người được xem cả hồ sơ mới tải trọn bộ bản quét.");
    auto why = TRY(reason_to_look(reason));
    Wanted wanted{.folder = {}, .scans = named(gate, newest_of(transaction, gate))};
    if (wanted.scans.empty())
        return problem(Problem::Kind::not_found, "Hồ sơ này chưa có bản quét nào.");
    std::int64_t bytes = 0;
    for (const auto& each : wanted.scans)
        bytes += each.scan.bytes;
    if (bytes > bundle_bytes_max)
        return problem(Problem::Kind::too_large, "Bản quét của hồ sơ này quá lớn để tải một lần (quá 256 MB). Hãy tải "
                                                 "từng bản.");
    const auto& judged = gate.judged();
    auto position = app.tree()->find(judged.dossier.cell);
    wanted.folder =
        fmt::format("{}/{}", position ? app.tree()->at(*position).code : std::string("00"),
                    member_folder(identity_for(app, transaction, actor, gate, why), dossier.value, judged.person.name));
    record(app, transaction, actor,
           {.action = "scan.bundle",
            .subject = fmt::format("dossier:{}", dossier.value),
            .person = judged.person.id,
            .organisation = judged.dossier.cell,
            .details = {{"scans", std::to_string(wanted.scans.size())}, {"reason", why}}});
    transaction.commit();
    return wanted;
}

} // namespace

Result<ScanBundle> bundle_scans(App& app, const Actor& actor, DossierId dossier, std::string_view reason)
{
    auto wanted = TRY(wanted_of(app, actor, dossier, reason));
    ScanShelf shelf(app);
    OfficeFile archive; // any ZIP will do: its parts are written as they are given
    for (const auto& each : wanted.scans) {
        auto bytes = shelf.get(each.scan.file);
        if (!bytes)
            return problem(Problem::Kind::unavailable,
                           fmt::format("Tệp “{}” bị mất hoặc hỏng. Hãy báo người quản trị.", each.name));
        archive.add(fmt::format("{}/{}", wanted.folder, each.name), *std::move(bytes));
    }
    return ScanBundle{.name = fmt::format("ban-quet-{}.zip", dossier.value),
                      .zip = archive.written(),
                      .files = static_cast<int>(wanted.scans.size())};
}

} // namespace phusa
