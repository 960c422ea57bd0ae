#pragma once

#include "app/people.hpp"
#include "web/site/site.hpp"

namespace phusa::web::people
{

// layout/filter_bar above the list: what may be asked for, what is asked for now. With `problem` the query was not
// understood; what was typed stays in its fields.
View filter_bar(Site& site, const Request& request, const PeopleQuestion& question, std::int64_t found,
                const Problem* problem);

} // namespace phusa::web::people
