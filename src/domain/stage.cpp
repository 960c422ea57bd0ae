#include "domain/stage.hpp"

#include "domain/case_reading.hpp"
#include "domain/named.hpp"

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<Stage>, 14> stages = {{
    {Stage::preparing, "preparing", "Chuẩn bị hồ sơ"},
    {Stage::verifying, "verifying", "Thẩm tra lý lịch"},
    {Stage::introducing, "introducing", "Giới thiệu, lấy ý kiến"},
    {Stage::cell_vote, "cell_vote", "Chờ chi bộ xét kết nạp"},
    {Stage::committee_vote, "committee_vote", "Chờ đảng uỷ cơ sở xét"},
    {Stage::decision, "decision", "Chờ quyết định kết nạp"},
    {Stage::ceremony, "ceremony", "Chờ lễ kết nạp"},
    {Stage::probation, "probation", "Đang dự bị"},
    {Stage::recognition_vote, "recognition_vote", "Chờ chi bộ xét công nhận"},
    {Stage::recognition_decision, "recognition_decision", "Chờ quyết định công nhận"},
    {Stage::recognised, "recognised", "Đã công nhận chính thức"},
    {Stage::refused, "refused", "Không được chuẩn y"},
    {Stage::removed, "removed", "Đã xoá tên"},
    {Stage::stopped, "stopped", "Đã đóng hồ sơ"},
}};

constexpr int probation_months = 12; // Charter, article 5: the same in every regulation

// Reads one dossier on one day.
class StageReader
{
public:
    StageReader(const Dossier& dossier, std::span<const RecordedAct> acts, const Case& judged, const Verdict& verdict,
                Date as_of)
        : dossier_(dossier), acts_(acts), case_(judged), verdict_(verdict), as_of_(as_of)
    {
    }

    StageOnDay read() const
    {
        if (dossier_.closed && dossier_.closed->on <= as_of_)
            return {Stage::stopped, dossier_.closed->on};
        if (const auto* removal = latest(ActKind::removal, {}))
            return {Stage::removed, removal->on};
        if (const auto* decision = latest(ActKind::decision, Matter::recognition))
            return {Stage::recognised, decision->on};
        if (auto refused = refused_on())
            return {Stage::refused, *refused};
        if (const auto* ceremony = latest(ActKind::ceremony, {}))
            return after_ceremony(ceremony->on);
        return before_ceremony();
    }

private:
    const Act* latest(ActKind kind, std::optional<Matter> about) const
    {
        auto found = latest_act(case_, kind, about, as_of_);
        return found ? &case_.acts[*found] : nullptr;
    }

    // A refusal stands until the matter is taken up again: by a redo, or by a new vote of the cell.
    std::optional<Date> refused_on() const
    {
        std::optional<Date> refused;
        for (const auto& act : acts_) {
            if (act.side != SideAct::refusal || act.act.on > as_of_ || (refused && act.act.on < *refused))
                continue;
            if (!is_taken_up_after(act.act))
                refused = act.act.on;
        }
        return refused;
    }

    bool is_taken_up_after(const Act& refusal) const
    {
        return std::ranges::any_of(case_.acts, [&](const Act& act) {
            bool again = act.kind == ActKind::redo || act.kind == ActKind::cell_vote;
            return again && act.on <= as_of_ && act.on >= refusal.on && matter_of(case_, act) == refusal.about;
        });
    }

    StageOnDay after_ceremony(Date ceremony) const
    {
        const auto* vote = latest(ActKind::cell_vote, Matter::recognition);
        if (vote && is_carried(vote->cell))
            return {Stage::recognition_decision, vote->on};
        auto ends = ceremony.plus_months(probation_months);
        if (as_of_ < ends)
            return {Stage::probation, ceremony};
        return {Stage::recognition_vote, vote ? std::max(vote->on, ends) : ends};
    }

    StageOnDay before_ceremony() const
    {
        if (const auto* decision = latest(ActKind::decision, Matter::admission))
            return {Stage::ceremony, decision->on};
        const auto* vote = latest(ActKind::cell_vote, Matter::admission);
        if (!vote)
            return before_vote();
        if (!is_carried(vote->cell))
            return {Stage::cell_vote, vote->on};
        const auto* committee = latest(ActKind::committee_vote, Matter::admission);
        if (committee && committee->on < vote->on)
            committee = nullptr;
        if (committee && is_carried(committee->committee))
            return {Stage::decision, committee->on};
        if (case_.grassroots_cell)
            return {Stage::decision, vote->on};
        return {Stage::committee_vote, committee ? committee->on : vote->on};
    }

    StageOnDay before_vote() const
    {
        auto since = dossier_.opened;
        for (const auto& act : case_.acts)
            if (act.on <= as_of_)
                since = std::max(since, act.on);
        auto stage = Stage::cell_vote;
        for (const auto& next : verdict_.next)
            if (next.about == Matter::admission)
                stage = std::min(stage, stage_before(next.act));
        return {stage, since};
    }

    // The stage in which an act of preparation is done.
    static Stage stage_before(ActKind act)
    {
        switch (act) {
        case ActKind::certificate:
        case ActKind::application:
        case ActKind::declaration:
            return Stage::preparing;
        case ActKind::verification:
            return Stage::verifying;
        case ActKind::introduction:
        case ActKind::opinions:
            return Stage::introducing;
        default:
            return Stage::cell_vote;
        }
    }

    const Dossier& dossier_;
    std::span<const RecordedAct> acts_;
    const Case& case_;
    const Verdict& verdict_;
    Date as_of_;
};

} // namespace

std::string_view key_of(Stage stage) { return named<Stage>(stages, stage).key; }
std::string_view title_of(Stage stage) { return named<Stage>(stages, stage).title; }
std::optional<Stage> stage(std::string_view key) { return value_of<Stage>(stages, key); }
std::vector<Stage> all_stages() { return values_of<Stage>(stages); }

bool is_open(Stage stage) { return stage < Stage::recognised; }
bool is_after_admission(Stage stage) { return stage >= Stage::probation && stage <= Stage::recognised; }

StageOnDay stage_of(const Dossier& dossier, std::span<const RecordedAct> acts, const DossierCase& judged,
                    const Verdict& verdict, Date as_of)
{
    return StageReader(dossier, acts, judged.value, verdict, as_of).read();
}

} // namespace phusa
