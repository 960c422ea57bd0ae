#pragma once

#include "app/papers/paper_book.hpp"
#include "domain/made_paper.hpp"
#include "domain/organisation.hpp"

#include <string>

namespace phusa
{

namespace storage
{
class Session;
}

// The term of a body on a day. A body that told its own terms goes by them from the first of them on, and by nobody
// else's: its numbers run on until it says that a new one has begun.
std::string term_of(storage::Session& session, OrganisationId body, Date day);

// "CB" of "05-NQ/CB"; `issuer` may be unknown (id 0).
std::string sign_of_series(const PaperForm& form, const Organisation& issuer);
// Where the number of a paper of that day comes from.
NumberSeries series_of(storage::Session& session, const PaperForm& form, const Organisation& issuer, Date day);

} // namespace phusa
