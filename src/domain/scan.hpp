#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "domain/account.hpp"
#include "domain/dossier.hpp"
#include "domain/recorded_act.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace phusa
{

using ScanId = Id<struct Scan>;
using ScanBatchId = Id<struct ScanBatch>;
using WaitingPageId = Id<struct WaitingPage>;

namespace limit
{
inline constexpr std::size_t scan_bytes_max = 32 * 1024 * 1024;  // one file
inline constexpr std::size_t batch_bytes_max = 64 * 1024 * 1024; // of many papers
inline constexpr int scan_pages_max = 300;
inline constexpr std::chrono::days scan_trash_max{30};
} // namespace limit

// What a scan may be; told by its content, never by its name. Numbers are stored.
enum class ScanType : std::uint8_t { pdf = 1, jpeg, png, tiff };
std::string_view key_of(ScanType type);        // "pdf", also the ending of its file
std::string_view media_type_of(ScanType type); // "application/pdf"
// By the first bytes alone; whether the rest can be read is another question.
std::optional<ScanType> scan_type(std::string_view bytes);

// One file: the scan of a paper that belongs to an act of a dossier. It never changes; a better scan of the same paper
// is one more of its series, with the next number. In the trash it comes back within 30 days; a purged one is a row
// without its file.
struct Scan {
    ScanId id = {};
    ScanId series = {}; // the first one of the same paper
    int number = 1;     // within the series
    DossierId dossier = {};
    RecordedActId act = {};
    std::string code = {}; // of the form: "6-KNĐ"; empty for a paper without one
    ScanType type = ScanType::pdf;
    std::int64_t bytes = 0; // of the plain file
    int pages = 1;
    std::string sha256 = {};            // hex, of the plain file
    std::string file = {};              // its name in the data folder says nothing of it
    std::int64_t paper = 0;             // the version of the made paper whose codes it bears, or 0
    std::optional<ScanBatchId> batch{}; // that it came in
    Clock::Time filed_at = {};
    std::optional<AccountId> filed_by = {};
    AuditNumber recorded = {};
    std::optional<Clock::Time> trashed_at = {};
    std::optional<AuditNumber> purged = {};

    bool is_in_trash() const { return trashed_at && !purged; }
    bool counts() const { return !trashed_at && !purged; }
};

} // namespace phusa
