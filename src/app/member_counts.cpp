#include "app/member_counts.hpp"

#include "app/recording.hpp"
#include "storage/people.hpp"

namespace phusa
{

namespace
{

void add(MemberCounts::Count& sum, Standing standing, std::int64_t people)
{
    sum.people += people;
    sum.members += is_member(standing) ? people : 0;
    sum.probationary += standing == Standing::probationary ? people : 0;
}

std::shared_ptr<const MemberCounts> reckon(App& app, storage::Session& session)
{
    auto tree = app.tree();
    std::vector<MemberCounts::Count> counts(tree->size());
    for (const auto& cell : storage::count_people_by_cell(session))
        if (auto position = tree->find(cell.cell))
            add(counts[*position], cell.standing, cell.people);
    for (auto position = static_cast<OrganisationTree::Position>(tree->size()); position-- > 0;) {
        if (auto above = tree->parent(position)) {
            counts[*above].members += counts[position].members;
            counts[*above].probationary += counts[position].probationary;
            counts[*above].people += counts[position].people;
        }
    }
    return std::make_shared<MemberCounts>(std::move(tree), std::move(counts));
}

} // namespace

MemberCounts::MemberCounts(std::shared_ptr<const OrganisationTree> tree, std::vector<Count> counts)
    : tree_(std::move(tree)), counts_(std::move(counts))
{
}

MemberCounts::Count MemberCounts::of(OrganisationId id) const
{
    auto position = tree_->find(id);
    return position ? counts_[*position] : Count{};
}

std::shared_ptr<const MemberCounts> member_counts(App& app)
{
    auto session = app.database().read();
    auto written = register_written(session);
    return app.reckoned().get<MemberCounts>(written, app.today(), [&] { return reckon(app, session); });
}

} // namespace phusa
