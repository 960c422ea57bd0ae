// What holds of every case, shown on the tables of tests/rules and on what random changes make of them.
#include "base/embedded.hpp"
#include "rules/case_table_test.hpp"
#include "rules/judge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace phusa
{

namespace
{

const WorkingDays& viet_nam()
{
    static const auto days = WorkingDays::parse(*embedded_file("regulations/holidays.toml"));
    return days.value();
}

Verdict judged(const Case& value, Date as_of) { return judge(value, as_of, shipped_rulebooks(), viet_nam()); }

// The tables, each with several random changes of its days, votes and acts.
class Cases
{
public:
    struct One {
        std::string name;
        Case value;
        Date as_of;
    };

    explicit Cases(int changes)
    {
        for (const auto& table : all_case_tables()) {
            add(table.place, table.judged, *table.as_of);
            for (int change = 0; change < changes; ++change) {
                auto value = table.judged;
                for (int step = 0; step < 2; ++step)
                    change_one(value);
                add(table.place, value, table.as_of->plus_days(below(500) - 250));
            }
        }
    }

    auto begin() const { return cases_.begin(); }
    auto end() const { return cases_.end(); }
    std::mt19937& random() { return random_; }

private:
    void add(const std::string& name, Case value, Date as_of)
    {
        cases_.push_back({.name = name, .value = std::move(value), .as_of = as_of});
    }

    int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

    void change_one(Case& value)
    {
        if (value.acts.empty())
            return;
        auto place = below(static_cast<int>(value.acts.size()));
        auto& act = value.acts[static_cast<std::size_t>(place)];
        switch (below(4)) {
        case 0:
            value.acts.erase(value.acts.begin() + place);
            return;
        case 1:
            act.on = act.on.plus_days(below(800) - 400);
            return;
        case 2:
            act.cell.in_favour += below(7) - 3;
            return;
        default:
            value.person.born = PartialDate(value.person.born.first().plus_days(below(8000) - 4000));
        }
    }

    std::mt19937 random_{20260726};
    std::vector<One> cases_;
};

std::multiset<std::string> findings_of(const Verdict& verdict, const Case& value)
{
    std::multiset<std::string> all;
    for (const auto& finding : verdict.findings) {
        std::string text(key_of(finding.rule));
        if (finding.act)
            text += ' ' + std::string(key_of(value.acts[*finding.act].kind)) + value.acts[*finding.act].on.iso();
        all.insert(text + (finding.due ? finding.due->iso() : ""));
    }
    return all;
}

// By the day of a vote that is far away, papers of today have grown old: they are made again.
std::vector<Act> vote_with_fresh_papers(const Act& vote, const Case& value)
{
    std::vector<Act> acts = {vote, {.kind = ActKind::opinions, .on = vote.on}};
    acts.push_back({.kind = ActKind::certificate, .on = vote.on});
    Act introduction{.kind = ActKind::introduction, .on = vote.on, .official = true, .shared_months = 24};
    acts.push_back(introduction);
    if (value.person.youth_union_available)
        introduction.by = Introducer::youth_union;
    acts.push_back(introduction);
    return acts;
}

enum class Papers { of_their_day, fresh };

// The acts that a next entry stands for, done well on that day.
std::vector<Act> done(const NextAct& next, const Cases::One& one, Date on, Papers papers = Papers::of_their_day)
{
    Act act{.kind = next.act, .on = on, .about = next.about};
    act.official = true;
    act.shared_months = 24;
    act.certificate = next.about == Matter::admission ? CertificateKind::awareness : CertificateKind::new_member;
    act.cell = {.official = 10, .excluded = 0, .present = 10, .in_favour = 10, .against = 0};
    act.committee = {.members = 9, .in_favour = 9, .decides = false};
    if (next.act == ActKind::decision)
        act.received = on;
    if (next.act == ActKind::cell_vote && next.about == Matter::admission && papers == Papers::fresh)
        return vote_with_fresh_papers(act, one.value);
    if (next.act != ActKind::introduction)
        return {act};
    auto second = act;
    if (one.value.person.youth_union_available)
        second.by = Introducer::youth_union;
    return {act, second};
}

// What a plan cannot give: consents are given here, and a committee that failed to decide votes once more.
void give_consents(Case& value, Date on)
{
    for (auto kind : {ConsentKind::over_60, ConsentKind::village_elder, ConsentKind::readmission})
        value.acts.push_back({.kind = ActKind::consent, .on = on, .consent = kind});
}

bool blocks_on(const Verdict& verdict, const Case& value, ActKind kind, Date on)
{
    return std::ranges::any_of(verdict.findings, [&](const Finding& finding) {
        return finding.severity() == Severity::block && finding.act && value.acts[*finding.act].kind == kind &&
               value.acts[*finding.act].on == on;
    });
}

// The case as a failure message shows it.
std::string listed(const Case& value, Date as_of)
{
    std::string text = " as of " + as_of.iso();
    for (const auto& act : value.acts)
        text += "\n  " + std::string(key_of(act.kind)) + ' ' + (act.about ? std::string(key_of(*act.about)) : "") +
                ' ' + act.on.iso();
    for (const auto& finding : findings_of(judged(value, as_of), value))
        text += "\n  finding " + finding;
    return text;
}

bool has_block(const Verdict& verdict) { return verdict.outcome == Outcome::blocked; }

// Done before a redo, the act is still to be done.
bool is_set_aside(const NextAct& entry, const Case& value, const Verdict& verdict)
{
    bool has_redo = std::ranges::find(value.acts, ActKind::redo, &Act::kind) != value.acts.end();
    return has_redo && std::ranges::any_of(verdict.next, [&entry](const NextAct& next) {
               return next.act == entry.act && next.about == entry.about;
           });
}

// Only where no rule speaks against what is there: else the plan would have to heal the past.
bool is_sound(const Cases::One& one) { return !has_block(judged(one.value, one.as_of)); }

} // namespace

TEST(JudgeProperties, the_earliest_day_is_accepted_for_all_that_remains)
{
    int planned = 0;
    for (const auto& one : Cases(6)) {
        if (!is_sound(one))
            continue;
        auto value = one.value;
        give_consents(value, Date::of(2000, 1, 1).value());
        for (const auto& next : judged(value, one.as_of).next) {
            if (!next.earliest)
                break;
            for (const auto& act : done(next, one, *next.earliest, Papers::fresh))
                value.acts.push_back(act);
            ASSERT_FALSE(blocks_on(judged(value, one.as_of), value, next.act, *next.earliest))
                << one.name << ": " << key_of(next.act) << " on " << next.earliest->iso() << listed(value, one.as_of);
            ++planned;
        }
    }
    EXPECT_GT(planned, 2000);
}

TEST(JudgeProperties, the_day_before_the_earliest_is_refused)
{
    int refused = 0;
    for (const auto& one : Cases(6)) {
        if (!is_sound(one))
            continue;
        auto value = one.value;
        give_consents(value, Date::of(2000, 1, 1).value());
        auto next = judged(value, one.as_of).next;
        for (const auto& entry : next) {
            if (!entry.earliest)
                break;
            // A certificate may be older than the course of things; so may a verification than an application.
            bool is_certificate = entry.act == ActKind::certificate;
            bool waits_for_declaration = entry.act == ActKind::verification;
            auto early = value;
            for (const auto& act : done(entry, one, entry.earliest->plus_days(-1)))
                early.acts.push_back(act);
            if (*entry.earliest > one.as_of && !is_certificate && !waits_for_declaration) {
                auto verdict = judged(early, one.as_of);
                ASSERT_TRUE(has_block(verdict) || is_set_aside(entry, early, verdict))
                    << one.name << ": " << key_of(entry.act) << " before " << entry.earliest->iso();
                ++refused;
            }
            for (const auto& act : done(entry, one, *entry.earliest))
                value.acts.push_back(act);
        }
    }
    EXPECT_GT(refused, 500);
}

TEST(JudgeProperties, the_order_of_the_file_means_nothing)
{
    Cases cases(3);
    std::mt19937 random(7);
    for (const auto& one : cases) {
        auto mixed = one.value;
        std::ranges::shuffle(mixed.acts, random);
        auto first = judged(one.value, one.as_of);
        auto second = judged(mixed, one.as_of);
        ASSERT_EQ(first.outcome, second.outcome) << one.name;
        ASSERT_EQ(first.next, second.next) << one.name;
        ASSERT_EQ(findings_of(first, one.value), findings_of(second, mixed)) << one.name;
    }
}

TEST(JudgeProperties, what_has_passed_on_a_day_stays_so)
{
    for (const auto& one : Cases(3)) {
        bool has_plans = std::ranges::any_of(one.value.acts, [&](const Act& act) { return act.on > one.as_of; });
        if (has_plans)
            continue;
        auto today = findings_of(judged(one.value, one.as_of), one.value);
        for (int days : {1, 30, 400, 4000}) {
            auto later = findings_of(judged(one.value, one.as_of.plus_days(days)), one.value);
            ASSERT_TRUE(std::ranges::includes(later, today)) << one.name << " after " << days << " days";
        }
    }
}

TEST(JudgeProperties, more_votes_in_favour_never_make_it_worse)
{
    for (const auto& one : Cases(3))
        for (std::size_t place = 0; place < one.value.acts.size(); ++place) {
            const auto& act = one.value.acts[place];
            if (act.kind != ActKind::cell_vote || act.cell.in_favour + act.cell.against >= act.cell.present ||
                act.cell.present > act.cell.official)
                continue;
            auto better = one.value;
            ++better.acts[place].cell.in_favour;
            auto count = [](const Verdict& verdict) {
                return std::ranges::count(verdict.findings, Severity::block, &Finding::severity);
            };
            ASSERT_LE(count(judged(better, one.as_of)), count(judged(one.value, one.as_of))) << one.name;
        }
}

TEST(JudgeProperties, judging_twice_says_the_same)
{
    for (const auto& one : Cases(1))
        ASSERT_EQ(judged(one.value, one.as_of), judged(one.value, one.as_of)) << one.name;
}

TEST(JudgeProperties, judging_each_act_leaves_nothing_out_of_a_verdict)
{
    std::size_t beside = 0;
    for (const auto& one : Cases(20)) {
        Verdict each;
        each.findings = judge_each_act(one.value, one.as_of, shipped_rulebooks(), viet_nam());
        auto said = findings_of(judged(one.value, one.as_of), one.value);
        auto all = findings_of(each, one.value);
        EXPECT_TRUE(std::ranges::includes(all, said)) << one.name;
        beside += all.size() > said.size();
    }
    EXPECT_GT(beside, 0U) << "no case in which a verdict says something once only";
}

} // namespace phusa
