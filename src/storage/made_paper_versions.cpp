#include "storage/made_paper_versions.hpp"

#include "storage/made_papers.hpp"
#include "storage/paper_shelves.hpp"

namespace phusa::storage
{

std::optional<MadePaper> made_paper_version(Session& session, std::int64_t version)
{
    auto printed = fact_where<MadePaper>(session, "v.version = ?", version);
    if (!printed || !made_paper(session, printed->id))
        return std::nullopt;
    return printed;
}

} // namespace phusa::storage
