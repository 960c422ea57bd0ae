#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/scan.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

struct NewScan {
    DossierId dossier = {};
    RecordedActId act = {};
    std::string code = {};               // of a form that goes with the act; empty for another paper
    std::optional<ScanId> better_than{}; // a scan of the same paper: the new one is its next version
    std::string_view bytes = {};
    std::int64_t paper = 0; // Scan::paper, batch
    std::optional<ScanBatchId> batch = {};
};

// Files a scan at an act: looked at in the child, sealed, recorded. Refused with what to do where it is no scan,
// damaged, encrypted, too large; conflict where the same file is in the dossier already.
//
// The file is on the disk before its row is committed, and goes again where that fails.
Result<Scan> file_scan(App& app, const Actor& actor, const NewScan& wanted);

// Into the trash, and back within 30 days. Whoever may file there.
Result<Scan> trash_scan(App& app, const Actor& actor, DossierId dossier, ScanId scan);
Result<Scan> restore_scan(App& app, const Actor& actor, DossierId dossier, ScanId scan);

// Every look is recorded with its reason (at least limit::reason_length_min).
enum class ScanLook : std::uint8_t { on_screen, as_file };
struct ScanFile {
    Scan scan;
    std::string name; // as CV 1361 names it, with ending
    std::string bytes;
};
Result<ScanFile> read_scan(App& app, const Actor& actor, DossierId dossier, ScanId scan, ScanLook how,
                           std::string_view reason);
Result<std::string> reason_to_look(std::string_view typed);

} // namespace phusa
