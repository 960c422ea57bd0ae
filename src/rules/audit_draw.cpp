#include "rules/audit_draw.hpp"

#include "base/sealing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

namespace phusa
{

namespace
{

using Places = std::vector<std::size_t>;

// The place within `left` of the lot that holds a ticket.
std::size_t holder_of(std::span<const AuditLot> lots, const Places& left, std::int64_t ticket)
{
    std::size_t at = 0;
    for (; ticket >= lots[left[at]].tickets; ++at)
        ticket -= lots[left[at]].tickets;
    return at;
}

void draw_unit(std::span<const AuditLot> lots, Places left, int share, std::int64_t seed, Places& drawn)
{
    std::ranges::sort(left, {}, [&](std::size_t place) { return lots[place].dossier; });
    auto tickets = std::accumulate(left.begin(), left.end(), std::int64_t{0},
                                   [&](std::int64_t sum, std::size_t place) { return sum + lots[place].tickets; });
    const int turns = drawn_of(static_cast<int>(left.size()), share);
    for (int turn = 1; turn <= turns; ++turn) {
        auto number = number_of_turn(seed, lots[left.front()].unit, turn);
        auto at = holder_of(lots, left, static_cast<std::int64_t>(number % static_cast<std::uint64_t>(tickets)));
        tickets -= lots[left[at]].tickets;
        drawn.push_back(left[at]);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

} // namespace

int drawn_of(int dossiers, int share_percent) { return (dossiers * share_percent + 99) / 100; }

std::uint64_t number_of_turn(std::int64_t seed, OrganisationId unit, int turn)
{
    auto hash = sha256(fmt::format("{}/{}/{}", seed, unit.value, turn));
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = (number << 8U) | static_cast<unsigned char>(hash[i]);
    return number;
}

std::vector<std::size_t> draw_lots(std::span<const AuditLot> lots, int share_percent, std::int64_t seed)
{
    assert(share_percent >= 0 && share_percent <= 100);
    std::map<OrganisationId, Places> units;
    for (std::size_t place = 0; place < lots.size(); ++place) {
        assert(lots[place].tickets > 0);
        units[lots[place].unit].push_back(place);
    }
    Places drawn;
    for (auto& [unit, places] : units)
        draw_unit(lots, std::move(places), share_percent, seed, drawn);
    std::ranges::sort(drawn);
    return drawn;
}

} // namespace phusa
