#include "app/pivot/units.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>

namespace phusa
{

namespace
{

using Tree = OrganisationTree;
using Position = Tree::Position;

constexpr std::string_view none_key = "none";

// Collects the positions of the frame's subtree into values, in the order in which the values first come.
class Gatherer
{
public:
    explicit Gatherer(PivotDimension& dimension) : dimension_(dimension) {}

    void add(Position position, std::string key, std::string title, const PivotCondition& condition)
    {
        auto [at, is_new] = numbers_.try_emplace(std::move(key), sets_.size());
        if (is_new) {
            dimension_.values.push_back({.key = at->first, .title = std::move(title), .condition = condition});
            sets_.emplace_back();
        }
        auto& ranges = sets_[at->second];
        if (!ranges.empty() && ranges.back().end == position)
            ++ranges.back().end;
        else
            ranges.push_back({position, position + 1});
    }
    void finish() { dimension_.grouping = stats::group_by_positions(sets_); }

private:
    PivotDimension& dimension_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::vector<stats::PositionRange>> sets_;
};

// For each position of the subtree the unit whose row it is in; absent where it lies above all of them.
using UnitOf = std::function<std::optional<Position>(const std::vector<Position>& path)>;

// Units without a code of their own, should there be any, are told apart by their numbers.
std::string key_of(const Organisation& unit)
{
    return unit.code.empty() ? "#" + std::to_string(unit.id.value) : unit.code;
}

void gather_units(PivotDimension& dimension, const PivotFrame& frame, std::string_view beside, const UnitOf& unit_of)
{
    const auto& tree = *frame.cube.tree;
    auto range = tree.subtree(frame.unit);
    Gatherer gatherer(dimension);
    for (auto position = range.first; position <= range.last; ++position) {
        auto unit = unit_of(tree.path(position));
        if (unit) {
            const auto& found = tree.at(*unit);
            auto below = tree.subtree(*unit);
            PivotCondition condition;
            if (*unit > frame.unit) // else all of the table is in it
                condition.unit = {found.id, {below.first, below.last + 1}};
            gatherer.add(position, key_of(found), found.name, condition);
        } else {
            PivotCondition condition;
            condition.is_askable = false;
            gatherer.add(position, std::string(none_key), std::string(beside), condition);
        }
    }
    gatherer.finish();
    // What lies in none of the units comes last.
    auto& values = dimension.values;
    auto none = std::ranges::find(values, none_key, &PivotDimension::Value::key);
    if (none == values.end())
        return;
    auto number = static_cast<std::uint32_t>(none - values.begin());
    none->is_rest = true;
    std::rotate(none, none + 1, values.end());
    auto last = static_cast<std::uint32_t>(values.size() - 1);
    for (auto& group : dimension.grouping.group_of)
        if (group != stats::Grouping::none && group >= number)
            group = group == number ? last : group - 1;
}

// The unit of the path at that depth below the top.
UnitOf at_depth(std::size_t depth)
{
    return [depth](const std::vector<Position>& path) {
        return depth < path.size() ? std::optional(path[depth]) : std::nullopt;
    };
}

UnitOf first_that(const Tree& tree, bool (*fits)(OrganisationKind))
{
    return [&tree, fits](const std::vector<Position>& path) -> std::optional<Position> {
        auto found = std::ranges::find_if(path, [&](Position unit) { return fits(tree.at(unit).kind); });
        return found == path.end() ? std::nullopt : std::optional(*found);
    };
}

// A kind or a sector, of the highest unit of the path that says one.
void gather_traits(
    PivotDimension& dimension, const PivotFrame& frame, std::string_view beside,
    const std::function<std::optional<std::pair<std::string_view, std::string_view>>(const Organisation&)>& trait)
{
    const auto& tree = *frame.cube.tree;
    auto range = tree.subtree(frame.unit);
    PivotCondition condition;
    condition.is_askable = false;
    Gatherer gatherer(dimension);
    for (auto position = range.first; position <= range.last; ++position) {
        std::pair<std::string_view, std::string_view> said{none_key, beside};
        for (auto unit : tree.path(position))
            if (auto found = trait(tree.at(unit))) {
                said = *found;
                break;
            }
        gatherer.add(position, std::string(said.first), std::string(said.second), condition);
    }
    gatherer.finish();
}

std::optional<std::pair<std::string_view, std::string_view>> kind_of(const Organisation& unit)
{
    if (!is_grassroots(unit.kind))
        return std::nullopt;
    return std::pair(phusa::key_of(unit.kind), title_of(unit.kind));
}

std::optional<std::pair<std::string_view, std::string_view>> sector_of(const Organisation& unit)
{
    if (unit.sector == Sector::unknown)
        return std::nullopt;
    return std::pair(phusa::key_of(unit.sector), title_of(unit.sector));
}

} // namespace

bool fill_from_tree(PivotDimension& dimension, const PivotFrame& frame)
{
    const auto& tree = *frame.cube.tree;
    const auto& key = dimension.key;
    auto own_depth = tree.path(frame.unit).size();
    if (key == "unit")
        gather_units(dimension, frame, "Ngay tại đơn vị", at_depth(own_depth));
    else if (key == "district")
        gather_units(dimension, frame, "Không thuộc đơn vị nào trực thuộc tỉnh", at_depth(1));
    else if (key == "grassroots")
        gather_units(dimension, frame, "Không thuộc tổ chức cơ sở nào", first_that(tree, is_grassroots));
    else if (key == "cell")
        gather_units(dimension, frame, "Không thuộc chi bộ nào", first_that(tree, has_members));
    else if (key == "kind")
        gather_traits(dimension, frame, "Không thuộc tổ chức cơ sở nào", kind_of);
    else if (key == "sector")
        gather_traits(dimension, frame, "Chưa rõ loại hình", sector_of);
    else
        return false;
    dimension.keeps_empty = key == "unit" || key == "district";
    return true;
}

} // namespace phusa
