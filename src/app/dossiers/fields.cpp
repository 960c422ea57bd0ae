#include "app/dossiers/fields.hpp"

namespace phusa
{

namespace
{

std::string shown_text(bool yes) { return yes ? "Có" : "Không"; }
std::string shown_text(Date day) { return day.vietnamese(); }
std::string shown_text(Area area) { return std::string(title_of(area)); }
std::string shown_text(const std::optional<Readmission>& again)
{
    return again ? std::string(title_of(again->cause)) + ", " + again->left.vietnamese() : "Không";
}
std::string shown_text(const std::vector<SpecialCase>& regimes)
{
    std::string text;
    for (const auto& each : regimes)
        text.append(text.empty() ? "" : "; ").append(title_of(each.regime));
    return text.empty() ? "Không" : text;
}

template<auto Member>
constexpr DossierField field(std::string_view key, std::string_view title)
{
    return {.key = key,
            .title = title,
            .shown = [](const Dossier& dossier) { return shown_text(dossier.*Member); },
            .same = [](const Dossier& a, const Dossier& b) { return a.*Member == b.*Member; },
            .copy = [](const Dossier& from, Dossier& to) { to.*Member = from.*Member; }};
}

constexpr DossierField all_fields[] = {
    field<&Dossier::opened>("opened", "Ngày lập hồ sơ"),
    field<&Dossier::is_citizen>("is_citizen", "Công dân Việt Nam"),
    field<&Dossier::area>("area", "Địa bàn"),
    field<&Dossier::village_elder>("village_elder", "Già làng, trưởng bản, người có uy tín"),
    field<&Dossier::youth_union_member>("youth_union_member", "Đoàn viên"),
    field<&Dossier::youth_union_available>("youth_union_available", "Nơi làm việc, cư trú có tổ chức Đoàn"),
    field<&Dossier::readmission>("left", "Kết nạp lại"),
    field<&Dossier::regimes>("regimes", "Trường hợp có quy định riêng"),
};

} // namespace

std::span<const DossierField> dossier_fields() { return all_fields; }

} // namespace phusa
