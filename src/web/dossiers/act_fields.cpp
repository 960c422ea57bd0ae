#include "web/dossiers/act_fields.hpp"

#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::dossiers
{

namespace
{

template<typename Value>
std::vector<FormChoice> choices_of(std::initializer_list<Value> values)
{
    std::vector<FormChoice> choices;
    for (auto each : values)
        choices.push_back({std::string(key_of(each)), std::string(title_of(each))});
    return choices;
}

// Who was named when the act was recorded stays in the list, even when they have left the cell since.
std::vector<FormChoice> people_of(const ActSurroundings& around)
{
    std::vector<FormChoice> choices{{"", "Chưa chọn"}};
    for (const auto& member : around.roster)
        choices.push_back(
            {std::to_string(member.id.value), fmt::format("{} ({})", member.name, member.born.vietnamese())});
    auto chosen = std::string(around.typed.text("who"));
    if (chosen.empty() || std::ranges::find(choices, chosen, &FormChoice::value) != choices.end())
        return choices;
    for (const auto& act : around.view.acts)
        if (act.act.who && std::to_string(act.act.who->value) == chosen) {
            choices.push_back({chosen, act.who_name});
            break;
        }
    return choices;
}

void add_person(FormView& fields, const ActSurroundings& around, std::string label)
{
    constexpr std::size_t short_list_max = 12;
    auto people = people_of(around);
    bool is_long = people.size() > short_list_max;
    fields
        .select("who", std::move(label), people,
                {.hint = fmt::format("Đảng viên chính thức của {}", around.view.cell.name), .searchable = is_long})
        .text("who_name", "Hoặc họ và tên, nếu không có trong danh sách",
              {.hint = "Đảng viên của chi bộ khác trong cùng tổ chức cơ sở đảng"})
        .check_box("is_official", "Người ghi tên ở ô trên là đảng viên chính thức");
}

void add_introducer(FormView& fields, const ActSurroundings& around)
{
    add_person(fields, around, "Đảng viên giới thiệu");
    fields
        .text("shared_months", "Số tháng cùng công tác, học tập hoặc cư trú",
              {.hint = "Trong cùng tổ chức cơ sở đảng, đến ngày giới thiệu; ít nhất 12 tháng",
               .required = true,
               .is_short = true})
        .check_box("replaces", "Thay người giới thiệu trước đã chuyển đi hoặc không còn đủ tư cách",
                   {.hint = "Khi đó không đòi đủ 12 tháng"});
}

void add_committee(FormView& fields)
{
    fields.text("members", "Tổng số đảng uỷ viên", {.hint = "Kể cả người vắng mặt", .required = true, .is_short = true})
        .text("committee_for", "Số đảng uỷ viên tán thành", {.required = true, .is_short = true})
        .check_box("decides", "Đảng uỷ này được uỷ quyền quyết định kết nạp",
                   {.hint = "Khi đó cần ít nhất hai phần ba tổng số đảng uỷ viên tán thành"});
}

void add_paper(FormView& fields, const ActForm& form)
{
    if (form.parts.contains(Part::number))
        fields.text("paper_number", "Số, ký hiệu văn bản", {.hint = "Ví dụ: 15-NQ/ĐU, 126-QĐ/TU", .is_short = true});
    if (form.parts.contains(Part::issuer))
        fields.text("paper_issuer", "Cơ quan ban hành", {.hint = "Ví dụ: Ban Thường vụ Đảng uỷ xã Bồi Hạ"});
}

} // namespace

std::string day_hint(const DossierView& view, ActKind kind, std::optional<Matter> about)
{
    for (const auto& next : view.next) {
        if (next.act != kind || (about && next.about != *about))
            continue;
        std::string hint;
        if (next.earliest && *next.earliest > view.as_of)
            hint = fmt::format("Theo hồ sơ hiện nay, sớm nhất {}. ", next.earliest->vietnamese());
        if (next.latest)
            hint += fmt::format("Chậm nhất {}.", next.latest->vietnamese());
        return hint;
    }
    return {};
}

void add_act_fields(FormView& fields, const ActForm& form, const ActSurroundings& around)
{
    auto has = [&](Part part) { return form.parts.contains(part); };
    auto about = matter(around.typed.text("about"));
    if (has(Part::about))
        fields.radios("about", "Việc", choices_of({Matter::admission, Matter::recognition, Matter::removal}),
                      {.required = true});
    if (has(Part::consent))
        fields.radios("consent", "Đồng ý về việc",
                      choices_of({ConsentKind::over_60, ConsentKind::village_elder, ConsentKind::readmission}),
                      {.required = true});
    if (has(Part::introducer))
        add_introducer(fields, around);
    if (has(Part::helper))
        add_person(fields, around, "Đảng viên giúp đỡ");
    fields.date("on", std::string(form.day),
                {.hint = form.side ? std::string() : day_hint(around.view, form.kind, about), .required = true});
    if (has(Part::committee))
        add_committee(fields);
    if (has(Part::received))
        fields.date("received", "Ngày chi bộ nhận quyết định", {.hint = "Chưa nhận thì để trống, ghi thêm sau"});
    add_paper(fields, form);
}

void add_more_fields(FormView& fields)
{
    fields.date("paper_on", "Ngày của văn bản", {.hint = "Chỉ ghi khi khác ngày ở trên"}).longer("note", "Ghi chú");
}

void add_reason(FormView& fields)
{
    fields.longer("reason", "Lý do sửa",
                  {.hint = "Căn cứ vào giấy tờ nào; lý do được lưu cùng cách ghi cũ", .required = true});
}

} // namespace phusa::web::dossiers
