#include "app/import/membership_rows.hpp"

#include "app/import/code_words.hpp"
#include "app/import/standing_words.hpp"

#include <utility>

namespace phusa
{

namespace
{

// The event by which somebody comes to a standing; nullopt where an admission does.
std::optional<MembershipEventKind> event_of(Standing standing)
{
    switch (standing) {
    case Standing::none:
    case Standing::probationary:
        return std::nullopt;
    case Standing::official:
        return MembershipEventKind::recognised;
    case Standing::exempted:
        return MembershipEventKind::exempted;
    case Standing::moved_out:
        return MembershipEventKind::moved_out;
    case Standing::died:
        return MembershipEventKind::died;
    case Standing::removed:
        return MembershipEventKind::removed;
    case Standing::resigned:
        return MembershipEventKind::resigned;
    case Standing::expelled:
        return MembershipEventKind::expelled;
    }
    std::unreachable();
}

void check_days(RowReader& row, const MembershipRow& read, PartialDate born, Date today)
{
    const auto& layout = row.layout();
    auto admitted = read.admitted_on ? read.admitted_on : read.decided_on;
    auto column = layout.column(read.admitted_on ? "admitted_on" : "decided_on");
    constexpr int months_at_eighteen = 216;
    bool is_future = admitted && *admitted > today;
    if (is_future)
        row.wrong(column, "Ngày này ở tương lai. Hãy xem lại năm.");
    else if (admitted && *admitted < born.first())
        row.wrong(column, "Ngày vào Đảng trước ngày sinh. Hãy xem lại hai ngày.");
    else if (admitted && age_in_months(born, *admitted) < months_at_eighteen)
        row.warn(column, "Khi vào Đảng người này chưa đủ 18 tuổi. Hãy xem lại ngày sinh và ngày vào Đảng.");
    // What would be said of other days follows from one in the future.
    const auto* since = admitted && !is_future ? &*admitted : nullptr;
    if (read.admitted_on && read.decided_on && *read.admitted_on < *read.decided_on)
        row.wrong(layout.column("decided_on"), "Ngày quyết định kết nạp sau ngày vào Đảng. Hãy xem lại hai ngày.");
    if (read.recognised_on && *read.recognised_on > today)
        row.wrong(layout.column("recognised_on"), "Ngày này ở tương lai. Hãy xem lại năm.");
    else if (read.recognised_on && since && *read.recognised_on < *since)
        row.wrong(layout.column("recognised_on"), "Ngày chính thức trước ngày vào Đảng. Hãy xem lại hai ngày.");
    if (read.standing_on && *read.standing_on > today)
        row.wrong(layout.column("standing_on"), "Ngày này ở tương lai. Hãy xem lại năm.");
    else if (read.standing_on && since && *read.standing_on < *since)
        row.wrong(layout.column("standing_on"), "Ngày này trước ngày vào Đảng. Hãy xem lại hai ngày.");
    if (read.standing == Standing::probationary && read.recognised_on)
        row.wrong(layout.column("standing"), "Ghi là dự bị nhưng có ngày chính thức. Hãy xem lại hai ô.");
}

void lay_admission_over(const MembershipRow& row, Member& member)
{
    auto before = member.admissions.empty() ? Admission{} : member.latest_admission();
    auto admission = before;
    if (row.admitted_on)
        admission.ceremony_on = row.admitted_on;
    if (row.decided_on)
        admission.decided_on = row.decided_on;
    if (!row.decision_number.empty())
        admission.decision_number = row.decision_number;
    if (row.occupation)
        admission.occupation = *row.occupation;
    if (member.admissions.empty()) {
        const auto& person = member.person;
        admission.cell = person.cell;
        admission.born = person.born;
        admission.sex = person.sex;
        admission.ethnicity = person.ethnicity;
        admission.religion = person.religion;
        return member.add(std::move(admission));
    }
    bool same = admission.ceremony_on == before.ceremony_on && admission.decided_on == before.decided_on &&
                admission.decision_number == before.decision_number && admission.occupation == before.occupation;
    if (same)
        return;
    member.latest_admission() = admission;
    member.changed(member.latest_admission());
}

void lay_event_over(MembershipEventKind kind, Date on, Member& member)
{
    if (auto* known = member.latest(kind)) {
        if (known->on == on)
            return;
        known->on = on;
        return member.changed(*known);
    }
    MembershipEvent event;
    event.kind = kind;
    event.on = on;
    if (kind == MembershipEventKind::moved_out)
        event.from = member.person.cell;
    member.add(std::move(event));
}

} // namespace

MembershipRow read_membership(RowReader& row, PartialDate born, Date today)
{
    const auto& layout = row.layout();
    MembershipRow read;
    read.admitted_on = row.day(layout.column("admitted_on"));
    read.decided_on = row.day(layout.column("decided_on"));
    read.decision_number = row.text(layout.column("decision_number"));
    read.recognised_on = row.day(layout.column("recognised_on"));
    read.standing_on = row.day(layout.column("standing_on"));
    auto occupation = layout.column("admission_occupation");
    if (auto text = row.text(occupation); !text.empty()) {
        if (auto meant = code_meant(occupations(), text))
            read.occupation = static_cast<Occupation>(*meant);
        else
            row.warn(occupation, "Nghề này không thuộc nhóm nào của Biểu 2 nên không ghi. Hãy ghi theo tên nhóm nghề "
                                 "nghiệp nếu cần cho thống kê.");
    }
    auto standing = layout.column("standing");
    if (auto text = row.text(standing); !text.empty()) {
        if (auto meant = standing_meant(text))
            read.standing = meant->standing;
        else
            row.wrong(standing, "Không rõ trạng thái này. Hãy ghi một trong: Đang sinh hoạt; Dự bị; Chính thức; Miễn "
                                "sinh hoạt; Chuyển đi; Từ trần; Xoá tên; Xin ra khỏi Đảng; Khai trừ.");
    }
    check_days(row, read, born, today);
    return read;
}

std::optional<MembershipFault> lay_over(const MembershipRow& row, Member& member)
{
    bool is_known = !member.admissions.empty() || !member.events.empty();
    if (!is_known && !row.has_admission() && !row.recognised_on)
        return MembershipFault{"admitted_on", "Thiếu ngày vào Đảng của một đảng viên chưa có trong sổ. Hãy ghi thêm."};
    bool says_of_admission = row.has_admission() || !row.decision_number.empty() || row.occupation;
    if (row.has_admission() || (says_of_admission && !member.admissions.empty()))
        lay_admission_over(row, member);
    if (row.recognised_on)
        lay_event_over(MembershipEventKind::recognised, *row.recognised_on, member);
    if (!row.standing)
        return std::nullopt;
    auto kind = event_of(*row.standing);
    if (!kind || *kind == MembershipEventKind::recognised) {
        if (kind && !member.latest(*kind))
            return MembershipFault{"recognised_on",
                                   "Ghi là chính thức nhưng thiếu ngày chính thức. Hãy ghi thêm ngày."};
        return std::nullopt;
    }
    if (row.standing_on)
        lay_event_over(*kind, *row.standing_on, member);
    else if (!member.latest(*kind))
        return MembershipFault{"standing_on",
                               "Trạng thái này cần ngày bắt đầu (ngày rời khỏi, mất hoặc miễn sinh hoạt). "
                               "Hãy ghi thêm ngày."};
    return std::nullopt;
}

} // namespace phusa
