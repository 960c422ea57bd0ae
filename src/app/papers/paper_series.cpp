#include "app/papers/paper_series.hpp"

#include "app/papers/body_names.hpp"
#include "storage/paper_terms.hpp"

namespace phusa
{

std::string term_of(storage::Session& session, OrganisationId body, Date day)
{
    std::string name;
    for (auto& own : storage::committee_terms_of(session, body))
        if (own.from <= day)
            name = std::move(own.name);
    return name.empty() ? paper_book().term_on(day).name : name;
}

std::string sign_of_series(const PaperForm& form, const Organisation& issuer)
{
    const auto* body = paper_book().body(form.issuer);
    // The sign of a committee says which one it is.
    bool is_of_a_committee = body->unit == IssuingUnit::grassroots || body->unit == IssuingUnit::deciding;
    return is_of_a_committee && issuer.id ? std::string(committee_sign(issuer)) : body->sign;
}

NumberSeries series_of(storage::Session& session, const PaperForm& form, const Organisation& issuer, Date day)
{
    return {.body = issuer.id,
            .sign = sign_of_series(form, issuer),
            .type = form.type,
            .term = term_of(session, issuer.id, day)};
}

} // namespace phusa
