#include "web/dossiers/dossier_inputs.hpp"

#include "app/dossiers/special_cases.hpp"
#include "base/limits.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa::web::dossiers
{

namespace
{

constexpr std::string_view read_prefix = "read-";

constexpr std::array causes = {LeavingCause::removed,       LeavingCause::resigned,          LeavingCause::hardship,
                               LeavingCause::abandoned,     LeavingCause::disunity,          LeavingCause::corruption,
                               LeavingCause::serious_crime, LeavingCause::expunged_sentence, LeavingCause::population};

std::string regime_name(SpecialRegime regime) { return fmt::format("regime-{}", key_of(regime)); }
std::string consent_name(SpecialRegime regime) { return fmt::format("consent-{}", key_of(regime)); }
std::string consent_day_name(SpecialRegime regime) { return fmt::format("consent_on-{}", key_of(regime)); }

void add_ticked(Fields& fields, std::string name, bool ticked)
{
    if (ticked)
        fields.add(std::move(name), "1");
}

void add_readmission(Fields& fields, const std::optional<Readmission>& before)
{
    fields.add("left", before ? before->left.vietnamese() : "");
    fields.add("cause", before ? std::string(key_of(before->cause)) : "");
    fields.add("expunged", before && before->expunged ? before->expunged->vietnamese() : "");
    fields.add("times", before ? std::to_string(before->times) : "1");
}

std::optional<Readmission> read_readmission(FormReader& reader)
{
    auto left = reader.date("left");
    auto cause = reader.choice("cause", leaving_cause);
    auto expunged = reader.date("expunged");
    auto times = reader.number("times");
    if (!left && !cause)
        return std::nullopt;
    if (!left)
        reader.wrong("left", "Hãy ghi ngày ra khỏi Đảng lần trước.");
    if (!cause)
        reader.wrong("cause", "Hãy chọn lý do ra khỏi Đảng lần trước.");
    constexpr std::int64_t times_max = 9;
    if (times && (*times < 1 || *times > times_max))
        reader.wrong("times", "Lần kết nạp lại tính từ 1.");
    return Readmission{.left = left.value_or(Date()),
                       .cause = cause.value_or(LeavingCause::removed),
                       .expunged = expunged,
                       .times = static_cast<int>(std::clamp<std::int64_t>(times.value_or(1), 1, times_max))};
}

std::vector<SpecialCase> read_regimes(FormReader& reader)
{
    std::vector<SpecialCase> regimes;
    for (auto each : all_special_regimes()) {
        SpecialCase special{.regime = each};
        special.consent.number = reader.text(consent_name(each), Need::optional, limit::name_length_max);
        special.consent.on = reader.date(consent_day_name(each));
        if (reader.ticked(regime_name(each)))
            regimes.push_back(std::move(special));
    }
    return regimes;
}

View group(std::string legend, const FormView& form, bool is_folded = false, bool is_open = false)
{
    return View()
        .set("legend", std::move(legend))
        .set("is_folded", is_folded)
        .set("is_open", is_open)
        .set("fields", *form.view().find("fields"));
}

View usual_group(const Fields& typed, const Problem* problem, bool asks_day)
{
    FormView form({}, {}, typed, problem);
    if (asks_day)
        form.date("opened", "Ngày lập hồ sơ", {.required = true});
    form.check_box("is_citizen", "Là công dân Việt Nam")
        .check_box("youth_union_member", "Là đoàn viên Đoàn TNCS Hồ Chí Minh")
        .check_box("youth_union_available", "Nơi công tác hoặc cư trú có tổ chức Đoàn",
                   {.hint = "Không có thì Công đoàn được giới thiệu thay"})
        .radios("area", "Địa bàn",
                {{std::string(key_of(Area::ordinary)), std::string(title_of(Area::ordinary))},
                 {std::string(key_of(Area::disadvantaged)), std::string(title_of(Area::disadvantaged)),
                  "Học xong tiểu học là đủ"}})
        .check_box("village_elder", "Là già làng, trưởng bản, người có uy tín trong dân");
    return group("Điều kiện", form);
}

View readmission_group(const Fields& typed, const Problem* problem)
{
    FormView form({}, {}, typed, problem);
    std::vector<FormChoice> choices{{"", "Chưa từng là đảng viên"}};
    for (auto each : causes)
        choices.push_back({std::string(key_of(each)), std::string(title_of(each))});
    form.select("cause", "Ra khỏi Đảng vì", choices)
        .date("left", "Ngày ra khỏi Đảng")
        .date("expunged", "Ngày được xoá án tích", {.hint = "Chỉ khi bị kết án về tội ít nghiêm trọng"})
        .text("times", "Kết nạp lại lần thứ", {.is_short = true});
    return group("Đã từng là đảng viên (kết nạp lại)", form, true, !typed.text("cause").empty());
}

// "Cần: … (Quy định …)"
std::string hint_of(const std::vector<SpecialRequirement>& all, SpecialRegime regime)
{
    auto found = std::ranges::find(all, regime, &SpecialRequirement::regime);
    if (found == all.end())
        return {};
    auto hint = fmt::format("Cần trước khi ra quyết định: {} ({})", found->paper, found->citation);
    return found->note.empty() ? hint : fmt::format("{}. {}", hint, found->note);
}

View regimes_group(const Fields& typed, const Problem* problem, Date today)
{
    FormView form({}, {}, typed, problem);
    bool is_open = false;
    auto requirements = special_requirements(today);
    for (auto each : all_special_regimes()) {
        bool ticked = typed.has(regime_name(each));
        is_open = is_open || ticked;
        form.check_box(regime_name(each), std::string(title_of(each)), {.hint = hint_of(requirements, each)});
        if (ticked)
            form.text(consent_name(each), "Số văn bản đồng ý", {.hint = "Để trống khi chưa có", .is_short = true})
                .date(consent_day_name(each), "Ngày của văn bản đồng ý");
    }
    return group("Trường hợp có quy định riêng", form, true, is_open);
}

} // namespace

Fields typed_of(const Dossier& dossier)
{
    Fields fields;
    fields.add("opened", dossier.opened.vietnamese());
    add_ticked(fields, "is_citizen", dossier.is_citizen);
    add_ticked(fields, "youth_union_member", dossier.youth_union_member);
    add_ticked(fields, "youth_union_available", dossier.youth_union_available);
    fields.add("area", std::string(key_of(dossier.area)));
    add_ticked(fields, "village_elder", dossier.village_elder);
    add_readmission(fields, dossier.readmission);
    for (const auto& special : dossier.regimes) {
        fields.add(regime_name(special.regime), "1");
        fields.add(consent_name(special.regime), special.consent.number);
        fields.add(consent_day_name(special.regime),
                   special.consent.on ? special.consent.on->vietnamese() : std::string());
    }
    return fields;
}

void read_dossier(FormReader& reader, Dossier& dossier)
{
    dossier.opened = reader.date("opened").value_or(dossier.opened);
    dossier.is_citizen = reader.ticked("is_citizen");
    dossier.youth_union_member = reader.ticked("youth_union_member");
    dossier.youth_union_available = reader.ticked("youth_union_available");
    dossier.area = reader.choice("area", area).value_or(Area::ordinary);
    dossier.village_elder = reader.ticked("village_elder");
    dossier.readmission = read_readmission(reader);
    dossier.regimes = read_regimes(reader);
}

View dossier_groups(const Fields& typed, const Problem* problem, bool asks_day, Date today)
{
    View::List groups;
    groups.push_back(usual_group(typed, problem, asks_day));
    groups.push_back(readmission_group(typed, problem));
    groups.push_back(regimes_group(typed, problem, today));
    return View(std::move(groups));
}

void keep_read(FormView& form, const Dossier& dossier)
{
    form.hidden("version", std::to_string(dossier.version));
    auto read = typed_of(dossier);
    for (const auto& [name, value] : read.items())
        form.hidden(std::string(read_prefix) + name, value);
}

Dossier dossier_as_read(const Fields& sent, const Dossier& now)
{
    Fields kept;
    for (const auto& [name, value] : sent.items())
        if (name.starts_with(read_prefix))
            kept.add(name.substr(read_prefix.size()), value);
    auto read = now;
    FormReader reader(kept);
    read_dossier(reader, read);
    FormReader version(sent);
    read.version = version.number("version").value_or(now.version);
    return read;
}

} // namespace phusa::web::dossiers
