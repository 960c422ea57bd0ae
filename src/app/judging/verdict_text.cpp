#include "app/judging/judging.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

std::string shown(std::optional<Date> day) { return day ? day->vietnamese() : "chưa thể"; }

std::string finding_text(const Case& judged, const JudgedFinding& said)
{
    std::string where = "Việc chưa làm";
    if (said.finding.act) {
        const auto& act = judged.acts[*said.finding.act];
        where = fmt::format("{} ngày {}", title_of(act.kind), act.on.vietnamese());
    }
    return fmt::format("  {} {} ({})\n    {}\n    Căn cứ: {}\n",
                       said.finding.severity() == Severity::block ? "[Phải dừng]" : "[Nhắc]", where,
                       key_of(said.finding.rule), said.message, said.citation);
}

std::string next_text(const NextAct& next)
{
    std::string line =
        fmt::format("  {} ({}): sớm nhất {}", title_of(next.act), title_of(next.about), shown(next.earliest));
    if (next.latest)
        line += fmt::format(", hạn {}", next.latest->vietnamese());
    std::string lacking;
    for (auto rule : next.blocked_by.rules())
        lacking += fmt::format("{}{}", lacking.empty() ? "" : "; ", title_of(rule));
    return line + (lacking.empty() ? "" : "; còn vướng: " + lacking) + "\n";
}

} // namespace

std::string verdict_text(const Case& judged, const JudgedCase& said, Date as_of)
{
    std::string text = fmt::format("Tính đến ngày {}: {}\n", as_of.vietnamese(), title_of(said.verdict.outcome));
    if (!said.findings.empty())
        text += "\nKết quả kiểm tra:\n";
    for (const auto& each : said.findings)
        text += finding_text(judged, each);
    text += said.verdict.next.empty() ? "\nKhông còn việc phải làm.\n" : "\nCác việc tiếp theo:\n";
    for (const auto& each : said.verdict.next)
        text += next_text(each);
    return text;
}

} // namespace phusa
