#include "app/scans/filing.hpp"

#include "app/papers/making.hpp"
#include "app/papers/paper_occasion.hpp"
#include "app/recording.hpp"
#include "app/scans/digital_names.hpp"
#include "app/scans/reader.hpp"
#include "app/scans/scan_gate.hpp"
#include "app/scans/shelf.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "storage/scans.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

Change change_of(std::string action, const ScanGate& gate, const Scan& scan)
{
    Change change{.action = std::move(action),
                  .subject = fmt::format("dossier:{}", scan.dossier.value),
                  .person = gate.judged().person.id,
                  .organisation = gate.judged().dossier.cell,
                  .details = {{"scan", std::to_string(scan.id.value)}, {"sha256", scan.sha256}}};
    if (!scan.code.empty())
        change.details.emplace_back("paper", scan.code);
    return change;
}

Result<void> check_code(const JudgedDossier& judged, const RecordedAct& act, const std::string& code)
{
    if (code.empty())
        return {};
    const auto* form = form_named(code);
    if (!form || !goes_with(*form, judged, act))
        return invalid("code", "Hãy chọn một giấy của việc này.");
    return {};
}

// Takes its place in the series, or opens one.
Result<void> place(storage::Session& session, const ScanGate& gate, const NewScan& wanted, Scan& scan)
{
    for (const auto& other : storage::scans_of(session, wanted.dossier)) {
        if (other.counts() && other.sha256 == scan.sha256)
            return problem(Problem::Kind::conflict,
                           "Tệp này đã có trong hồ sơ. Nếu cần thay bằng bản quét rõ hơn, hãy quét lại.");
        if (wanted.better_than && other.series == scan.series)
            scan.number = std::max(scan.number, other.number + 1);
    }
    if (wanted.better_than)
        scan.code = TRY(gate.scan(session, *wanted.better_than)).code;
    return {};
}

Result<Scan> changed(App& app, const Actor& actor, DossierId dossier, ScanId id, bool into_trash)
{
    auto transaction = app.database().write();
    auto gate = TRY(ScanGate::open(app, transaction, actor, dossier));
    auto scan = TRY(gate.scan_to_change(transaction, id));
    if (scan.is_in_trash() == into_trash)
        return scan; // somebody was quicker
    record(app, transaction, actor, change_of(into_trash ? "scan.trash" : "scan.restore", gate, scan));
    if (into_trash) {
        scan.trashed_at = app.clock().now();
        storage::trash_scan(transaction, id, *scan.trashed_at);
    } else {
        scan.trashed_at.reset();
        storage::restore_scan(transaction, id);
    }
    transaction.commit();
    return scan;
}

std::string name_of(const ScanGate& gate, const Scan& scan)
{
    const auto* name = digital_name(scan.code, gate.judged().dossier.readmission.has_value());
    return fmt::format("{}.{}", name ? name->stem() : fmt::format("Ban quet {}", scan.id.value), key_of(scan.type));
}

} // namespace

Result<Scan> file_scan(App& app, const Actor& actor, const NewScan& wanted)
{
    auto may_file = [&](storage::Session& session) -> Result<ScanGate> {
        auto gate = TRY(ScanGate::open(app, session, actor, wanted.dossier));
        auto act = TRY(gate.act_to_file(wanted.act));
        TRY_DO(check_code(gate.judged(), act, wanted.code));
        return gate;
    };
    {
        auto session = app.database().read();
        TRY(may_file(session));
    }
    auto facts = TRY(look_at_scan(wanted.bytes));
    ScanShelf shelf(app);
    NewScanFile file(shelf, wanted.bytes);
    auto transaction = app.database().write();
    auto gate = TRY(may_file(transaction));
    Scan scan{.dossier = wanted.dossier, .act = wanted.act, .code = wanted.code, .type = facts.type};
    scan.sha256 = to_hex(sha256(wanted.bytes));
    if (wanted.better_than)
        scan.series = TRY(gate.scan(transaction, *wanted.better_than)).series;
    TRY_DO(place(transaction, gate, wanted, scan));
    scan.id = storage::allocate_scan(transaction);
    if (!scan.series)
        scan.series = scan.id;
    scan.bytes = static_cast<std::int64_t>(wanted.bytes.size());
    scan.pages = facts.pages;
    scan.file = file.name();
    scan.paper = wanted.paper;
    scan.batch = wanted.batch;
    scan.filed_at = app.clock().now();
    scan.filed_by = actor.account;
    scan.recorded = record(app, transaction, actor, change_of("scan.file", gate, scan));
    storage::add_scan(transaction, scan);
    transaction.commit();
    file.keep();
    return scan;
}

Result<Scan> trash_scan(App& app, const Actor& actor, DossierId dossier, ScanId scan)
{
    return changed(app, actor, dossier, scan, true);
}

Result<Scan> restore_scan(App& app, const Actor& actor, DossierId dossier, ScanId scan)
{
    return changed(app, actor, dossier, scan, false);
}

Result<std::string> reason_to_look(std::string_view typed)
{
    auto why = clean_text(typed);
    if (code_points(why) < limit::reason_length_min)
        return invalid("reason", "Hãy ghi rõ lý do cần xem; lý do được lưu vào nhật ký.");
    return why;
}

Result<ScanFile> read_scan(App& app, const Actor& actor, DossierId dossier, ScanId id, ScanLook how,
                           std::string_view reason)
{
    ScanFile file;
    {
        auto transaction = app.database().write();
        auto gate = TRY(ScanGate::open(app, transaction, actor, dossier));
        file.scan = TRY(gate.scan(transaction, id));
        auto why = TRY(reason_to_look(reason));
        auto change = change_of(how == ScanLook::on_screen ? "scan.look" : "scan.take", gate, file.scan);
        change.details.emplace_back("reason", why);
        record(app, transaction, actor, change);
        file.name = name_of(gate, file.scan);
        transaction.commit();
    }
    auto bytes = ScanShelf(app).get(file.scan.file);
    if (!bytes || to_hex(sha256(*bytes)) != file.scan.sha256)
        return problem(Problem::Kind::unavailable, "Tệp của bản quét này bị mất hoặc hỏng. Hãy báo người quản trị; bản "
                                                   "giấy vẫn là bản gốc.");
    file.bytes = *std::move(bytes);
    return file;
}

} // namespace phusa
