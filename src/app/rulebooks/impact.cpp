#include "app/dossiers/chosen.hpp"
#include "app/dossiers/handling.hpp"
#include "app/dossiers/next_view.hpp"
#include "app/recording.hpp"
#include "app/rulebooks/impact_reckoning.hpp"
#include "base/limits.hpp"
#include "base/number_text.hpp"
#include "rules/citation.hpp"
#include "rules/judge.hpp"
#include "storage/database.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace phusa
{

namespace
{

std::string day_text(const std::optional<Date>& day) { return day ? day->vietnamese() : "không có"; }

bool is_same_breach(const Finding& a, const Finding& b)
{
    return a.rule == b.rule && a.act == b.act && a.about == b.about && a.ground == b.ground &&
           a.ground_act == b.ground_act;
}

const Finding* find_in(const std::vector<Finding>& findings, const Finding& wanted)
{
    auto found = std::ranges::find_if(findings, [&](const Finding& each) { return is_same_breach(each, wanted); });
    return found == findings.end() ? nullptr : &*found;
}

void add_once(std::vector<std::string>& lines, std::string line)
{
    if (std::ranges::find(lines, line) == lines.end())
        lines.push_back(std::move(line));
}

void compare_findings(RuleImpact& impact, const Verdict& before, const Verdict& after)
{
    for (const auto& finding : after.findings) {
        const auto* was = find_in(before.findings, finding);
        if (!was)
            add_once(impact.findings, fmt::format("Thêm: {}", title_of(finding.rule)));
        else if (was->due != finding.due)
            add_once(impact.dates, fmt::format("{}, hạn: {} → {}", title_of(finding.rule), day_text(was->due),
                                               day_text(finding.due)));
    }
    for (const auto& finding : before.findings)
        if (!find_in(after.findings, finding))
            add_once(impact.findings, fmt::format("Không còn: {}", title_of(finding.rule)));
}

void compare_days(RuleImpact& impact, const Verdict& before, const Verdict& after)
{
    for (const auto& is : after.next) {
        auto was = std::ranges::find_if(
            before.next, [&](const NextAct& each) { return each.act == is.act && each.about == is.about; });
        if (was == before.next.end()) {
            add_once(impact.findings, fmt::format("Thêm việc phải làm: {}", title_of(is)));
            continue;
        }
        if (was->earliest != is.earliest)
            add_once(impact.dates, fmt::format("{}, sớm nhất: {} → {}", title_of(is), day_text(was->earliest),
                                               day_text(is.earliest)));
        if (was->latest != is.latest)
            add_once(impact.dates,
                     fmt::format("{}, muộn nhất: {} → {}", title_of(is), day_text(was->latest), day_text(is.latest)));
        for (auto rule : is.blocked_by.rules())
            if (!was->blocked_by.contains(rule))
                add_once(impact.findings, fmt::format("{}, thêm điều kiện: {}", title_of(is), title_of(rule)));
        for (auto rule : was->blocked_by.rules())
            if (!is.blocked_by.contains(rule))
                add_once(impact.findings, fmt::format("{}, bớt điều kiện: {}", title_of(is), title_of(rule)));
    }
    for (const auto& was : before.next)
        if (std::ranges::none_of(after.next,
                                 [&](const NextAct& is) { return is.act == was.act && is.about == was.about; }))
            add_once(impact.findings, fmt::format("Không còn phải làm: {}", title_of(was)));
}

// The words by which papers name the regulations, made once for all dossiers.
class PaperNames
{
public:
    PaperNames(const Rulebooks& books, Date paper_day) : books_(books), day_(paper_day)
    {
        for (std::size_t place = 0; place < books.all().size(); ++place)
            names_.push_back(regulation_on_paper(books, place, paper_day));
    }
    const std::string& on(Date day) const { return names_[books_.place_on(day)]; }
    std::string of(const Finding& finding) const
    {
        return citation_on_paper(books_, finding.rulebook, finding.rule, day_);
    }

private:
    const Rulebooks& books_;
    Date day_;
    std::vector<std::string> names_;
};

void compare_papers(RuleImpact& impact, const JudgedDossier& judged, const Verdict& before, const Verdict& after,
                    const PaperNames& was, const PaperNames& is)
{
    auto note = [&](const std::string& old_words, const std::string& new_words) {
        if (old_words != new_words)
            add_once(impact.papers, fmt::format("“{}” → “{}”", old_words, new_words));
    };
    for (const auto& act : judged.acts)
        note(was.on(act.act.on), is.on(act.act.on));
    for (const auto& finding : after.findings)
        if (const auto* old = find_in(before.findings, finding))
            note(was.of(*old), is.of(finding));
}

std::vector<RuleImpact> all_impacts(App& app, const Gate& gate, const RulebookChange& change,
                                    const std::vector<const DossierRegister::Entry*>& entries)
{
    std::vector<RuleImpact> impacts;
    PaperNames was(change.before, change.as_of);
    PaperNames is(change.after, change.as_of);
    for (const auto* entry : entries) {
        const auto& judged = entry->judged;
        auto before = judge(judged.judged.value, change.as_of, change.before, app.working_days());
        auto after = judge(judged.judged.value, change.as_of, change.after, app.working_days());
        RuleImpact impact{.dossier = judged.dossier.id};
        compare_findings(impact, before, after);
        compare_days(impact, before, after);
        compare_papers(impact, judged, before, after, was, is);
        if (impact.findings.empty() && impact.dates.empty() && impact.papers.empty())
            continue;
        impact.name = judged.person.name;
        impact.cell_name = handling_of(gate.tree(), judged.dossier.cell).cell.name;
        impacts.push_back(std::move(impact));
    }
    return impacts;
}

std::string lines_of(const std::vector<std::string>& lines) { return fmt::format("{}", fmt::join(lines, "; ")); }

} // namespace

Result<RuleImpacts> impacts_of(App& app, const Gate& gate, const RulebookChange& change, const RuleImpactPage& page)
{
    auto all = dossier_register(app);
    auto entries = TRY(dossiers_in_scope(gate, *all, {}));
    if (change.open_only)
        std::erase_if(entries, [](const auto* entry) { return !is_open(entry->judged.stage.stage); });
    auto found = all_impacts(app, gate, change, entries);
    RuleImpacts impacts{.as_of = change.as_of,
                        .total = static_cast<std::int64_t>(found.size()),
                        .findings =
                            std::ranges::count_if(found, [](const auto& each) { return !each.findings.empty(); }),
                        .dates = std::ranges::count_if(found, [](const auto& each) { return !each.dates.empty(); }),
                        .papers = std::ranges::count_if(found, [](const auto& each) { return !each.papers.empty(); }),
                        .dossiers = static_cast<std::int64_t>(entries.size())};
    auto first = std::min(page.first, found.size());
    auto last = first + std::min(page.rows, found.size() - first);
    impacts.rows.assign(std::make_move_iterator(found.begin() + static_cast<std::ptrdiff_t>(first)),
                        std::make_move_iterator(found.begin() + static_cast<std::ptrdiff_t>(last)));
    return impacts;
}

Result<TableStream> export_impacts(App& app, const Actor& actor, const RulebookChange& change, std::string title)
{
    Gate gate(app, actor);
    auto impacts = TRY(impacts_of(app, gate, change, {.first = 0, .rows = limit::export_rows_max}));
    using enum Table::Kind;
    Table table{
        .title = std::move(title),
        .notes = {fmt::format("{} trong {} hồ sơ thay đổi, xét đến ngày {}. Lập lúc {} bởi {}.",
                              vietnamese_number(impacts.total), vietnamese_number(impacts.dossiers),
                              change.as_of.vietnamese(), vietnamese_time(app.clock().now()), actor.display_name)},
        .columns = {{"dossier", "Số hồ sơ", count},
                    {"full_name", "Họ và tên", text},
                    {"cell", "Chi bộ", text},
                    {"findings", "Kết quả đối chiếu", text},
                    {"dates", "Ngày, thời hạn", text},
                    {"papers", "Căn cứ ghi trên giấy tờ", text}},
        .rows = {}};
    if (app.invented())
        table.notes.emplace_back("Dữ liệu minh hoạ: người trong danh sách là nhân vật hư cấu.");
    for (const auto& each : impacts.rows)
        table.rows.push_back({each.dossier.value, each.name, each.cell_name, lines_of(each.findings),
                              lines_of(each.dates), lines_of(each.papers)});
    auto transaction = app.database().write();
    record(app, transaction, actor,
           {.action = "export.rulebook_impact",
            .subject = "dossiers",
            .organisation = gate.home(),
            .details = {{"rows", std::to_string(impacts.total)}}});
    transaction.commit();
    return stream_of(std::move(table));
}

} // namespace phusa
