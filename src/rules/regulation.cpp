#include "rules/regulation.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <stdexcept>

namespace phusa
{

const Regulation* regulation_on(Date day, std::span<const Regulation> regulations)
{
    auto next = std::ranges::upper_bound(regulations, day, {}, &Regulation::in_force_from);
    return next == regulations.begin() ? nullptr : &*std::prev(next);
}

const std::vector<Regulation>& shipped_regulations()
{
    static const std::vector<Regulation> regulations = [] {
        auto file = embedded_file("regulations/regulations.toml");
        assert(file);
        auto parsed = parse_regulations(*file);
        if (!parsed)
            throw std::runtime_error(parsed.error().message);
        return *std::move(parsed);
    }();
    return regulations;
}

const Regulation* regulation_on(Date day) { return regulation_on(day, shipped_regulations()); }

} // namespace phusa
