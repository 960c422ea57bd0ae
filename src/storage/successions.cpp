#include "storage/successions.hpp"

#include "storage/sql/versions.hpp"

namespace phusa::storage
{

template<>
struct Shelf<Succession> {
    static constexpr std::string_view table = "succession";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "succession";

    template<typename S, typename Visit>
    static void fields(S& succession, Visit&& visit)
    {
        visit("kind", succession.kind);
        visit("on_day", succession.on);
        visit("from_id", succession.from);
        visit("to_id", succession.to);
        visit("document", succession.document);
    }
    template<typename Visit>
    static void derived(const Succession&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(Succession&, Visit&&)
    {
    }
};

void add_successions(Transaction& transaction, std::span<const Succession> successions, AuditNumber by)
{
    insert_versions(transaction, successions, by);
}

std::vector<Succession> successions_of(Session& session, OrganisationId id)
{
    return facts_where<Succession>(
        session, "(v.from_id = ? OR v.to_id = ?) AND v.replaced_in IS NULL ORDER BY v.on_day, v.version", id, id);
}

std::vector<Succession> all_successions(Session& session, AsRecorded as_recorded)
{
    if (!as_recorded)
        return facts_where<Succession>(session, "v.replaced_in IS NULL ORDER BY v.on_day, v.version");
    return facts_where<Succession>(
        session, "v.recorded_in <= ? AND (v.replaced_in IS NULL OR v.replaced_in > ?) ORDER BY v.on_day, v.version",
        *as_recorded, *as_recorded);
}

} // namespace phusa::storage
