#include "app/demo/names.hpp"

#include "app/demo/demo_files.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace phusa::demo
{

namespace
{

struct Draws {
    struct Era {
        int born_until = 0;
        WeightedDraw male_middle, female_middle, male, female;
    };
    WeightedDraw family;
    std::vector<Era> eras;
};

WeightedDraw draw_of(const Words& words)
{
    WeightedDraw draw;
    for (const auto& [word, weight] : words)
        draw.add(static_cast<std::uint32_t>(weight));
    return draw;
}

const Draws& draws()
{
    static const Draws made = [] {
        Draws all{.family = draw_of(name_file().family), .eras = {}};
        for (const auto& era : name_file().eras)
            all.eras.push_back({era.born_until, draw_of(era.male_middle), draw_of(era.female_middle), draw_of(era.male),
                                draw_of(era.female)});
        return all;
    }();
    return made;
}

const std::string& drawn(Random& random, const Words& words, const WeightedDraw& draw)
{
    return words[draw.draw(random)].first;
}

bool is_well_known(const std::string& name) { return std::ranges::binary_search(name_file().avoid, fold(name)); }

} // namespace

std::string invented_name(Random& random, Sex sex, int born_year)
{
    const auto& eras = name_file().eras;
    auto era = static_cast<std::size_t>(std::ranges::lower_bound(eras, born_year, {}, &NameFile::Era::born_until) -
                                        eras.begin());
    assert(era < eras.size());
    bool woman = sex == Sex::female;
    for (;;) {
        const auto& family = drawn(random, name_file().family, draws().family);
        const auto& middle = woman ? drawn(random, eras[era].female_middle, draws().eras[era].female_middle)
                                   : drawn(random, eras[era].male_middle, draws().eras[era].male_middle);
        const auto& given = woman ? drawn(random, eras[era].female, draws().eras[era].female)
                                  : drawn(random, eras[era].male, draws().eras[era].male);
        auto name = fmt::format("{} {} {}", family, middle, given);
        if (middle != given && !is_well_known(name))
            return name;
    }
}

} // namespace phusa::demo
