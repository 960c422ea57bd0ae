#include "app/demo/dossier_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace phusa::demo
{

namespace
{

constexpr int probation_months = 12;

class Teller
{
public:
    Teller(const DossierPlot& plot, Date as_of, Random random) : plot_(plot), as_of_(as_of), random_(random) {}

    std::vector<RecordedAct> tell()
    {
        tell_admission();
        if (plot_.ceremony <= as_of_)
            tell_probation();
        std::erase_if(acts_, [&](const RecordedAct& act) { return act.act.on > as_of_; });
        std::ranges::stable_sort(acts_, {}, [](const RecordedAct& act) { return act.act.on; });
        return std::move(acts_);
    }

private:
    RecordedAct& add(ActKind kind, Date on, std::optional<Matter> about = {})
    {
        auto& act = acts_.emplace_back();
        act.act.kind = kind;
        act.act.on = on;
        act.act.about = about;
        return act;
    }

    Date before(Date day, int least, int most) { return day.plus_days(-random_.between(least, most)); }

    // Backwards from the ceremony, so that everything fits.
    void tell_admission()
    {
        auto decision = plot_.decided.value_or(before(plot_.ceremony, 5, 30));
        auto committee = before(decision, 7, 25);
        auto vote = plot_.grassroots_cell ? before(decision, 10, 40) : before(committee, 7, 25);
        auto opinions = before(vote, 5, 20);
        auto introduction = before(opinions, 5, 20);
        auto verification = before(introduction, 10, 40);
        auto declaration = before(verification, 20, 60);
        auto application = before(declaration, 5, 20);
        add(ActKind::certificate, before(application, 30, 300));
        add(ActKind::application, application);
        add(ActKind::declaration, declaration);
        add(ActKind::verification, verification);
        introduce(introduction);
        add(ActKind::opinions, opinions);
        tell_vote(vote, Matter::admission);
        tell_committee(committee, Matter::admission);
        auto& decided = add(ActKind::decision, decision, Matter::admission);
        decided.act.received = std::min(decision.plus_days(random_.between(2, 6)), plot_.ceremony);
        add(ActKind::ceremony, plot_.ceremony);
    }

    void introduce(Date on)
    {
        auto members = plot_.youth_union ? 1U : 2U;
        for (std::size_t i = 0; i < members; ++i) {
            auto& act = add(ActKind::introduction, on.plus_days(random_.between(0, 3)));
            act.act.official = true;
            act.act.shared_months = random_.between(13, 90);
            if (i < plot_.introducers.size())
                act.who = plot_.introducers[i];
        }
        if (plot_.youth_union)
            add(ActKind::introduction, on.plus_days(random_.between(0, 4))).act.by = Introducer::youth_union;
    }

    void tell_vote(Date on, Matter about)
    {
        auto& vote = add(ActKind::cell_vote, on, about);
        int absent = random_.between(0, plot_.members / 6);
        int against = plot_.members > 8 && random_.chance(0.2) ? 1 : 0;
        vote.act.cell.official = plot_.members;
        vote.act.cell.present = plot_.members - absent;
        vote.act.cell.in_favour = vote.act.cell.present - against;
        vote.act.cell.against = against;
        vote.paper.number = fmt::format("{:02}-NQ/CB", random_.between(1, 24));
    }

    void tell_committee(Date on, Matter about)
    {
        if (plot_.grassroots_cell)
            return;
        auto& vote = add(ActKind::committee_vote, on, about);
        vote.act.committee.members = random_.between(9, 19);
        vote.act.committee.in_favour = vote.act.committee.members - random_.between(0, 2);
        vote.paper.number = fmt::format("{}-NQ/ĐU", random_.between(10, 240));
    }

    void tell_probation()
    {
        auto ends = plot_.ceremony.plus_months(probation_months);
        auto& helper = add(ActKind::helper, plot_.ceremony);
        helper.act.official = true;
        if (!plot_.introducers.empty())
            helper.who = plot_.introducers.front();
        add(ActKind::member_declaration, plot_.ceremony.plus_days(random_.between(7, 25)));
        auto& course = add(ActKind::certificate, plot_.ceremony.plus_days(random_.between(90, 300)));
        course.act.certificate = CertificateKind::new_member;
        // Not yet decided and the 12 months long over: the papers are being made.
        auto decision = plot_.recognised.value_or(ends.plus_days(random_.between(25, 70)));
        int time = days_between(ends, decision);
        add(ActKind::self_review, ends.plus_days(time / 10));
        add(ActKind::helper_remarks, ends.plus_days(time / 10 + 1));
        add(ActKind::opinions, ends.plus_days(time / 5 + 1));
        tell_vote(ends.plus_days(std::min(time / 3 + 2, 28)), Matter::recognition);
        tell_committee(ends.plus_days(std::min(2 * time / 3, 45)), Matter::recognition);
        add(ActKind::decision, decision, Matter::recognition);
    }

    const DossierPlot& plot_;
    Date as_of_;
    Random random_;
    std::vector<RecordedAct> acts_;
};

} // namespace

std::vector<RecordedAct> tell_dossier(const DossierPlot& plot, Date as_of, Random random)
{
    return Teller(plot, as_of, random).tell();
}

} // namespace phusa::demo
