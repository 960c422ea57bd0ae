#pragma once

#include "base/result.hpp"
#include "stats/dimension.hpp"

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa::stats
{

// A named question that every row answers with yes or no: "nông dân" = occupation is farmer. All terms must hold; an
// indicator without terms counts every row.
struct Indicator {
    // The code of one dimension is among the accepted ones.
    struct CodeTerm {
        std::size_t dimension = 0;
        std::bitset<256> accepted;
    };

    std::string key;
    std::string title;
    std::string source;     // where the definition comes from: form and row, or the text that uses it
    std::string definition; // one sentence for readers; empty where the title says all
    std::vector<CodeTerm> codes = {};
    // Full calendar months, from included, until excluded. An unknown age (0) is in no band.
    std::uint16_t age_from_months = 0;
    std::uint16_t age_until_months = 0; // 0: no age is asked

    bool asks_age() const { return age_until_months != 0; }
};

// One file of regulations/indicators.
struct IndicatorFile {
    std::string title;
    std::string source;
    std::vector<Indicator> indicators;

    // The indicator must be there.
    const Indicator& at(std::string_view key) const;
};

// Reads such a file over the given dimensions. An unknown key, dimension or value is a Problem that names it; so are
// two indicators with one key.
//
//   [[indicator]]
//   key = "young_farmers"
//   title = "nông dân trẻ"
//   source = "Biểu 2-BTCTW, II.1"
//   where = { occupation = ["farmer"], youth_union = true, age = { from = 18, to = 30 } }
//
// Ages are full years, both ends included. `{ religion = { except = ["none"] } }` accepts every other value.
Result<IndicatorFile> read_indicators(std::string_view toml, std::span<const Dimension> dimensions);

} // namespace phusa::stats
