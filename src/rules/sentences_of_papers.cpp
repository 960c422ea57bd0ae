#include "rules/grounds.hpp"
#include "rules/introductions.hpp"
#include "rules/sentences.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

// Where a paper is lacking: at an act that was done, or before one that is to come.
std::string before(const Sentence& of)
{
    return of.act ? fmt::format("Trước {}", named_act(*of.act)) : "Trước khi chi bộ họp";
}

std::string missing(const Sentence& of, std::string_view paper, std::string_view what_to_do)
{
    return fmt::format("{} chưa có {}. {}", before(of), paper, what_to_do);
}

std::string expired_certificate(const Sentence& of)
{
    Reading reading(of.judged, of.as_of);
    const auto* certificate = awareness_certificate(reading, of.act ? std::optional(of.day) : std::nullopt);
    auto months = of.book.number(Rule::certificate_expired);
    auto made = certificate ? certificate->on() : of.day;
    return fmt::format(
        "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng cấp ngày {} chỉ có giá trị {} tháng, đến hết "
        "ngày {}. Hãy học lại lớp này rồi mới xét.",
        made.vietnamese(), months, end_of_months(made, months).vietnamese());
}

std::string too_few_introductions(const Sentence& of)
{
    Reading reading(of.judged, of.as_of);
    auto count = introductions_until(reading, of.act ? std::optional(of.day) : std::nullopt);
    std::string beside = of.judged.person.youth_union_available ? "nghị quyết giới thiệu của Đoàn thanh niên"
                                                                : "nghị quyết giới thiệu của Công đoàn";
    return fmt::format(
        "{} mới có {} đảng viên, {} nghị quyết của Đoàn, {} nghị quyết của Công đoàn giới thiệu. Cần {} đảng "
        "viên chính thức, hoặc một đảng viên chính thức cùng {}.",
        before(of), count.members, count.youth_union, count.trade_union, of.book.number(Rule::introductions_count),
        beside);
}

std::string short_together(const Sentence& of)
{
    return fmt::format(
        "Người giới thiệu mới cùng công tác, lao động, học tập hoặc cư trú với người vào Đảng {} tháng, chưa "
        "đủ {} tháng. Hãy chọn người giới thiệu khác hoặc chờ đủ thời gian.",
        of.act->shared_months, of.book.number(Rule::introducer_shared_months));
}

std::string too_old(const Sentence& of)
{
    Reading reading(of.judged, of.as_of);
    std::string papers;
    for (const auto& paper : reading.acts()) {
        bool serves = (paper.kind() == ActKind::introduction && of.about == Matter::admission) ||
                      (paper.kind() == ActKind::opinions && reading.serves(*paper.act, of.about));
        if (serves && is_stale(paper, of.day, of.book))
            papers += (papers.empty() ? "" : "; ") + named_act(*paper.act);
    }
    return fmt::format("Tính đến ngày {}, giấy tờ đã quá {} tháng: {}. Hãy làm lại trước khi chi bộ họp xét.",
                       of.day.vietnamese(), of.book.number(Rule::stale), papers);
}

} // namespace

std::string sentence_of_papers(const Sentence& of)
{
    switch (of.rule) {
    case Rule::certificate_missing:
        return missing(of, "giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng", "Hãy cử người vào Đảng đi học.");
    case Rule::certificate_expired:
        return expired_certificate(of);
    case Rule::application_missing:
        return missing(of, "đơn xin vào Đảng", "Người vào Đảng phải tự viết đơn trước khi khai lý lịch.");
    case Rule::declaration_missing:
        return missing(of, "lý lịch của người xin vào Đảng", "Hãy khai lý lịch trước khi thẩm tra.");
    case Rule::verification_missing:
        return missing(of, "kết quả thẩm tra lý lịch", "Hãy thẩm tra xong trước khi chi bộ họp xét.");
    case Rule::opinions_missing:
        return missing(of, "tổng hợp ý kiến nhận xét của đoàn thể và của chi bộ nơi cư trú",
                       "Hãy lấy ý kiến trước khi chi bộ họp xét.");
    case Rule::introductions_count:
        return too_few_introductions(of);
    case Rule::introducer_official:
        return "Người giới thiệu không phải là đảng viên chính thức. Hãy phân công một đảng viên chính thức giới "
               "thiệu.";
    case Rule::introducer_shared_months:
        return short_together(of);
    case Rule::stale:
        return too_old(of);
    case Rule::new_member_certificate_missing:
        return missing(of, "giấy chứng nhận học lớp bồi dưỡng đảng viên mới", "Hãy cử đảng viên dự bị đi học.");
    case Rule::self_review_missing:
        return missing(of, "bản tự kiểm điểm của đảng viên dự bị", "Đảng viên dự bị viết khi hết 12 tháng.");
    case Rule::helper_remarks_missing:
        return missing(of, "nhận xét của đảng viên được phân công giúp đỡ", "Người giúp đỡ nhận xét khi hết 12 tháng.");
    default:
        return missing(of, "đảng viên chính thức được phân công giúp đỡ đảng viên dự bị",
                       "Hãy phân công tại lễ kết nạp.");
    }
}

} // namespace phusa
