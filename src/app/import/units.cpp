#include "app/import/units.hpp"

#include "app/gate.hpp"
#include "base/text.hpp"
#include "storage/imports.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr std::size_t ancestors_max = 16; // more than the tree is deep

// "Chi bộ 1, Đảng bộ xã A" or "Đảng bộ xã A / Chi bộ 1": the names in it, folded.
std::vector<std::string> names_in(std::string_view text)
{
    std::vector<std::string> names;
    std::string one;
    auto end = [&] {
        auto folded = fold(one);
        if (!folded.empty())
            names.push_back(std::move(folded));
        one.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool parts = std::string_view("/>,;\n\\").find(text[at]) != std::string_view::npos ||
                     (text[at] == '-' && at > 0 && at + 1 < text.size() && text[at - 1] == ' ' && text[at + 1] == ' ');
        if (parts)
            end();
        else
            one += text[at];
    }
    end();
    return names;
}

Problem unknown(std::string_view text)
{
    return {.kind = Problem::Kind::invalid,
            .message = fmt::format("Không thấy chi bộ “{}” trong phạm vi của anh/chị. Hãy ghi mã chi bộ, hoặc đúng tên "
                                   "như trên cây tổ chức.",
                                   shortened(text, 60))};
}

} // namespace

UnitFinder::UnitFinder(App& app, const Gate& gate, Right right, std::optional<OrganisationId> within)
    : app_(app), gate_(gate), right_(right), within_(within)
{
    auto session = app.database().read();
    for (auto& last : storage::last_organisations(session)) {
        bool alive = !last.valid.until || last.valid.covers(app.today());
        auto id = last.id;
        units_.emplace(id, Unit{.last = std::move(last), .folded = {}, .is_alive = alive});
    }
    for (auto& [id, unit] : units_) {
        unit.folded = fold(unit.last.name);
        by_name_[unit.folded].push_back(&unit);
        by_code_[unit.last.code].push_back(&unit);
    }
}

UnitFinder::~UnitFinder() = default;

Result<OrganisationId> UnitFinder::find(const std::string& text, const std::string& above)
{
    constexpr std::size_t remembered_max = 50'000;
    auto key = text + '\x1f' + above;
    std::lock_guard lock(mutex_);
    if (auto before = found_.find(key); before != found_.end())
        return before->second;
    if (found_.size() >= remembered_max)
        found_.clear();
    return found_.emplace(std::move(key), look_up(text, above)).first->second;
}

Result<OrganisationId> UnitFinder::look_up(const std::string& text, const std::string& above)
{
    std::vector<const Unit*> fitting;
    if (auto code = by_code_.find(text); code != by_code_.end())
        fitting = code->second;
    if (fitting.empty()) {
        auto names = names_in(text);
        auto higher = names_in(above);
        // The cell's own name stands first or last in a path; a name with a comma in it is tried whole.
        names.push_back(fold(text));
        fitting = bearing(names);
        std::erase_if(fitting, [&](const Unit* unit) {
            std::vector<std::string> others;
            if (unit->folded != fold(text))
                std::ranges::copy_if(names, std::back_inserter(others),
                                     [&](const auto& name) { return name != unit->folded && name != names.back(); });
            others.insert(others.end(), higher.begin(), higher.end());
            return !stands_below(*unit, others);
        });
    }
    if (std::ranges::any_of(fitting, &Unit::is_alive))
        std::erase_if(fitting, [](const Unit* unit) { return !unit->is_alive; });
    std::vector<const Unit*> reached;
    std::ranges::copy_if(fitting, std::back_inserter(reached),
                         [&](const Unit* unit) { return reaches(unit->last.id); });
    if (reached.empty())
        return std::unexpected(unknown(text));
    std::ranges::sort(reached, {}, [](const Unit* unit) { return unit->last.valid.first; });
    if (reached.size() > 1 && reached.back()->is_alive)
        return problem(Problem::Kind::invalid,
                       fmt::format("Có {} chi bộ cùng tên “{}”. Hãy ghi mã chi bộ, hoặc ghi cả cấp trên: “{}, {}”.",
                                   reached.size(), shortened(text, 60), reached.front()->last.name,
                                   reached.front()->last.parent ? name_of(*reached.front()->last.parent) : ""));
    return checked(*reached.back());
}

std::vector<const UnitFinder::Unit*> UnitFinder::bearing(const std::vector<std::string>& names) const
{
    std::vector<const Unit*> fitting;
    for (const auto& name : names)
        if (auto found = by_name_.find(name); found != by_name_.end())
            for (const auto* unit : found->second)
                if (std::ranges::find(fitting, unit) == fitting.end())
                    fitting.push_back(unit);
    // Where a path names committees as well, the cell in it is meant.
    if (std::ranges::any_of(fitting, [](const Unit* unit) { return has_members(unit->last.kind); }))
        std::erase_if(fitting, [](const Unit* unit) { return !has_members(unit->last.kind); });
    return fitting;
}

bool UnitFinder::stands_below(const Unit& unit, const std::vector<std::string>& above) const
{
    std::vector<const Unit*> ancestors;
    auto parent = unit.last.parent;
    while (parent && ancestors.size() < ancestors_max) {
        const auto* next = this->unit(*parent);
        if (!next)
            break;
        ancestors.push_back(next);
        parent = next->last.parent;
    }
    return std::ranges::all_of(above, [&](const std::string& name) {
        return std::ranges::any_of(
            ancestors, [&](const Unit* ancestor) { return ancestor->folded == name || ancestor->last.code == name; });
    });
}

Result<OrganisationId> UnitFinder::checked(const Unit& unit)
{
    if (!has_members(unit.last.kind))
        return problem(Problem::Kind::invalid,
                       fmt::format("“{}” là {}, không phải chi bộ. Hãy ghi chi bộ mà người này sinh hoạt.",
                                   unit.last.name, lower_case(title_of(unit.last.kind))));
    return unit.last.id;
}

bool UnitFinder::is_reachable(OrganisationId id)
{
    std::lock_guard lock(mutex_);
    return reaches(id);
}

bool UnitFinder::reaches(OrganisationId id)
{
    if (auto known = reachable_.find(id); known != reachable_.end())
        return known->second;
    const auto* found = unit(id);
    bool reachable = found && gate_.pass(right_, id).has_value();
    if (reachable && within_) {
        auto day =
            found->last.valid.until ? std::min(found->last.valid.until->plus_days(-1), app_.today()) : app_.today();
        reachable = app_.tree_on(day)->is_within(id, *within_) || app_.tree()->is_within(id, *within_);
    }
    reachable_.emplace(id, reachable);
    return reachable;
}

std::string UnitFinder::name_of(OrganisationId id) const
{
    const auto* found = unit(id);
    return found ? found->last.name : std::string();
}

std::string UnitFinder::code_of(OrganisationId id) const
{
    const auto* found = unit(id);
    return found ? found->last.code : std::string();
}

const UnitFinder::Unit* UnitFinder::unit(OrganisationId id) const
{
    auto found = units_.find(id);
    return found == units_.end() ? nullptr : &found->second;
}

} // namespace phusa
