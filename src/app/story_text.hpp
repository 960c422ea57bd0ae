#pragma once

#include "app/story.hpp"
#include "app/story_numbers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A text with its numbers. Their definitions and people are not filled in.
struct Paragraph {
    std::string text;
    std::vector<StoryFigure> figures;
};

// The paragraph of the article for these numbers: what is 0 is left out, what is unknown is said, the parts of each
// group add up to the total, and what is said of years is true of every one of them.
Paragraph write_story(const StoryNumbers& numbers);

// Parts of one whole, as sentence and table list them: `keys`, then what remains as `rest` with its own parts.
struct StoryGroup {
    std::string_view title; // begins the sentence: "Về nghề nghiệp"
    std::vector<std::string_view> keys;
    std::string_view rest = {};
    std::vector<std::string_view> rest_keys = {};
};
const std::vector<StoryGroup>& story_groups();
inline constexpr std::string_view unknown_age_key = "unknown_age";
std::int64_t unknown_ages(const StoryCounts& counts);

// "Tỷ lệ … trong số đảng viên mới kết nạp năm sau cao hơn năm trước.": only groups whose share rises in every year.
// Where none does: of the number of admissions, when it rises in every whole year. Else empty.
std::string growth_sentence(const StoryNumbers& numbers);

} // namespace phusa
