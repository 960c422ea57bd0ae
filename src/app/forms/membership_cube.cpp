#include "app/forms/membership_cube.hpp"

#include "app/forms/member_walk.hpp"
#include "app/placing.hpp"
#include "app/recording.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/person_cells.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <mutex>

namespace phusa
{

namespace
{

using Position = OrganisationTree::Position;

enum class Border : std::uint8_t { none, province, district, inside };

Date day_of(std::int32_t days_since_1900)
{
    return Date(Date::of(1900, 1, 1)->sys_days() + std::chrono::days(days_since_1900));
}

struct StepOf {
    std::int64_t person = 0;
    MemberStep step;
};

// Everybody's steps, by person, each one's in their order.
std::vector<StepOf> all_steps(storage::Session& session, storage::AsRecorded as_recorded)
{
    std::vector<StepOf> steps;
    auto admissions = storage::admission_columns(session, as_recorded);
    auto events = storage::membership_event_columns(session, as_recorded);
    steps.reserve(admissions.size() + events.size());
    for (std::size_t i = 0; i < admissions.size(); ++i)
        steps.push_back({.person = admissions.person[i],
                         .step = {.step = {.on = day_of(admissions.counted_on[i]), .id = admissions.id[i]},
                                  .to = OrganisationId(admissions.cell[i])}});
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto to = events.to[i] ? std::optional(OrganisationId(events.to[i])) : std::nullopt;
        steps.push_back({.person = events.person[i],
                         .step = {.step = {.on = day_of(events.on[i]),
                                           .event = static_cast<MembershipEventKind>(events.kind[i]),
                                           .id = events.id[i],
                                           .stays_within = to.has_value()},
                                  .to = to}});
    }
    std::ranges::sort(steps, {}, [](const StepOf& each) { return std::pair(each.person, each.step.step.order()); });
    return steps;
}

// For each place the unit directly under the root in which it lies, and its root.
struct Divisions {
    std::vector<Position> root;
    std::vector<Position> division;

    explicit Divisions(const OrganisationTree& tree) : root(tree.size()), division(tree.size())
    {
        for (Position at = 0; at < tree.size(); ++at) {
            auto above = tree.parent(at);
            root[at] = above ? root[*above] : at;
            division[at] = above && tree.depth(*above) > 0 ? division[*above] : at;
        }
    }
    Border between(Position a, Position b) const
    {
        if (root[a] != root[b])
            return Border::province;
        return division[a] == division[b] ? Border::inside : Border::district;
    }
};

class Builder
{
public:
    Builder(storage::Session& session, std::shared_ptr<const OrganisationTree> tree, storage::AsRecorded as_recorded)
        : tree_(std::move(tree)), placing_(session, *tree_, as_recorded), divisions_(*tree_),
          changes_(change_dimensions(), static_cast<std::uint32_t>(tree_->size()))
    {
    }

    std::shared_ptr<const MembershipCube> build(const std::vector<StepOf>& steps,
                                                const storage::PersonCellColumns& cells)
    {
        std::size_t cell = 0;
        for (std::size_t first = 0, end = 0; first < steps.size(); first = end) {
            auto person = steps[first].person;
            std::vector<MemberStep> own;
            for (end = first; end < steps.size() && steps[end].person == person; ++end)
                own.push_back(steps[end].step);
            std::vector<MemberCell> own_cells;
            for (; cell < cells.size() && cells.person[cell] <= person; ++cell)
                if (cells.person[cell] == person)
                    own_cells.push_back({.from = day_of(cells.from[cell]), .cell = OrganisationId(cells.cell[cell])});
            walk_member(own, own_cells, [&](const MemberMove& move) { add(person, move); });
        }
        changes_.sort();
        return std::make_shared<MembershipCube>(
            MembershipCube{.tree = std::move(tree_), .changes = std::move(changes_)});
    }

private:
    std::uint32_t place_of(const std::optional<OrganisationId>& cell)
    {
        return cell ? placing_.of(*cell) : stats::Changes::outside;
    }

    void add(std::int64_t person, const MemberMove& move)
    {
        auto from = place_of(move.from), to = place_of(move.to);
        if (from == to)
            return;
        bool within = from != stats::Changes::outside && to != stats::Changes::outside;
        auto border = within ? divisions_.between(from, to) : Border::province;
        constexpr int last_day = std::numeric_limits<std::uint16_t>::max();
        auto day = std::clamp(move.on.days_since_1900(), 0, last_day);
        changes_.add(static_cast<std::uint16_t>(day), from, to, static_cast<std::uint32_t>(person),
                     std::array{static_cast<std::uint8_t>(move.change), static_cast<std::uint8_t>(border),
                                static_cast<std::uint8_t>(move.probationary)});
    }

    std::shared_ptr<const OrganisationTree> tree_;
    Placing placing_;
    Divisions divisions_;
    stats::Changes changes_;
};

std::shared_ptr<const MembershipCube> build(storage::Session& session, std::shared_ptr<const OrganisationTree> tree,
                                            storage::AsRecorded as_recorded)
{
    if (tree->size() == 0)
        return std::make_shared<MembershipCube>(
            MembershipCube{.tree = std::move(tree), .changes = stats::Changes(change_dimensions(), 0)});
    return Builder(session, std::move(tree), as_recorded)
        .build(all_steps(session, as_recorded), storage::person_cell_columns(session, as_recorded));
}

std::vector<stats::Dimension> make_dimensions()
{
    auto code = [](auto value) { return static_cast<std::uint8_t>(value); };
    using enum MemberChange;
    stats::Dimension change{.key = "change",
                            .title = "Lý do",
                            .values = {{code(recorded), "recorded", "Vào sổ, chưa rõ ngày kết nạp"},
                                       {code(admitted), "admitted", "Kết nạp"},
                                       {code(moved), "moved", "Chuyển sinh hoạt đảng"},
                                       {code(restored), "restored", "Phục hồi đảng tịch"},
                                       {code(died), "died", "Từ trần"},
                                       {code(expelled), "expelled", "Khai trừ"},
                                       {code(removed), "removed", "Xoá tên"},
                                       {code(resigned), "resigned", "Xin ra khỏi Đảng"}}};
    stats::Dimension border{.key = "border",
                            .title = "Qua ranh giới",
                            .values = {{code(Border::province), "province", "Ngoài tỉnh"},
                                       {code(Border::district), "district", "Đảng bộ khác trực thuộc tỉnh"},
                                       {code(Border::inside), "inside", "Trong cùng đảng bộ trực thuộc tỉnh"}}};
    return {change, border, stats::Dimension::yes_no("probationary", "Đảng viên dự bị")};
}

// The cubes of a few structures at once: today's, and those of past reports.
struct Cubes {
    mutable std::mutex mutex;
    mutable std::map<std::shared_ptr<const OrganisationTree>, std::shared_ptr<const MembershipCube>> by_tree;
};

constexpr std::size_t structures_kept = 3;

} // namespace

std::shared_ptr<const MembershipCube> membership_cube(App& app, Date structure)
{
    auto session = app.database().read();
    auto written = register_written(session);
    auto cubes = app.reckoned().get<Cubes>(written, app.today(), [] { return std::make_shared<Cubes>(); });
    auto tree = app.tree_on(structure);
    std::scoped_lock lock(cubes->mutex);
    if (auto known = cubes->by_tree.find(tree); known != cubes->by_tree.end())
        return known->second;
    if (cubes->by_tree.size() == structures_kept)
        cubes->by_tree.clear();
    return cubes->by_tree[tree] = build(session, tree, std::nullopt);
}

std::shared_ptr<const MembershipCube>
membership_cube_as_recorded(App& app, std::shared_ptr<const OrganisationTree> tree, AuditNumber recorded)
{
    auto session = app.database().read();
    return build(session, std::move(tree), recorded);
}

const std::vector<stats::Dimension>& change_dimensions()
{
    static const auto dimensions = make_dimensions();
    return dimensions;
}

} // namespace phusa
