#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/scan.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace phusa
{

struct ScanView {
    Scan scan = {};
    std::string title = {};    // of its form, else of its act
    std::string filed_by = {}; // the account's name
    bool may_change = false;   // the asker
    int versions = 1;          // of its paper, that are not in the trash
};

// The scans of one act, of each paper the newest.
struct ActScans {
    RecordedActId act = {};
    std::string title = {};
    Date on = {};
    bool may_file = false;
    std::vector<std::pair<std::string, std::string>> forms = {}; // that go with it: code, title
    std::vector<ScanView> papers = {};
};

struct DossierScans {
    DossierId dossier = {};
    std::string name = {};            // whose
    bool is_whole = false;            // false: what the asker's relation needs
    std::vector<ActScans> acts = {};  // newest first; all acts that the asker sees
    std::vector<ScanView> loose = {}; // of acts that were withdrawn
    std::vector<ScanView> trash = {};
    int count() const;
};
// A look at the person is recorded.
Result<DossierScans> show_scans(App& app, const Actor& actor, DossierId dossier);

struct OneScan {
    ScanView view = {};
    std::string name = {};
    std::string act_title = {}; // empty where the act was withdrawn
    Date on = {};
    std::vector<ScanView> versions = {}; // of the same paper, newest first, not in the trash
};
Result<OneScan> show_scan(App& app, const Actor& actor, DossierId dossier, ScanId scan);

} // namespace phusa
