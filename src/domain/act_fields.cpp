#include "domain/recorded_act.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

std::string shown(const std::string& text) { return text; }
std::string shown(bool yes) { return yes ? "Có" : "Không"; }
std::string shown(int number) { return std::to_string(number); }
std::string shown(Date day) { return day.vietnamese(); }
std::string shown(const std::optional<Date>& day) { return day ? day->vietnamese() : ""; }
std::string shown(const std::optional<PersonId>& who) { return who ? fmt::format("người số {}", who->value) : ""; }
std::string shown(const std::optional<Matter>& matter) { return matter ? std::string(title_of(*matter)) : ""; }
std::string shown(const std::vector<VerificationLetter>& letters)
{
    auto open = std::ranges::count_if(letters, &VerificationLetter::is_open);
    return fmt::format("{} người, {} chưa trả lời", letters.size(), open);
}
std::string shown(const std::vector<RollEntry>& roll)
{
    auto base = base_of(roll);
    return fmt::format("{} đảng viên chính thức, {} không tính, {} có mặt", base.official, base.excluded, base.present);
}
template<typename Enum>
    requires std::is_enum_v<Enum>
std::string shown(Enum value)
{
    return std::string(title_of(value));
}

// A field that `of` finds in an act.
template<auto Of>
constexpr ActField field(std::string_view key, std::string_view title)
{
    return {.key = key,
            .title = title,
            .shown = [](const RecordedAct& act) { return shown(Of(act)); },
            .same = [](const RecordedAct& a, const RecordedAct& b) { return Of(a) == Of(b); },
            .copy = [](const RecordedAct& from, RecordedAct& to) { Of(to) = Of(from); }};
}

// In the order of the forms.
constexpr std::array fields{
    field<[](auto& act) -> auto& { return act.act.on; }>("on", "Ngày"),
    field<[](auto& act) -> auto& { return act.act.about; }>("about", "Việc"),
    field<[](auto& act) -> auto& { return act.act.certificate; }>("kind", "Lớp"),
    field<[](auto& act) -> auto& { return act.act.consent; }>("consent", "Đồng ý về"),
    field<[](auto& act) -> auto& { return act.act.by; }>("by", "Người giới thiệu là"),
    field<[](auto& act) -> auto& { return act.act.official; }>("is_official", "Đảng viên chính thức"),
    field<[](auto& act) -> auto& { return act.act.shared_months; }>("shared_months", "Số tháng cùng công tác"),
    field<[](auto& act) -> auto& { return act.act.replaces; }>("replaces", "Thay người giới thiệu trước"),
    field<[](auto& act) -> auto& { return act.act.stage; }>("stage", "Chuyển khi"),
    field<[](auto& act) -> auto& { return act.act.cell.official; }>("official", "Đảng viên chính thức"),
    field<[](auto& act) -> auto& { return act.act.cell.excluded; }>("excluded", "Không tính"),
    field<[](auto& act) -> auto& { return act.act.cell.present; }>("present", "Có mặt"),
    field<[](auto& act) -> auto& { return act.act.cell.in_favour; }>("for", "Tán thành"),
    field<[](auto& act) -> auto& { return act.act.cell.against; }>("against", "Không tán thành"),
    field<[](auto& act) -> auto& { return act.act.committee.members; }>("members", "Số cấp uỷ viên"),
    field<[](auto& act) -> auto& { return act.act.committee.in_favour; }>("committee_for", "Cấp uỷ viên tán thành"),
    field<[](auto& act) -> auto& { return act.act.committee.decides; }>("decides", "Cấp uỷ được uỷ quyền quyết định"),
    field<[](auto& act) -> auto& { return act.act.received; }>("received", "Ngày chi bộ nhận quyết định"),
    field<[](auto& act) -> auto& { return act.paper.number; }>("paper_number", "Số, ký hiệu văn bản"),
    field<[](auto& act) -> auto& { return act.paper.on; }>("paper_on", "Ngày văn bản"),
    field<[](auto& act) -> auto& { return act.paper.issuer; }>("paper_issuer", "Cơ quan ban hành"),
    field<[](auto& act) -> auto& { return act.who; }>("who", "Đảng viên (trong đảng bộ)"),
    field<[](auto& act) -> auto& { return act.who_name; }>("who_name", "Họ và tên đảng viên"),
    field<[](auto& act) -> auto& { return act.letters; }>("letters", "Thư thẩm tra"),
    field<[](auto& act) -> auto& { return act.vote.roll; }>("roll", "Điểm danh"),
    field<[](auto& act) -> auto& { return act.vote.slips.issued; }>("issued", "Số phiếu phát ra"),
    field<[](auto& act) -> auto& { return act.vote.slips.collected; }>("collected", "Số phiếu thu về"),
    field<[](auto& act) -> auto& { return act.vote.slips.invalid; }>("invalid", "Số phiếu không hợp lệ"),
    field<[](auto& act) -> auto& { return act.vote.chair; }>("chair", "Chủ trì"),
    field<[](auto& act) -> auto& { return act.vote.secretary; }>("secretary", "Thư ký"),
    field<[](auto& act) -> auto& { return act.note; }>("note", "Ghi chú"),
};

} // namespace

std::span<const ActField> act_fields() { return fields; }

} // namespace phusa
