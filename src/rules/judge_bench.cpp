// Judgements a second on one core, on the example of DESIGN §6: at its end, and from its beginning with its full `next`
// (DESIGN §9: 200,000, message text and JSON apart).
#include "base/embedded.hpp"
#include "rules/judge.hpp"

#include <benchmark/benchmark.h>

namespace phusa
{

namespace
{

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

Act act(ActKind kind, std::string_view on) { return {.kind = kind, .on = day(on)}; }

Act certificate(std::string_view on, CertificateKind kind)
{
    auto made = act(ActKind::certificate, on);
    made.certificate = kind;
    return made;
}

Act about(ActKind kind, std::string_view on, Matter matter)
{
    auto made = act(kind, on);
    made.about = matter;
    return made;
}

Act cell_vote(std::string_view on, Matter matter, CellBallot ballot)
{
    auto made = about(ActKind::cell_vote, on, matter);
    made.cell = ballot;
    return made;
}

Act committee_vote(std::string_view on, Matter matter, CommitteeBallot ballot)
{
    auto made = about(ActKind::committee_vote, on, matter);
    made.committee = ballot;
    return made;
}

Act introduction(std::string_view on, Introducer by)
{
    auto made = act(ActKind::introduction, on);
    made.by = by;
    made.official = true;
    made.shared_months = 14;
    return made;
}

Act helper(std::string_view on)
{
    auto made = act(ActKind::helper, on);
    made.official = true;
    return made;
}

// The first `count` acts of the example.
Case example(std::size_t count)
{
    auto decision = about(ActKind::decision, "2025-05-05", Matter::admission);
    decision.received = day("2025-05-12");
    Case judged{
        .person = {.born = PartialDate(day("2000-05-12")),
                   .is_citizen = true,
                   .education = GeneralEducation::lower_secondary,
                   .youth_union_member = true},
        .acts = {certificate("2024-03-01", CertificateKind::awareness),
                 act(ActKind::application, "2025-01-10"),
                 act(ActKind::declaration, "2025-01-20"),
                 act(ActKind::verification, "2025-03-01"),
                 introduction("2025-03-05", Introducer::member),
                 introduction("2025-03-06", Introducer::youth_union),
                 act(ActKind::opinions, "2025-03-20"),
                 cell_vote("2025-04-03", Matter::admission, {15, 0, 13, 11, 2}),
                 committee_vote("2025-04-20", Matter::admission, {15, 13, false}),
                 decision,
                 act(ActKind::ceremony, "2025-05-19"),
                 helper("2025-05-19"),
                 act(ActKind::member_declaration, "2025-06-01"),
                 certificate("2025-11-01", CertificateKind::new_member),
                 act(ActKind::self_review, "2026-05-20"),
                 act(ActKind::helper_remarks, "2026-05-21"),
                 act(ActKind::opinions, "2026-05-25"),
                 cell_vote("2026-06-01", Matter::recognition, {16, 0, 16, 16, 0}),
                 committee_vote("2026-06-10", Matter::recognition, {15, 15, false}),
                 about(ActKind::decision, "2026-06-25", Matter::recognition)},
    };
    judged.acts.resize(count);
    return judged;
}

void judgements(benchmark::State& state, std::size_t acts, std::string_view as_of)
{
    const auto judged = example(acts);
    const auto& books = shipped_rulebooks();
    const auto days = WorkingDays::parse(embedded_file("regulations/holidays.toml").value()).value();
    auto on = day(as_of);
    for (auto _ : state)
        benchmark::DoNotOptimize(judge(judged, on, books, days));
    state.SetItemsProcessed(state.iterations());
}

} // namespace

BENCHMARK_CAPTURE(judgements, whole_example, std::size_t{20}, "2026-11-23");
BENCHMARK_CAPTURE(judgements, nothing_yet_full_next, std::size_t{0}, "2025-01-06");
BENCHMARK_CAPTURE(judgements, seven_acts_next_from_the_vote, std::size_t{7}, "2025-04-01");
BENCHMARK_CAPTURE(judgements, on_probation, std::size_t{13}, "2025-12-01");

} // namespace phusa

BENCHMARK_MAIN();
