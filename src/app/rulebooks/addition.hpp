#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/rulebooks/impact.hpp"
#include "app/rulebooks/views.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// A regulation that the program does not know yet: the provincial commission uploads its rulebook as a draft, sees what
// differs and whose dossiers change from its first day in force, and adopts it. Until then it has no effect at all.
namespace phusa
{

inline constexpr std::size_t rulebook_file_bytes_max = 64 * 1024;
inline constexpr std::size_t rulebook_drafts_max = 5;

// One mistake of an uploaded file.
struct RulebookMistake {
    int line = 0; // 0 where it is not known
    std::string where;
    std::string what;
};

struct UploadedRulebook {
    std::string slug; // of the draft; empty where there are mistakes
    std::vector<RulebookMistake> mistakes;
};
// Keeps the file as a draft, in place of an earlier draft of the same regulation.
Result<UploadedRulebook> upload_rulebook(App& app, const Actor& actor, std::string_view file);

struct RulebookDraft {
    std::string number;
    std::string slug;
    std::string uploaded_at;
    std::string uploaded_by;
    RulebookView view;                     // as it would be; empty where it no longer fits
    std::vector<RulebookMistake> mistakes; // what no longer fits: another rulebook came first
};
Result<std::vector<RulebookDraft>> list_drafts(App& app, const Actor& actor);
Result<RulebookDraft> show_draft(App& app, const Actor& actor, std::string_view slug);

// Open dossiers judged on its first day in force (today where that has passed), with and without it.
Result<RuleImpacts> preview_draft(App& app, const Actor& actor, std::string_view slug, const RuleImpactPage& page = {});
Result<TableStream> export_draft_impacts(App& app, const Actor& actor, std::string_view slug);

// From its first day in force it holds like those of the program. `note` says by which paper.
Result<void> adopt_draft(App& app, const Actor& actor, std::string_view slug, std::string_view note);
Result<void> drop_draft(App& app, const Actor& actor, std::string_view slug);
// An adopted one, while it is not in force and nothing follows it.
Result<void> remove_rulebook(App& app, const Actor& actor, std::string_view slug, std::string_view reason);
// Whether remove_rulebook would do so today.
bool may_remove(App& app, const RulebookView& view);

// Added rulebooks that no longer hold, and drafts that were dropped, the newest first.
struct PastRulebook {
    std::string number;
    std::string uploaded_at;
    std::string uploaded_by;
    bool was_adopted = false;
    std::string removed_at;
    std::string removed_by;
    std::string reason;
};
Result<std::vector<PastRulebook>> list_removed(App& app, const Actor& actor);

} // namespace phusa
