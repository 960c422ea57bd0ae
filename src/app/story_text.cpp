#include "app/story_text.hpp"

#include "app/story_words.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace phusa
{

namespace
{

// Titles of article.toml say "đảng viên nữ"; after "1 đảng viên:" that would be said twice.
constexpr std::string_view member_word = "đảng viên ";

std::string title_of_key(std::string_view key)
{
    return key == unknown_age_key ? "chưa rõ tuổi" : story_indicator(key).title;
}

// Puts texts and numbers one after the other and knows where each number stands.
class ParagraphWriter
{
public:
    void say(std::string_view text)
    {
        paragraph_.text += text;
        length_ += code_points(text);
    }

    void number(StoryFigure figure)
    {
        figure.offset = length_;
        say(figure.text);
        paragraph_.figures.push_back(std::move(figure));
    }

    Paragraph take() { return std::move(paragraph_); }

private:
    Paragraph paragraph_;
    std::size_t length_ = 0;
};

class StoryWriter
{
public:
    explicit StoryWriter(const StoryNumbers& numbers) : numbers_(numbers), counts_(numbers.whole) {}

    Paragraph write()
    {
        opening();
        if (counts_.total == 0)
            return writer_.take();
        if (counts_.total == 1) {
            only_person();
            return writer_.take();
        }
        overview();
        for (const auto& group : story_groups())
            describe(group);
        mean_age();
        if (auto growth = growth_sentence(numbers_); !growth.empty())
            writer_.say(" " + growth);
        return writer_.take();
    }

private:
    std::int64_t of(std::string_view key) const
    {
        return key == unknown_age_key ? unknown_ages(counts_) : counts_.at(key);
    }

    void opening()
    {
        bool is_unfinished = numbers_.as_of < numbers_.period.last;
        bool has_begun = numbers_.period.first <= numbers_.as_of;
        writer_.say(period_words(numbers_.period));
        if (is_unfinished && has_begun)
            writer_.say(fmt::format(" (tính đến {})", Period{numbers_.as_of, numbers_.as_of}.vietnamese()));
        writer_.say(fmt::format(", {} ", unit_words(numbers_.kind, numbers_.unit_name)));
        if (counts_.total == 0) {
            writer_.say(is_unfinished ? "chưa kết nạp đảng viên nào." : "không kết nạp đảng viên nào.");
            return;
        }
        writer_.say("đã kết nạp được ");
        count(counts_.total, "total", false);
        writer_.say(" đảng viên");
    }

    void count(std::int64_t value, std::string_view key, bool has_share = true)
    {
        StoryFigure figure{.text = vietnamese_number(value),
                           .value = static_cast<double>(value),
                           .unit = "người",
                           .share = {},
                           .key = std::string(key)};
        auto printed = printed_share(value, counts_.total);
        if (has_share)
            figure.share = printed.value;
        writer_.number(std::move(figure));
        if (!has_share)
            return;
        writer_.say(", chiếm ");
        writer_.number(
            {.text = printed.text, .value = printed.value, .unit = "%", .share = {}, .key = std::string(key)});
    }

    void part(std::string_view key, std::string_view before)
    {
        writer_.say(before);
        writer_.say(title_of_key(key) + " ");
        count(of(key), key);
    }

    // "; A 3, chiếm 30%; B 2, chiếm 20%"; true where anything was said. `before` stands before the first.
    bool parts(const std::vector<std::string_view>& keys, std::string_view before)
    {
        bool has_said = false;
        for (auto key : keys)
            if (of(key) > 0)
                part(key, std::exchange(has_said, true) ? "; " : before);
        return has_said;
    }

    void overview()
    {
        parts({"youth_union", "women", "unknown_sex"}, ", trong đó: ");
        writer_.say(".");
    }

    void describe(const StoryGroup& group)
    {
        auto intro = fmt::format(" {}: ", group.title);
        bool has_said = parts(group.keys, intro);
        std::vector<std::string_view> kinds;
        std::ranges::copy_if(group.rest_keys, std::back_inserter(kinds), [this](auto key) { return of(key) > 0; });
        if (has_said && kinds.size() > 1) {
            part(group.rest, "; ");
            inside(kinds);
        } else {
            parts(kinds, has_said ? "; " : intro);
        }
        writer_.say(".");
    }

    // " (lực lượng vũ trang 345, sinh viên, học sinh 412)"
    void inside(const std::vector<std::string_view>& kinds)
    {
        std::string_view before = " (";
        for (auto key : kinds) {
            writer_.say(std::exchange(before, "; "));
            writer_.say(title_of_key(key) + " ");
            count(of(key), key, false);
        }
        writer_.say(")");
    }

    void age(std::string text)
    {
        auto point = text;
        std::ranges::replace(point, ',', '.');
        double value = 0;
        std::from_chars(point.data(), point.data() + point.size(), value);
        writer_.number({.text = std::move(text), .value = value, .unit = "tuổi", .share = {}, .key = "mean_age"});
    }

    void mean_age()
    {
        if (counts_.ages_known == 0)
            return;
        writer_.say(" Đảng viên mới có độ tuổi bình quân ");
        bool is_whole = counts_.age_months % (12 * counts_.ages_known) == 0;
        age(vietnamese_decimal(counts_.mean_age(), is_whole ? 0 : 1));
        writer_.say(" tuổi");
        if (of(unknown_age_key) > 0) {
            writer_.say(", không kể ");
            count(of(unknown_age_key), unknown_age_key, false);
            writer_.say(" người chưa rõ tuổi");
        }
        writer_.say(".");
    }

    // Of one person there are no shares: "1 đảng viên: nữ; đoàn viên …; nông dân; 27 tuổi; trình độ học vấn …".
    void only_person()
    {
        std::string_view before = ": ";
        auto comma = [&] { writer_.say(std::exchange(before, "; ")); };
        auto is = [&](std::string_view key, std::string_view kind = "") {
            if (of(key) == 0)
                return;
            auto title = title_of_key(key);
            comma();
            writer_.say(kind);
            writer_.say(std::string_view(title).substr(title.starts_with(member_word) ? member_word.size() : 0));
        };
        auto any = [&](const StoryGroup& group, std::string_view kind = "") {
            for (const auto* keys : {&group.keys, &group.rest_keys})
                for (auto key : *keys)
                    is(key, kind);
        };
        for (auto key : {"women", "men", "unknown_sex", "youth_union"})
            is(key);
        any(story_groups()[0]);
        if (counts_.ages_known > 0) {
            comma();
            age(std::to_string(counts_.age_months / 12));
            writer_.say(" tuổi");
        } else {
            is(unknown_age_key);
        }
        any(story_groups()[2], of("unknown_education") ? "" : "trình độ học vấn ");
        any(story_groups()[3], of("unknown_qualification") || of("no_qualification") ? "" : "chuyên môn ");
        writer_.say(".");
    }

    const StoryNumbers& numbers_;
    const StoryCounts& counts_;
    ParagraphWriter writer_;
};

} // namespace

const std::vector<StoryGroup>& story_groups()
{
    static const std::vector<StoryGroup> groups{
        {.title = "Về nghề nghiệp",
         .keys = {"state_agencies", "public_service_units", "production_and_business", "farmers"},
         .rest = "others",
         .rest_keys = {"village_activists", "armed_forces", "students", "other_occupation", "unknown_occupation"}},
        {.title = "Về độ tuổi", .keys = {"age_18_30", "age_31_40", "age_41_up", "under_18", unknown_age_key}},
        {.title = "Trình độ học vấn",
         .keys = {"upper_secondary", "lower_secondary", "below_lower_secondary", "unknown_education"}},
        {.title = "Chuyên môn, nghiệp vụ",
         .keys = {"intermediate", "college", "university", "postgraduate"},
         .rest = "other_qualification",
         .rest_keys = {"elementary", "no_qualification", "unknown_qualification"}}};
    return groups;
}

std::int64_t unknown_ages(const StoryCounts& counts) { return counts.total - counts.ages_known; }

Paragraph write_story(const StoryNumbers& numbers) { return StoryWriter(numbers).write(); }

} // namespace phusa
