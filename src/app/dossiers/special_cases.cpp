#include "app/dossiers/special_cases.hpp"

#include "rules/special_regimes.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::optional<SpecialRequirement> requirement_of(SpecialRegime regime, Date day)
{
    const auto* found = requirement_on(regime, day, shipped_special_regimes());
    if (!found)
        return std::nullopt;
    SpecialRequirement made{.regime = regime,
                            .title = std::string(title_of(regime)),
                            .paper = found->paper,
                            .citation = found->citation,
                            .note = found->note};
    if (made.note.empty() && is_weak(found->confidence))
        made.note = "Đối chiếu văn bản gốc trước khi áp dụng.";
    return made;
}

bool is_there(const Paper& consent, Date decided)
{
    return !consent.empty() && (!consent.on || *consent.on <= decided);
}

} // namespace

std::string SpecialRequirement::sentence() const
{
    return fmt::format("{}: hồ sơ chưa có “{}” ({}). Ghi số và ngày văn bản vào hồ sơ trước khi ra quyết định.", title,
                       paper, citation);
}

std::vector<SpecialRequirement> special_requirements(Date day)
{
    std::vector<SpecialRequirement> all;
    for (auto regime : all_special_regimes())
        if (auto made = requirement_of(regime, day))
            all.push_back(*std::move(made));
    return all;
}

std::vector<SpecialRequirement> lacking_consents(const Dossier& dossier, Date decided)
{
    std::vector<SpecialRequirement> lacking;
    for (const auto& special : dossier.regimes)
        if (auto made = requirement_of(special.regime, decided); made && !is_there(special.consent, decided))
            lacking.push_back(*std::move(made));
    return lacking;
}

std::vector<SpecialRequirement> lacking_for(const Dossier& dossier, const RecordedAct& act)
{
    bool decides = !act.side && act.act.kind == ActKind::decision && act.act.about == Matter::admission;
    return decides ? lacking_consents(dossier, act.act.on) : std::vector<SpecialRequirement>();
}

Problem refusal_of(const std::vector<SpecialRequirement>& lacking)
{
    Problem refused{.kind = Problem::Kind::refused, .message = lacking.front().sentence(), .fields = {}};
    for (const auto& each : lacking)
        refused.fields.push_back({fmt::format("regimes.{}", key_of(each.regime)), each.sentence()});
    return refused;
}

} // namespace phusa
