#include "app/dossiers/papers.hpp"

#include "domain/case_reading.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// One line of the lists: the act by which the paper is there.
struct PaperKind {
    std::string_view title;
    ActKind act;
    Matter about;
    std::optional<Introducer> by = {};
    bool is_always_needed = true;
};

constexpr PaperKind admission_papers[] = {
    {"Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng (CN-NTVĐ)", ActKind::certificate, Matter::admission},
    {"Đơn xin vào Đảng (1-KNĐ)", ActKind::application, Matter::admission},
    {"Lý lịch của người xin vào Đảng (2-KNĐ)", ActKind::declaration, Matter::admission},
    {"Kết quả thẩm tra lý lịch", ActKind::verification, Matter::admission},
    {"Giấy giới thiệu của đảng viên (3-KNĐ)", ActKind::introduction, Matter::admission, Introducer::member},
    {"Nghị quyết giới thiệu của Đoàn thanh niên (4-KNĐ)", ActKind::introduction, Matter::admission,
     Introducer::youth_union, false},
    {"Nghị quyết giới thiệu của công đoàn cơ sở (4A-KNĐ)", ActKind::introduction, Matter::admission,
     Introducer::trade_union, false},
    {"Tổng hợp ý kiến nhận xét (5-KNĐ)", ActKind::opinions, Matter::admission},
    {"Nghị quyết của chi bộ xét kết nạp (6-KNĐ)", ActKind::cell_vote, Matter::admission},
    {"Báo cáo thẩm định của đảng uỷ bộ phận (7-KNĐ)", ActKind::appraisal, Matter::admission, {}, false},
    {"Nghị quyết của đảng uỷ cơ sở (8-KNĐ)", ActKind::committee_vote, Matter::admission},
    {"Quyết định kết nạp đảng viên (9-KNĐ)", ActKind::decision, Matter::admission},
};

constexpr PaperKind recognition_papers[] = {
    {"Lý lịch đảng viên (1-HSĐV)", ActKind::member_declaration, Matter::recognition},
    {"Giấy chứng nhận học lớp đảng viên mới", ActKind::certificate, Matter::recognition},
    {"Bản tự kiểm điểm của đảng viên dự bị (10-KNĐ)", ActKind::self_review, Matter::recognition},
    {"Nhận xét của đảng viên giúp đỡ (11-KNĐ)", ActKind::helper_remarks, Matter::recognition},
    {"Tổng hợp ý kiến nhận xét (12-KNĐ)", ActKind::opinions, Matter::recognition},
    {"Nghị quyết của chi bộ xét công nhận (13-KNĐ)", ActKind::cell_vote, Matter::recognition},
    {"Báo cáo thẩm định của đảng uỷ bộ phận (14-KNĐ)", ActKind::appraisal, Matter::recognition, {}, false},
    {"Nghị quyết của đảng uỷ cơ sở (15-KNĐ)", ActKind::committee_vote, Matter::recognition},
    {"Quyết định công nhận đảng viên chính thức (16-KNĐ)", ActKind::decision, Matter::recognition},
};

// Finds the papers of one dossier on one day.
class PaperReader
{
public:
    PaperReader(const JudgedDossier& judged, Date as_of) : judged_(judged), case_(judged.judged.value), as_of_(as_of) {}

    PaperView read(const PaperKind& kind) const
    {
        PaperView view{.title = std::string(kind.title), .kind = kind.act, .about = kind.about};
        auto place = latest(kind);
        if (!place) {
            bool is_spared = !kind.is_always_needed || is_committee_of_grassroots_cell(kind);
            view.state = is_spared ? PaperView::State::not_needed : PaperView::State::missing;
            if (is_committee_of_grassroots_cell(kind))
                view.note = "Chi bộ cơ sở: không có nghị quyết của đảng uỷ cơ sở.";
            return view;
        }
        view.state = PaperView::State::present;
        view.on = case_.acts[*place].on;
        view.act = judged_.judged.acts[*place];
        note_staleness(view, *place);
        return view;
    }

private:
    bool is_committee_of_grassroots_cell(const PaperKind& kind) const
    {
        return case_.grassroots_cell && kind.act == ActKind::committee_vote;
    }

    std::optional<std::size_t> latest(const PaperKind& kind) const
    {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < case_.acts.size(); ++i) {
            const auto& act = case_.acts[i];
            bool fits = act.kind == kind.act && act.on <= as_of_ && matter_of(case_, act) == kind.about &&
                        !is_set_aside(case_, i) && (!kind.by || act.by == *kind.by);
            if (fits && (!found || case_.acts[*found].on <= act.on))
                found = i;
        }
        return found;
    }

    void note_staleness(PaperView& view, std::size_t place) const
    {
        for (const auto& finding : judged_.verdict.findings)
            if (finding.act == place && (finding.rule == Rule::stale || finding.rule == Rule::certificate_expired))
                view.state = PaperView::State::stale;
        for (const auto& next : judged_.verdict.next) {
            const auto& act = case_.acts[place];
            bool is_again = next.act == act.kind && next.about == matter_of(case_, act);
            if (is_again &&
                (next.blocked_by.contains(Rule::stale) || next.blocked_by.contains(Rule::certificate_expired)))
                view.state = PaperView::State::stale;
        }
        if (view.state == PaperView::State::stale)
            view.note = "Đã quá hạn sử dụng; phải làm lại trước khi xét.";
    }

    const JudgedDossier& judged_;
    const Case& case_;
    Date as_of_;
};

} // namespace

std::vector<PaperView> papers_of(const JudgedDossier& judged, Date as_of)
{
    PaperReader reader(judged, as_of);
    std::vector<PaperView> papers;
    for (const auto& kind : admission_papers)
        papers.push_back(reader.read(kind));
    if (latest_act(judged.judged.value, ActKind::ceremony, std::nullopt, as_of))
        for (const auto& kind : recognition_papers)
            papers.push_back(reader.read(kind));
    return papers;
}

} // namespace phusa
