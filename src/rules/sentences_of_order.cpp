#include "rules/grounds.hpp"
#include "rules/sentences.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::string capital(std::string text, const Act& act)
{
    return std::string(title_of(act.kind)) + text.substr(lower_title(act.kind).size());
}

std::string end_of_probation_of(const Sentence& of)
{
    Reading reading(of.judged, of.as_of);
    const auto* ceremony = reading.ceremony();
    auto months = of.book.number(Rule::probation_short);
    return ceremony ? end_of_months(ceremony->on(), months).vietnamese() : "";
}

std::string too_early(const Sentence& of, const Act& ground)
{
    bool is_of_probation = of.act->on >= ground.on;
    if (ground.kind == ActKind::ceremony && is_of_probation)
        return fmt::format("{} làm trước khi hết 12 tháng dự bị (ngày {}). Hãy làm lại từ ngày đó.",
                           capital(named_act(*of.act), *of.act), end_of_probation_of(of));
    if (ground.kind == ActKind::cell_vote && of.act->on > ground.on)
        return fmt::format("{} có sau {} mà nó phục vụ. Giấy tờ phải có trước khi chi bộ họp.",
                           capital(named_act(*of.act), *of.act), named_act(ground));
    if (&ground == of.act)
        return fmt::format(
            "Ngày chi bộ nhận được quyết định ({}) trước ngày ra quyết định ({}). Hãy kiểm tra lại hai ngày này.",
            ground.received->vietnamese(), ground.on.vietnamese());
    return fmt::format("{} có trước {}. Hãy kiểm tra lại ngày tháng; nếu đúng như vậy thì phải làm lại theo thứ tự.",
                       capital(named_act(*of.act), *of.act), named_act(ground));
}

std::string order(const Sentence& of)
{
    if (!of.act || !of.finding || !of.finding->ground)
        return "Việc phải làm trước chưa có. Hãy hoàn thành các bước đứng trước theo thứ tự.";
    if (of.finding->ground_act)
        return too_early(of, of.judged.acts[*of.finding->ground_act]);
    return fmt::format("{} mà trước đó không có {}. Hãy bổ sung bước còn thiếu vào hồ sơ hoặc làm lại thủ tục.",
                       capital(named_act(*of.act), *of.act), lower_title(*of.finding->ground));
}

} // namespace

std::string sentence_of_order(const Sentence& of)
{
    if (of.rule == Rule::chronology)
        return order(of);
    return fmt::format("Chưa hết {} tháng dự bị (đến ngày {}). Chi bộ chỉ họp xét công nhận chính thức từ ngày đó.",
                       of.book.number(Rule::probation_short), end_of_probation_of(of));
}

namespace
{

std::string late(const Sentence& of, std::string_view what, std::string_view what_to_do)
{
    auto due = of.finding->due->vietnamese();
    if (of.act)
        return fmt::format("{} ngày {}, quá hạn ngày {}. {}", what, of.act->on.vietnamese(), due, what_to_do);
    return fmt::format("{}: đã quá hạn ngày {} mà chưa làm. {}", what, due, what_to_do);
}

} // namespace

std::string sentence_of_deadlines(const Sentence& of)
{
    switch (of.rule) {
    case Rule::decision_late:
        return late(
            of, of.about == Matter::admission ? "Quyết định kết nạp" : "Quyết định công nhận chính thức",
            "Hãy báo cáo lý do; chậm không có lý do chính đáng thì kiểm điểm trách nhiệm trước cấp uỷ cấp trên.");
    case Rule::ceremony_late:
        return late(of, "Lễ kết nạp", "Phải báo cáo và được cấp uỷ cấp trên trực tiếp đồng ý mới tổ chức.");
    case Rule::member_declaration_late:
        return late(of, "Khai lý lịch đảng viên", "Hãy hướng dẫn đảng viên dự bị khai ngay.");
    default:
        return late(of, "Chi bộ họp xét công nhận chính thức",
                    "Hãy họp xét ngay; đủ điều kiện thì vẫn công nhận từ ngày hết 12 tháng dự bị.");
    }
}

} // namespace phusa
