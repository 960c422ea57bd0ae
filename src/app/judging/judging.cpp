#include "app/judging/judging.hpp"

#include "app/judging/case_json.hpp"
#include "base/embedded.hpp"
#include "rules/explanation.hpp"
#include "rules/judge.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace phusa
{

namespace
{

const WorkingDays& shipped_working_days()
{
    static const WorkingDays days = [] {
        auto read = WorkingDays::parse(embedded_file("regulations/holidays.toml").value());
        if (!read)
            throw std::runtime_error(read.error().message);
        return *std::move(read);
    }();
    return days;
}

bool is_blocked(const JudgedCase& judged) { return judged.verdict.outcome == Outcome::blocked; }

} // namespace

JudgedCase judge_case(const Case& judged, Date as_of)
{
    const auto& books = shipped_rulebooks();
    JudgedCase said{.verdict = judge(judged, as_of, books, shipped_working_days()), .findings = {}};
    for (const auto& finding : said.verdict.findings) {
        auto words = explain(finding, judged, as_of, books);
        said.findings.push_back({.finding = finding,
                                 .regulation = std::move(words.regulation),
                                 .citation = std::move(words.citation),
                                 .message = std::move(words.message)});
    }
    return said;
}

Result<JudgeAnswer> judge_json(std::string_view json, Date as_of)
{
    auto file = TRY(read_cases(json));
    JudgeAnswer answer;
    for (const auto& each : file.cases) {
        auto said = judge_case(each, as_of);
        answer.is_blocked = answer.is_blocked || is_blocked(said);
        answer.text += (answer.text.empty() ? "" : ",\n") + verdict_json(said);
    }
    if (file.is_array)
        answer.text = "[" + answer.text + "]";
    return answer;
}

Result<JudgeAnswer> judge_in_words(std::string_view json, Date as_of)
{
    auto file = TRY(read_cases(json));
    JudgeAnswer answer;
    for (std::size_t place = 0; place < file.cases.size(); ++place) {
        auto said = judge_case(file.cases[place], as_of);
        answer.is_blocked = answer.is_blocked || is_blocked(said);
        if (file.is_array)
            answer.text += fmt::format("{}HỒ SƠ THỨ {}\n", place == 0 ? "" : "\n", place + 1);
        answer.text += verdict_text(file.cases[place], said, as_of);
    }
    return answer;
}

} // namespace phusa
