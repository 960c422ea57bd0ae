#include "rules/person_rules.hpp"
#include "rules/sentences.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::string years(int months)
{
    return months % 12 == 0 ? fmt::format("{} tuổi", months / 12)
                            : fmt::format("{} tuổi {} tháng", months / 12, months % 12);
}

std::string too_young(const Sentence& of)
{
    auto least = of.book.number(Rule::age_min);
    auto first = Date::of(of.judged.person.born.first().year(), of.judged.person.born.first().month(), 1);
    return fmt::format("Ngày {} người vào Đảng mới {}, chưa đủ {}. Chi bộ chỉ xét kết nạp từ ngày {}.",
                       of.day.vietnamese(), years(age_in_months(of.judged.person.born, of.day)), years(least),
                       first->plus_months(least).vietnamese());
}

std::string too_old(const Sentence& of)
{
    return fmt::format(
        "Khi chi bộ xét, người vào Đảng đã trên {}. Phải có văn bản đồng ý của ban thường vụ cấp uỷ trực "
        "thuộc Trung ương trước khi ra quyết định kết nạp.",
        years(of.book.number(Rule::age_max)));
}

std::string little_education(const Sentence& of)
{
    const auto& person = of.judged.person;
    auto place = person.area == Area::disadvantaged ? value::disadvantaged : value::ordinary;
    auto least = static_cast<GeneralEducation>(of.book.number(Rule::education_min, place));
    auto lacking = fmt::format("Trình độ của người vào Đảng là “{}”, chưa đạt “{}”.", code_of(person.education).title,
                               code_of(least).title);
    if (person.area == Area::disadvantaged && person.village_elder)
        return lacking +
               " Già làng, trưởng bản, người có uy tín ở địa bàn này được xét khi đọc, viết được chữ quốc ngữ và "
               "có văn bản đồng ý của ban thường vụ cấp uỷ trực thuộc Trung ương trước khi ra quyết định.";
    return lacking + " Hãy bồi dưỡng, học đủ trình độ rồi mới xét kết nạp.";
}

std::string youth_union(const Sentence& of)
{
    if (!of.judged.person.youth_union_member)
        return "Người trong độ tuổi thanh niên, ở nơi có tổ chức Đoàn, phải là đoàn viên và được Đoàn giới thiệu. Hãy "
               "vào Đoàn trước khi chi bộ xét.";
    return "Đoàn viên phải được tổ chức Đoàn giới thiệu. Hãy có nghị quyết giới thiệu của Đoàn trước khi chi bộ họp "
           "xét.";
}

std::string must_wait(const Sentence& of)
{
    const auto& readmission = *of.judged.person.readmission;
    auto from = may_apply_again(readmission, of.book);
    if (!from)
        return "Người bị kết án phải được xoá án tích rồi mới tính thời gian chờ kết nạp lại. Hãy ghi ngày được xoá án "
               "tích.";
    bool after_sentence = readmission.cause == LeavingCause::expunged_sentence;
    auto place = after_sentence ? value::since_expunged : value::since_leaving;
    return fmt::format("Chưa đủ {} tháng kể từ ngày {} ({}). Chỉ nhận đơn xin kết nạp lại từ ngày {}.",
                       of.book.number(Rule::readmission_wait, place),
                       after_sentence ? "được xoá án tích" : "ra khỏi Đảng",
                       (after_sentence ? *readmission.expunged : readmission.left).vietnamese(), from->vietnamese());
}

} // namespace

std::string sentence_of_person(const Sentence& of)
{
    switch (of.rule) {
    case Rule::age_min:
        return too_young(of);
    case Rule::age_max:
        return too_old(of);
    case Rule::citizenship:
        return "Người vào Đảng không có quốc tịch Việt Nam. Chỉ xét kết nạp công dân Việt Nam.";
    case Rule::education_min:
        return little_education(of);
    case Rule::youth_union_required:
        return youth_union(of);
    case Rule::readmission_wait:
        return must_wait(of);
    case Rule::readmission_once:
        return fmt::format("Đây là lần kết nạp lại thứ {}. Chỉ được kết nạp lại {} lần.",
                           of.judged.person.readmission->times, of.book.number(Rule::readmission_once));
    case Rule::readmission_excluded:
        return fmt::format("Không xem xét kết nạp lại người đã ra khỏi Đảng với lý do: {}.",
                           title_of(of.judged.person.readmission->cause));
    default:
        return "Kết nạp lại phải có văn bản đồng ý của ban thường vụ tỉnh uỷ, thành uỷ trước khi ra quyết định.";
    }
}

} // namespace phusa
