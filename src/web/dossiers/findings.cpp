#include "web/dossiers/findings.hpp"

#include "web/dossiers/address.hpp"

namespace phusa::web::dossiers
{

namespace
{

View finding_view(const FindingView& finding, std::string href)
{
    return View()
        .set("rule_title", finding.title)
        .set("message", finding.message)
        .set("clause", !finding.cited.empty())
        .set("cited", finding.cited)
        .set("cited_on_paper", finding.cited_on_paper)
        .set("finding_href", std::move(href))
        .set("finding_label", "Mở việc này");
}

} // namespace

View::List findings_of(DossierId id, const std::vector<FindingView>& findings)
{
    View::List shown;
    for (const auto& finding : findings)
        shown.push_back(finding_view(finding, finding.act && id ? path_of(id, *finding.act) : std::string()));
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
            shown.push_back(
                finding_view({.rule = *named, .title = std::string(title_of(*named)), .message = broken.message}, {}));
        else if (broken.name.starts_with(special))
            shown.push_back(finding_view({.title = "Trường hợp có quy định riêng", .message = broken.message}, {}));
    }
    return shown;
}

} // namespace phusa::web::dossiers
