#include "web/dossiers/findings.hpp"

#include "web/dossiers/address.hpp"

#include <fmt/core.h>

namespace phusa::web::dossiers
{

namespace
{

View finding_view(std::string title, std::string message, std::string clause, std::string href)
{
    return View()
        .set("rule_title", std::move(title))
        .set("message", std::move(message))
        .set("clause", std::move(clause))
        .set("finding_href", std::move(href))
        .set("finding_label", "Mở việc này");
}

} // namespace

std::string clause_of(const FindingView& finding)
{
    if (finding.regulation.empty())
        return finding.citation;
    auto regulation = fmt::format("Quy định số {}", finding.regulation);
    return finding.citation.empty() ? regulation : fmt::format("{}, {}", finding.citation, regulation);
}

View::List findings_of(DossierId id, const std::vector<FindingView>& findings)
{
    View::List shown;
    for (const auto& finding : findings)
        shown.push_back(finding_view(finding.title, finding.message, clause_of(finding),
                                     finding.act && id ? path_of(id, *finding.act) : std::string()));
    return shown;
}

View::List broken_rules(const Problem& problem)
{
    View::List shown;
    if (problem.kind != Problem::Kind::refused)
        return shown;
    constexpr std::string_view special = "regimes.";
    for (const auto& broken : problem.fields) {
        if (auto named = rule(broken.name))
            shown.push_back(finding_view(std::string(title_of(*named)), broken.message, {}, {}));
        else if (broken.name.starts_with(special))
            shown.push_back(finding_view("Trường hợp có quy định riêng", broken.message, {}, {}));
    }
    return shown;
}

} // namespace phusa::web::dossiers
