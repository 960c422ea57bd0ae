// A report of 20 pages: the sentences of the .case files, once with the prose that stands between figures, once
// without.
#include "base/case_file.hpp"
#include "stats/figures/figure.hpp"

#include <benchmark/benchmark.h>

namespace phusa::stats
{

namespace
{

constexpr std::size_t report_bytes = 60 * 1024;
// As long as what a report says without a number for each sentence with some.
constexpr std::string_view prose = " Các cấp uỷ đã tập trung lãnh đạo, chỉ đạo công tác tạo nguồn, bồi dưỡng và kết "
                                   "nạp đảng viên; phân công cấp uỷ viên "
                                   "phụ trách từng địa bàn, gắn công tác phát triển đảng với các phong trào thi đua "
                                   "yêu nước và với việc củng cố tổ chức "
                                   "cơ sở đảng. Hồ sơ kết nạp được lập, quản lý và lưu giữ theo quy định.";

std::vector<std::string> sentences()
{
    std::vector<std::string> found;
    for (const auto* name : {"shares.case", "plans.case", "sums.case", "offices.case"})
        for (const auto& row : case_rows(std::string("tests/stats/figures/") + name))
            if (row.cell(1).find("⏎") == std::string::npos) // else it is a table
                found.push_back(row.cell(1));
    return found;
}

std::string report_of(std::string_view between)
{
    static const auto all = sentences();
    std::string text;
    for (std::size_t i = 0; text.size() < report_bytes; ++i)
        text.append(all[i % all.size()]).append(between).append("\n");
    return text;
}

void check_report(benchmark::State& state, std::string_view between)
{
    ReportText report{.text = report_of(between)};
    std::size_t figures = 0;
    for (auto _ : state)
        figures = check_figures(report).size();
    state.counters["bytes"] = static_cast<double>(report.text.size());
    state.counters["figures"] = static_cast<double>(figures);
}

BENCHMARK_CAPTURE(check_report, of_20_pages, prose)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check_report, of_figures_alone, "")->Unit(benchmark::kMillisecond);

} // namespace

} // namespace phusa::stats
