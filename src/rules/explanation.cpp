#include "rules/explanation.hpp"

#include "base/text.hpp"
#include "rules/sentences.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::string sentence(const Sentence& of)
{
    switch (of.rule) {
    case Rule::age_min:
    case Rule::age_max:
    case Rule::citizenship:
    case Rule::education_min:
    case Rule::youth_union_required:
    case Rule::readmission_wait:
    case Rule::readmission_once:
    case Rule::readmission_excluded:
    case Rule::readmission_consent:
        return sentence_of_person(of);
    case Rule::cell_size:
    case Rule::vote_majority:
    case Rule::vote_arithmetic:
    case Rule::vote_rounds:
        return sentence_of_votes(of);
    case Rule::chronology:
    case Rule::probation_short:
        return sentence_of_order(of);
    case Rule::decision_late:
    case Rule::ceremony_late:
    case Rule::member_declaration_late:
    case Rule::recognition_late:
        return sentence_of_deadlines(of);
    default:
        return sentence_of_papers(of);
    }
}

} // namespace

std::string lower_title(ActKind kind)
{
    std::string title(title_of(kind));
    // Every title begins with a capital that is one code point of one or two bytes.
    auto length = static_cast<unsigned char>(title[0]) < 0x80 ? 1U : 2U;
    return lower_case(title.substr(0, length)) + title.substr(length);
}

std::string named_act(const Act& act) { return fmt::format("{} ngày {}", lower_title(act.kind), act.on.vietnamese()); }

Explanation explain(const Finding& finding, const Case& judged, Date as_of, const Rulebooks& books)
{
    const auto& book = books[finding.rulebook];
    const Act* act = finding.act ? &judged.acts[*finding.act] : nullptr;
    return {.regulation = book.regulation().number,
            .citation = book.citation(finding.rule),
            .message = sentence({.rule = finding.rule,
                                 .judged = judged,
                                 .day = act ? act->on : as_of,
                                 .as_of = as_of,
                                 .book = book,
                                 .act = act,
                                 .finding = &finding,
                                 .about = finding.about})};
}

std::string explain_unmet(Rule rule, const NextAct& next, const Case& judged, Date as_of, const Rulebooks& books)
{
    return sentence(
        {.rule = rule, .judged = judged, .day = as_of, .as_of = as_of, .book = books.on(as_of), .about = next.about});
}

} // namespace phusa
