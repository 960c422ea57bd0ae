#include "app/figures/report_check.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "exchange/docx_text.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace phusa
{

namespace
{

stats::ReportText report_of(DocxText docx)
{
    stats::ReportText report{.text = std::move(docx.text)};
    for (const auto& table : docx.tables) {
        stats::ReportText::Rows rows;
        for (const auto& cells : table) {
            auto& row = rows.emplace_back();
            for (const auto& cell : cells)
                row.push_back({cell.begin, cell.end});
        }
        report.tables.push_back(std::move(rows));
    }
    return report;
}

Result<stats::ReportText> read(std::string_view bytes)
{
    if (is_word_file(bytes))
        return report_of(TRY(read_docx(Content(std::string(bytes)))));
    if (bytes.size() > limit::report_text_bytes_max)
        return problem(Problem::Kind::too_large, "Văn bản dài quá 1 MB; hãy tách ra rồi soát từng phần.");
    if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos)
        return problem(Problem::Kind::invalid,
                       "Không đọc được văn bản; hãy lưu thành .docx, hoặc .txt với bảng mã Unicode (UTF-8).");
    return stats::ReportText{.text = std::string(bytes)};
}

// Whole numbers without a point, others as people read them: boost::json would write 60.6 as 6.06E1.
std::string number(double value) { return fmt::format("{}", value); }
std::string json_text(std::string_view text) { return boost::json::serialize(boost::json::string(text)); }

std::string figure_json(const stats::Figure& figure)
{
    return fmt::format(
        R"({{"text":{},"offset":{},"value":{},"unit":{},"of":{},"expected":{},"verdict":"{}","why":{}}})",
        json_text(figure.text), figure.offset, number(figure.value), json_text(figure.unit),
        figure.of ? std::to_string(*figure.of) : "null", figure.expected ? number(*figure.expected) : "null",
        stats::key_of(figure.verdict), json_text(figure.why));
}

} // namespace

std::size_t ReportCheck::count(stats::FigureVerdict verdict) const
{
    return static_cast<std::size_t>(std::ranges::count(figures, verdict, &stats::Figure::verdict));
}

Result<ReportCheck> check_report(std::string_view bytes)
{
    auto report = TRY(read(bytes));
    auto figures = stats::check_figures(report);
    return ReportCheck{.text = std::move(report.text), .figures = std::move(figures)};
}

std::string figures_json(const ReportCheck& check)
{
    std::vector<std::string> figures;
    for (const auto& figure : check.figures)
        figures.push_back(figure_json(figure));
    return fmt::format("{{\"figures\":[{}]}}", fmt::join(figures, ","));
}

std::string figures_listing(const ReportCheck& check)
{
    using enum stats::FigureVerdict;
    auto text = fmt::format("{} số liệu: {} sai, {} cắt bớt, {} gần đúng, {} đúng, {} chưa đối chiếu được.\n",
                            check.figures.size(), check.count(wrong), check.count(truncated), check.count(rounded),
                            check.count(ok), check.count(unchecked));
    for (auto verdict : {wrong, truncated, rounded, ok, unchecked})
        for (const auto& figure : check.figures)
            if (figure.verdict == verdict)
                text += fmt::format("[{}] {} (chữ thứ {}): {}\n", stats::vietnamese_of(verdict), figure.text,
                                    figure.offset + 1, figure.why);
    return text;
}

} // namespace phusa
