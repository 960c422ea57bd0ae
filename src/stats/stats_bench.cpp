// Counting in a province of 60,000 admissions and on a country of 6,000,000 (DESIGN §9).
#include "stats/count.hpp"
#include "stats/drawn_rows_bench.hpp"
#include "stats/form_count.hpp"
#include "stats/pivot.hpp"
#include "stats/roll_up.hpp"
#include "stats/spans.hpp"

#include <array>
#include <benchmark/benchmark.h>
#include <numeric>
#include <string_view>

namespace phusa::stats
{

namespace
{

// Like regulations/indicators/article.toml: nineteen, three of them age bands.
std::vector<Indicator> indicators_of()
{
    std::vector<Indicator> all;
    for (std::size_t i = 0; i < 16; ++i) {
        Indicator indicator;
        Indicator::CodeTerm term{.dimension = i % 6, .accepted = {}};
        term.accepted.set(i % 15).set((i + 3) % 15);
        indicator.codes.push_back(term);
        all.push_back(std::move(indicator));
    }
    for (std::uint16_t band = 0; band < 3; ++band) {
        Indicator indicator;
        indicator.age_from_months = static_cast<std::uint16_t>(216 + band * 156);
        indicator.age_until_months = static_cast<std::uint16_t>(indicator.age_from_months + 156);
        all.push_back(std::move(indicator));
    }
    return all;
}

const Columns& rows_in(benchmark::State& state)
{
    static const Columns province = sorted(columns_of(60'000));
    static const Columns country = sorted(columns_of(6'000'000));
    return state.range(0) == 60'000 ? province : country;
}

Slice slice_of(const Columns& columns, const char* period)
{
    return {{0, columns.positions().back() + 1}, *Period::parse(period)};
}

void story(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    const auto indicators = indicators_of();
    auto slice = slice_of(columns, "2007-01-01..2012-03-31");
    Counts counts;
    for (auto _ : state)
        benchmark::DoNotOptimize(counts = count(columns, slice, indicators));
    state.counters["total"] = std::accumulate(counts.of.begin(), counts.of.end(), 0.0);
}

void story_by_year(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    const auto indicators = indicators_of();
    auto slice = slice_of(columns, "2007-01-01..2012-03-31");
    for (auto _ : state)
        benchmark::DoNotOptimize(count_by_year(columns, slice, indicators));
}

void breakdown_of_all_years(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    auto slice = slice_of(columns, "1960-01-01..2026-01-01");
    for (auto _ : state)
        benchmark::DoNotOptimize(count_by_code(columns, slice, 3));
}

void by_commune(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    std::vector<PositionRange> ranges;
    constexpr std::uint32_t cells_a_commune = 60;
    for (std::uint32_t first = 0; first <= columns.positions().back(); first += cells_a_commune)
        ranges.push_back({first, first + cells_a_commune});
    auto year = Period::year(2024);
    for (auto _ : state)
        benchmark::DoNotOptimize(count_by_range(columns, ranges, year));
}

// Members of whom each came once, some moved, some left, and a form of as many rows as 1-BTCTW.
Changes changes_of(std::uint32_t people)
{
    Noise noise;
    auto cells = people / people_a_cell + 1;
    constexpr std::uint32_t first_day = 22'000, all_days = 24'000, kinds = 8, borders = 3;
    Changes changes({{.key = "change", .title = ""}, {.key = "border", .title = ""}, {.key = "young", .title = ""}},
                    cells);
    auto codes = [&] {
        return std::array{static_cast<std::uint8_t>(noise.below(kinds)),
                          static_cast<std::uint8_t>(noise.below(borders)), static_cast<std::uint8_t>(noise.below(2))};
    };
    for (std::uint32_t who = 0; who < people; ++who) {
        auto day = first_day + noise.below(all_days);
        auto here = noise.below(cells);
        changes.add(static_cast<std::uint16_t>(day), Changes::outside, here, who, codes());
        for (; noise.below(3) == 0 && day + 1 < first_day + all_days; day += 1 + noise.below(2'000)) {
            auto next = noise.below(cells);
            if (next == here)
                continue;
            changes.add(static_cast<std::uint16_t>(day), here, next, who, codes());
            here = next;
        }
    }
    changes.sort();
    return changes;
}

Form form_like(FormMeasure first, FormMeasure second, std::size_t rows, std::size_t dimension_count)
{
    Form form;
    for (std::size_t i = 0; i < rows; ++i) {
        FormRow row;
        row.counts = i % 2 == 0 ? first : second;
        Indicator::CodeTerm term{.dimension = i % dimension_count, .accepted = {}};
        term.accepted.set(i % 4).set(i % 4 + 1);
        row.what.codes.push_back(term);
        form.rows.push_back(std::move(row));
    }
    return form;
}

const Changes& changes_in(benchmark::State& state)
{
    static const Changes province = changes_of(60'000);
    static const Changes country = changes_of(6'000'000);
    return state.range(0) == 60'000 ? province : country;
}

// Both columns of a form: a year and the year before.
void form_of_admissions(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    constexpr std::size_t rows = 46;
    auto form = form_like(FormMeasure::admissions, FormMeasure::admissions, rows, dimensions);
    form.rows[rows - 1].counts = FormMeasure::mean_age;
    std::array<FormValues, 2> values;
    for (auto _ : state) {
        values = {count_form(form, {.admissions = &columns}, slice_of(columns, "2011")),
                  count_form(form, {.admissions = &columns}, slice_of(columns, "2010"))};
        benchmark::DoNotOptimize(values);
    }
    double total = 0;
    for (const auto& year : values)
        for (std::size_t row = 0; row + 1 < rows; ++row)
            total += year[row].value_or(0);
    state.counters["total"] = total;
}

void form_of_changes(benchmark::State& state)
{
    const auto& changes = changes_in(state);
    constexpr std::size_t rows = 19, change_dimensions = 3;
    auto form = form_like(FormMeasure::arrivals, FormMeasure::departures, rows, change_dimensions);
    form.rows.front().counts = FormMeasure::members_before;
    form.rows.back().counts = FormMeasure::members_after;
    PositionRange half{0, static_cast<std::uint32_t>(state.range(0)) / people_a_cell / 2};
    for (auto _ : state)
        for (const auto* year : {"2011", "2010"})
            benchmark::DoNotOptimize(count_form(form, {.changes = &changes}, {half, *Period::parse(year)}));
}

// What is made when rows are sorted: their order, that of their days, and sums of them where there are many.
void sort(benchmark::State& state, Draw draw)
{
    const auto columns = columns_of(static_cast<std::uint32_t>(state.range(0)), draw);
    std::size_t bytes = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto copy = columns;
        state.ResumeTiming();
        benchmark::DoNotOptimize(copy.sort());
        bytes = copy.roll_up() ? copy.roll_up()->bytes() : 0;
    }
    state.counters["summed_up_bytes_a_row"] = static_cast<double>(bytes) / static_cast<double>(columns.rows());
}

void sorting(benchmark::State& state) { sort(state, any_codes); }
void sorting_people(benchmark::State& state) { sort(state, codes_of_people); }

BENCHMARK(sorting)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sorting_people)->Arg(6'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(form_of_admissions)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(form_of_changes)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond);
// What the cells come to goes with the figure, so that another engine's can be compared.
void ask(benchmark::State& state, const Columns& columns, const Slice& slice, const std::vector<Grouping>& sides,
         const std::vector<Grouping>& filters = {}, Ages ages = Ages::left_out)
{
    Pivot counted;
    for (auto _ : state)
        benchmark::DoNotOptimize(counted = pivot(columns, slice, sides, filters, ages));
    Cell total;
    for (const auto& cell : counted.cells)
        total += cell;
    state.counters["total"] = total.count + static_cast<double>(total.age_months_sum);
}

Slice all_days(const Columns& columns) { return slice_of(columns, "1900-01-01..2079-06-06"); }

std::vector<Grouping> first_two(const Columns& columns)
{
    return {group_by_values(columns.dimensions()[0], 0), group_by_values(columns.dimensions()[1], 1)};
}

// Occupation by year, as the page's first question; every row of all years is counted.
void pivot_by_year(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    auto slice = slice_of(columns, "1960-01-01..2026-01-01");
    ask(state, columns, slice,
        {group_by_values(columns.dimensions()[0], 0), group_by_days(spans_of(slice.days, SpanUnit::year))});
}

// Two dimensions of codes, all days: the national pivot of DESIGN §9.
void pivot_of_codes(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    ask(state, columns, all_days(columns), first_two(columns));
}

// The same with a filter and mean ages.
void pivot_with_ages_of(benchmark::State& state, const Columns& columns)
{
    std::bitset<256> some;
    some.set(1).set(4).set(7);
    ask(state, columns, all_days(columns), first_two(columns), {only_codes(2, some)}, Ages::asked);
}

void pivot_with_ages(benchmark::State& state) { pivot_with_ages_of(state, rows_in(state)); }

void pivot_with_ages_of_people(benchmark::State& state)
{
    static const Columns country = sorted(columns_of(6'000'000, codes_of_people));
    pivot_with_ages_of(state, country);
}

// Provinces by year.
void pivot_of_provinces(benchmark::State& state)
{
    const auto& columns = rows_in(state);
    constexpr std::uint32_t provinces = 34;
    auto slice = slice_of(columns, "2004-01-01..2023-12-31");
    std::vector<std::vector<PositionRange>> sets;
    for (std::uint32_t i = 0; i < provinces; ++i)
        sets.push_back({{slice.positions.end / provinces * i, slice.positions.end / provinces * (i + 1)}});
    ask(state, columns, slice, {group_by_positions(sets), group_by_days(spans_of(slice.days, SpanUnit::year))});
}

BENCHMARK(pivot_by_year)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(pivot_of_codes)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(pivot_with_ages)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(pivot_with_ages_of_people)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(pivot_of_provinces)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(story)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(story_by_year)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(breakdown_of_all_years)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(by_commune)->Arg(60'000)->Arg(6'000'000)->Unit(benchmark::kMicrosecond);

} // namespace

} // namespace phusa::stats

// stats_bench rows province|country|people writes such rows to standard output and measures nothing.
int main(int count, char** words)
{
    using namespace phusa::stats;
    if (count == 3 && std::string_view(words[1]) == "rows") {
        const std::string_view which(words[2]);
        auto rows = which == "province" ? 60'000U : 6'000'000U;
        write_rows(sorted(columns_of(rows, which == "people" ? codes_of_people : any_codes)), stdout);
        return 0;
    }
    benchmark::Initialize(&count, words);
    benchmark::RunSpecifiedBenchmarks();
}
