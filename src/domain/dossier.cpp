#include "domain/dossier.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/named.hpp"

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<SpecialRegime>, 7> regimes = {{
    {SpecialRegime::religious_believer, "religious_believer", "Người theo tôn giáo"},
    {SpecialRegime::ethnic_hoa, "ethnic_hoa", "Người Hoa"},
    {SpecialRegime::population_policy, "population_policy", "Vi phạm chính sách dân số"},
    {SpecialRegime::political_history, "political_history", "Có vấn đề về lịch sử chính trị"},
    {SpecialRegime::foreign_marriage, "foreign_marriage", "Kết hôn với người nước ngoài"},
    {SpecialRegime::private_owner, "private_owner", "Chủ doanh nghiệp tư nhân"},
    {SpecialRegime::no_cell, "no_cell", "Nơi chưa có đảng viên, chi bộ"},
}};

constexpr std::array<Named<ClosingCause>, 4> causes = {{
    {ClosingCause::withdrawn, "withdrawn", "Người xin vào Đảng rút đơn"},
    {ClosingCause::died, "died", "Từ trần"},
    {ClosingCause::moved_away, "moved_away", "Chuyển ra ngoài đảng bộ"},
    {ClosingCause::mistaken, "mistaken", "Lập nhầm"},
}};

Result<void> check_closing(const Dossier& dossier, Date today)
{
    if (!dossier.closed)
        return {};
    if (dossier.closed->on < dossier.opened)
        return invalid("closed_on", "Ngày đóng hồ sơ không thể trước ngày lập hồ sơ.");
    if (dossier.closed->on > today)
        return invalid("closed_on", "Ngày đóng hồ sơ không thể ở tương lai.");
    if (code_points(dossier.closed->note) > limit::note_length_max)
        return invalid("closing_note", "Ghi chú quá dài.");
    return {};
}

Result<void> check_readmission(const Dossier& dossier)
{
    if (!dossier.readmission)
        return {};
    if (dossier.readmission->left > dossier.opened)
        return invalid("left", "Ngày ra khỏi Đảng không thể sau ngày lập hồ sơ kết nạp lại.");
    if (dossier.readmission->times < 1)
        return invalid("times", "Lần kết nạp lại tính từ 1.");
    return {};
}

} // namespace

std::string_view key_of(SpecialRegime regime) { return named<SpecialRegime>(regimes, regime).key; }
std::string_view title_of(SpecialRegime regime) { return named<SpecialRegime>(regimes, regime).title; }
std::optional<SpecialRegime> special_regime(std::string_view key) { return value_of<SpecialRegime>(regimes, key); }
std::vector<SpecialRegime> all_special_regimes() { return values_of<SpecialRegime>(regimes); }

std::string_view key_of(ClosingCause cause) { return named<ClosingCause>(causes, cause).key; }
std::string_view title_of(ClosingCause cause) { return named<ClosingCause>(causes, cause).title; }
std::optional<ClosingCause> closing_cause(std::string_view key) { return value_of<ClosingCause>(causes, key); }
std::vector<ClosingCause> all_closing_causes() { return values_of<ClosingCause>(causes); }

Result<void> check(const Paper& paper)
{
    if (code_points(paper.number) > limit::name_length_max)
        return invalid("paper_number", "Số, ký hiệu văn bản quá dài.");
    if (code_points(paper.issuer) > limit::line_length_max)
        return invalid("paper_issuer", "Tên cơ quan ban hành quá dài.");
    return {};
}

Result<void> check(const Dossier& dossier, Date today)
{
    if (!dossier.person)
        return invalid("person", "Hãy chọn người lập hồ sơ.");
    if (!dossier.cell)
        return invalid("cell", "Hãy chọn chi bộ làm hồ sơ.");
    if (dossier.opened > today)
        return invalid("opened", "Ngày lập hồ sơ không thể ở tương lai.");
    for (std::size_t i = 0; i < dossier.regimes.size(); ++i) {
        TRY_DO(check(dossier.regimes[i].consent));
        for (std::size_t j = 0; j < i; ++j)
            if (dossier.regimes[i].regime == dossier.regimes[j].regime)
                return invalid("regimes", "Mỗi trường hợp riêng chỉ ghi một lần.");
    }
    TRY_DO(check_readmission(dossier));
    return check_closing(dossier, today);
}

} // namespace phusa
