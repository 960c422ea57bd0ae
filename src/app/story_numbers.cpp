#include "app/story_numbers.hpp"

#include "app/columns.hpp"

#include <algorithm>
#include <cassert>
#include <initializer_list>

namespace phusa
{

namespace
{

using stats::Indicator;

constexpr std::uint16_t months_of_18_years = 18 * 12;

class Remains
{
public:
    explicit Remains(std::vector<Indicator>& all) : all_(all) {}

    void add(std::string key, std::string title, std::string source, std::string_view dimension,
             std::initializer_list<std::string_view> values)
    {
        const auto& dimensions = admission_dimensions();
        auto found = std::ranges::find(dimensions, dimension, &stats::Dimension::key);
        assert(found != dimensions.end());
        Indicator::CodeTerm term{.dimension = static_cast<std::size_t>(found - dimensions.begin()), .accepted = {}};
        for (auto value : values) {
            auto code = found->code_of(value);
            assert(code);
            term.accepted.set(*code);
        }
        all_.push_back({.key = std::move(key),
                        .title = std::move(title),
                        .source = std::move(source),
                        .definition = {},
                        .codes = {term}});
    }

private:
    std::vector<Indicator>& all_;
};

// What the article did not print, but what its parts leave over; titles as they stand in a sentence.
void add_remains(std::vector<Indicator>& all)
{
    Remains remains(all);
    const std::string row1 = "Biểu 2-BTCTW, II.1";
    const std::string row3 = "Biểu 2-BTCTW, II.3";
    const std::string row4 = "Biểu 2-BTCTW, II.4";
    const std::string blank = "Mục này bỏ trống trong sổ";
    remains.add("men", "đảng viên nam", "Biểu 2-BTCTW, I", "sex", {"male"});
    remains.add("unknown_sex", "chưa rõ giới tính", blank, "sex", {"unknown"});
    remains.add("village_activists", "người hoạt động không chuyên trách ở thôn, tổ dân phố", row1, "occupation",
                {"village_activist"});
    remains.add("students", "sinh viên, học sinh", row1, "occupation", {"student", "pupil"});
    remains.add("other_occupation", "nghề nghiệp khác", row1, "occupation", {"other"});
    remains.add("unknown_occupation", "chưa rõ nghề nghiệp", blank, "occupation", {"unknown"});
    remains.add("unknown_education", "chưa rõ trình độ học vấn", blank, "general_education", {"unknown"});
    remains.add("other_qualification", "còn lại", row4, "qualification", {"elementary", "none", "unknown"});
    remains.add("elementary", "sơ cấp, công nhân kỹ thuật, nhân viên nghiệp vụ", row4, "qualification", {"elementary"});
    remains.add("no_qualification", "chưa qua đào tạo", row4, "qualification", {"none"});
    remains.add("unknown_qualification", "chưa rõ trình độ chuyên môn", blank, "qualification", {"unknown"});
    Indicator under{.key = "under_18",
                    .title = "chưa đủ 18 tuổi theo sổ",
                    .source = "Cần kiểm tra lại ngày sinh",
                    .definition = {}};
    under.age_from_months = 1;
    under.age_until_months = months_of_18_years;
    all.push_back(std::move(under));
}

std::vector<Indicator> make_indicators()
{
    auto all = indicator_file("article").indicators;
    add_remains(all);
    return all;
}

StoryCounts named(const Period& days, const stats::Counts& counts)
{
    const auto& indicators = story_indicators();
    StoryCounts result{.days = days,
                       .total = counts.total,
                       .of = {},
                       .ages_known = counts.ages_known,
                       .age_months = static_cast<std::int64_t>(counts.age_months_sum)};
    for (std::size_t i = 0; i < indicators.size(); ++i)
        result.of.emplace(indicators[i].key, counts.of[i]);
    return result;
}

} // namespace

std::int64_t StoryCounts::at(std::string_view key) const
{
    auto found = of.find(key);
    return found == of.end() ? 0 : found->second;
}

double StoryCounts::mean_age() const
{
    return ages_known ? static_cast<double>(age_months) / (12.0 * static_cast<double>(ages_known)) : 0;
}

const std::vector<Indicator>& story_indicators()
{
    static const auto indicators = make_indicators();
    return indicators;
}

const Indicator& story_indicator(std::string_view key)
{
    auto found = std::ranges::find(story_indicators(), key, &Indicator::key);
    assert(found != story_indicators().end());
    return *found;
}

void count_story(StoryNumbers& numbers, const stats::Columns& columns, stats::PositionRange positions)
{
    Period days{numbers.period.first, std::min(numbers.period.last, numbers.as_of)};
    numbers.whole = {};
    numbers.whole.days = days;
    numbers.years.clear();
    if (days.last < days.first)
        return; // nothing of the period has passed yet
    numbers.whole = named(days, stats::count(columns, {positions, days}, story_indicators()));
    for (const auto& year : stats::count_by_year(columns, {positions, days}, story_indicators()))
        numbers.years.push_back(named(year.days, year.counts));
}

} // namespace phusa
