// The figures of a report against the register.
#include "app/figures/report_check.hpp"
#include "base/embedded.hpp"
#include "base/number_text.hpp"
#include "base/toml.hpp"
#include "stats/figures/reckoning.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace phusa
{

namespace
{

using stats::Figure;
using stats::FigureKind;
using stats::FigureVerdict;

constexpr double hundred = 100;

struct Named {
    std::string key;
    std::string words; // between spaces, as Figure::before has them
};

std::string spaced(std::string_view words)
{
    std::string text = " ";
    for (char letter : words)
        text += letter == ',' || letter == '-' ? fmt::format(" {} ", letter) : std::string(1, letter);
    std::string single;
    for (char letter : text + " ")
        if (letter != ' ' || single.empty() || single.back() != ' ')
            single += letter;
    return single;
}

std::vector<Named> read_words()
{
    auto parsed = toml::parse(embedded_file("regulations/figures/indicators.toml").value_or(""));
    const auto* table = parsed ? parsed.table()["words"].as_table() : nullptr;
    if (!table)
        throw std::runtime_error("không đọc được lời văn của các chỉ tiêu");
    std::vector<Named> names;
    for (const auto& [key, node] : *table)
        if (const auto* list = node.as_array())
            for (const auto& word : *list)
                names.push_back({std::string(key.str()), spaced(word.value_or(std::string()))});
    return names;
}

// The indicator whose words end last in the text; of those the longest.
std::string key_in(std::string_view text)
{
    static const auto names = read_words();
    auto words = spaced(text);
    std::size_t last = 0;
    std::size_t longest = 0;
    std::string key;
    for (const auto& name : names) {
        auto at = words.rfind(name.words);
        if (at == std::string::npos)
            continue;
        auto end = at + name.words.size();
        if (end > last || (end == last && name.words.size() > longest)) {
            last = end;
            longest = name.words.size();
            key = name.key;
        }
    }
    return key;
}

class Register
{
public:
    explicit Register(const Story& story) : story_(story)
    {
        for (const auto& row : story.table.rows)
            if (const auto* count = std::get_if<std::int64_t>(&row[2]))
                counts_.emplace(std::get<std::string>(row[5]), *count);
        for (const auto& figure : story.figures)
            if (figure.key == "mean_age")
                mean_age_ = figure.value;
        if (!story.table.rows.empty())
            counts_["total"] = std::get<std::int64_t>(story.table.rows.front()[2]);
    }

    void tie(Figure& figure)
    {
        auto key = key_of(figure);
        if (key.empty())
            return;
        if (figure.kind == FigureKind::age) {
            if (key == "mean_age" && mean_age_)
                say(figure, key, *mean_age_, fmt::format("tuổi bình quân là {}", vietnamese_decimal(*mean_age_, 1)));
            return;
        }
        auto found = counts_.find(key);
        if (found == counts_.end())
            return;
        auto total = counts_["total"];
        if (figure.kind == FigureKind::count)
            say(figure, key, static_cast<double>(found->second),
                fmt::format("là {} người", vietnamese_number(found->second)));
        else if (figure.kind == FigureKind::percent && figure.verdict == FigureVerdict::unchecked && total > 0 &&
                 key != "total")
            say(figure, key + "%", hundred * static_cast<double>(found->second) / static_cast<double>(total),
                fmt::format("là {} trên {} người", vietnamese_number(found->second), vietnamese_number(total)));
    }

private:
    std::string key_of(const Figure& figure) const
    {
        if (!figure.is_main)
            return {};
        auto key = key_in(figure.before);
        if (key == "total" && !spaced(figure.after).starts_with(" đảng viên"))
            key.clear();
        if (key.empty() || key == "total")
            if (auto behind = figure.after.substr(0, 24); figure.kind == FigureKind::count && behind.starts_with("nữ"))
                key = "women";
        return key;
    }

    // What is said again with another number may be of another year or unit: only the first is held against it.
    void say(Figure& figure, const std::string& key, double exact, const std::string& words)
    {
        auto reckoned = stats::reckon(figure, exact);
        bool is_first = said_.insert(key).second;
        if (!reckoned.fits() && (!is_first || figure.verdict == FigureVerdict::wrong))
            return;
        if (figure.verdict == FigureVerdict::wrong)
            return;
        figure.verdict = reckoned.verdict;
        figure.expected = reckoned.expected;
        if (!reckoned.fits())
            figure.of.reset();
        figure.why = fmt::format("Sổ của {}, {}: {}; {}.", story_.unit.name, story_.period.vietnamese(), words,
                                 stats::outcome(figure, reckoned));
    }

    const Story& story_;
    std::map<std::string, std::int64_t, std::less<>> counts_ = {};
    std::optional<double> mean_age_ = {};
    std::set<std::string> said_ = {};
};

} // namespace

Result<void> tie_to_register(App& app, const Actor& actor, const StoryQuestion& question, ReportCheck& check)
{
    auto told = TRY(story(app, actor, question));
    Register ledger(told);
    for (auto& figure : check.figures)
        ledger.tie(figure);
    return {};
}

} // namespace phusa
