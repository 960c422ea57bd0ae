#include "app/kit/printing.hpp"

#include "app/dossiers/dossier_gate.hpp"
#include "app/kit/page_key.hpp"
#include "app/papers/making.hpp"
#include "app/papers/offered.hpp"
#include "app/papers/pdf.hpp"
#include "app/recording.hpp"
#include "base/page_codes.hpp"
#include "documents/code_stamp.hpp"
#include "documents/pdf_press.hpp"
#include "storage/made_papers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

struct Choice {
    KitPapers papers;
    std::string_view key;
    std::string_view title;
};
constexpr std::array<Choice, 3> choices = {{
    {KitPapers::next, "buoc-toi", "Giấy của bước tiếp theo"},
    {KitPapers::recorded, "da-ghi", "Giấy của các việc đã ghi"},
    {KitPapers::all, "tat-ca", "Cả hồ sơ, kể cả việc chưa ghi"},
}};

const Choice& choice_of(KitPapers papers) { return *std::ranges::find(choices, papers, &Choice::papers); }

// The act that comes next and what it is about.
std::optional<NextAct> next_of(App& app, const Actor& actor, DossierId dossier)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    auto judged = judged_behind_gate(app, session, gate, Right::see_dossiers, dossier, app.today());
    return judged && judged->next() ? std::optional(*judged->next()) : std::nullopt;
}

Result<std::vector<PaperWish>> wishes_of(App& app, const Actor& actor, DossierId dossier, KitPapers which)
{
    auto offered = TRY(offered_papers(app, actor, dossier));
    auto next = next_of(app, actor, dossier);
    std::vector<PaperWish> wishes;
    auto take = [&](const std::vector<OfferedPaper>& papers, bool is_process) {
        for (const auto& paper : papers) {
            bool is_next = !paper.act && next && paper.form->act == next->act && paper.form->about == next->about;
            bool is_wanted = which == KitPapers::next       ? is_next
                             : which == KitPapers::recorded ? paper.act && !is_process
                                                            : !is_process;
            if (is_wanted && paper.may_make)
                wishes.push_back({.code = paper.form->code, .dossier = dossier, .act = paper.act});
        }
    };
    take(offered.of_dossier, false);
    take(offered.of_process, true);
    return wishes;
}

std::int64_t version_of(App& app, MadePaperId id)
{
    auto session = app.database().read();
    auto stands = storage::made_paper(session, id);
    return stands ? stands->version : 0;
}

// One paper with its codes; empty where somebody took it back meanwhile.
Result<std::string> coded_paper(App& app, const Actor& actor, const PaperWish& wish, Kit& kit)
{
    auto paper = TRY(make_paper(app, actor, wish));
    auto version = version_of(app, paper.made.id);
    auto pdf = TRY(pdf_of(app, {paper}));
    auto pages = pages_of_pdf(pdf);
    constexpr int pages_max = 255;
    if (version == 0 || pages > pages_max)
        return std::string();
    auto key = page_code_key(app);
    std::vector<std::string> codes;
    for (int page = 1; page <= pages; ++page)
        codes.push_back(sealed_page_code({.paper = version, .page = page, .pages = pages}, key));
    ++kit.papers;
    kit.pages += pages;
    return stamped_pdf(pdf, codes);
}

void record_run(App& app, const Actor& actor, const Kit& kit, std::size_t dossiers)
{
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "paper.print_kit",
            .subject = "register",
            .details = {{"dossiers", std::to_string(dossiers)},
                        {"papers", std::to_string(kit.papers)},
                        {"pages", std::to_string(kit.pages)}}});
    transaction.commit();
}

} // namespace

std::string_view key_of(KitPapers papers) { return choice_of(papers).key; }

std::string_view title_of(KitPapers papers) { return choice_of(papers).title; }

std::optional<KitPapers> kit_papers(std::string_view key)
{
    auto found = std::ranges::find(choices, key, &Choice::key);
    return found == choices.end() ? std::nullopt : std::optional(found->papers);
}

std::vector<KitPapers> all_kit_papers() { return {KitPapers::next, KitPapers::recorded, KitPapers::all}; }

Result<Kit> print_kit(App& app, const Actor& actor, const std::vector<DossierId>& dossiers, KitPapers which)
{
    if (!has_pdf(app))
        return no_pdf();
    if (dossiers.empty())
        return invalid("dossiers", "Hãy chọn hồ sơ cần in giấy.");
    std::vector<PaperWish> wishes;
    for (auto dossier : dossiers)
        std::ranges::move(TRY(wishes_of(app, actor, dossier, which)), std::back_inserter(wishes));
    if (wishes.empty())
        return problem(Problem::Kind::refused,
                       "Không có giấy nào để in cho các hồ sơ đã chọn. Hãy chọn loại giấy khác.");
    if (dossiers.size() > kit_dossiers_max || wishes.size() > kit_papers_max)
        return problem(Problem::Kind::too_large, "Một lượt in không quá 50 hồ sơ và 200 giấy. Hãy chọn ít hồ sơ hơn.");
    Kit kit;
    std::vector<std::string> files;
    for (const auto& wish : wishes)
        if (auto file = TRY(coded_paper(app, actor, wish, kit)); !file.empty())
            files.push_back(std::move(file));
    kit.pdf = joined_pdf(files);
    record_run(app, actor, kit, dossiers.size());
    return kit;
}

} // namespace phusa
