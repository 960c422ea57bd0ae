#include "app/story_text.hpp"
#include "app/story_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <functional>
#include <span>

namespace phusa
{

namespace
{

struct Candidate {
    std::string_view key;
    std::string_view words;
    bool is_education = false;
};

// In the order of the article, which names all but women and workers.
constexpr std::array candidates{
    Candidate{"youth_union", "đoàn viên thanh niên"},
    Candidate{"women", "nữ"},
    Candidate{"officials", "cán bộ viên chức nhà nước"},
    Candidate{"production_and_business", "công nhân lao động"},
    Candidate{"farmers", "nông dân"},
    Candidate{"armed_forces", "lực lượng vũ trang"},
    Candidate{"age_18_30", "tuổi trẻ (từ 18 đến 30 tuổi)"},
    Candidate{"upper_secondary", "phổ thông trung học", true},
    Candidate{"college", "cao đẳng", true},
    Candidate{"university", "đại học", true},
    Candidate{"postgraduate", "sau đại học", true},
};

using Years = std::span<const StoryCounts>;

// By whole numbers: a/b < c/d where a·d < c·b. A year without admissions has no share that could have risen.
bool share_rises(Years years, std::string_view key)
{
    auto stays = [key](const StoryCounts& before, const StoryCounts& after) {
        return before.total == 0 || before.at(key) * after.total >= after.at(key) * before.total;
    };
    return years.size() > 1 && std::ranges::adjacent_find(years, stays) == years.end();
}

bool total_rises(Years years)
{
    return years.size() > 1 &&
           std::ranges::adjacent_find(years, std::ranges::greater_equal{}, &StoryCounts::total) == years.end();
}

std::vector<std::string> rising_words(Years years)
{
    std::vector<std::string> words;
    bool education_was_said = false;
    for (const auto& candidate : candidates)
        if (share_rises(years, candidate.key)) {
            bool says_education = candidate.is_education && !std::exchange(education_was_said, candidate.is_education);
            words.push_back(fmt::format("{}{}", says_education ? "trình độ " : "", candidate.words));
        }
    return words;
}

std::string listed(const std::vector<std::string>& words)
{
    std::string text = words.front();
    for (std::size_t i = 1; i < words.size(); ++i)
        text += (i + 1 < words.size() ? ", " : " và ") + words[i];
    return text;
}

std::string comparison(Years years, std::string_view how)
{
    if (years.size() == 2)
        return fmt::format("năm {} {} hơn năm {}", years[1].days.first.year(), how, years[0].days.first.year());
    return fmt::format("năm sau {} hơn năm trước", how);
}

// " (năm 2012 tính đến hết quý I)" where the first or the last year is not whole.
std::string cuts(Years years)
{
    std::vector<std::string> words{cut_year_words(years.front().days), cut_year_words(years.back().days)};
    std::erase(words, "");
    return words.empty() ? "" : fmt::format(" ({})", listed(words));
}

Years whole_years(Years years)
{
    if (!years.empty() && !cut_year_words(years.front().days).empty())
        years = years.subspan(1);
    if (!years.empty() && !cut_year_words(years.back().days).empty())
        years = years.first(years.size() - 1);
    return years;
}

} // namespace

std::string growth_sentence(const StoryNumbers& numbers)
{
    Years years(numbers.years);
    if (auto words = rising_words(years); !words.empty())
        return fmt::format("Tỷ lệ {} trong số đảng viên mới kết nạp {}{}.", listed(words), comparison(years, "cao"),
                           cuts(years));
    auto whole = whole_years(years);
    if (!total_rises(whole))
        return {};
    if (whole.size() == years.size() || whole.size() == 2)
        return fmt::format("Số đảng viên mới kết nạp {}.", comparison(whole, "nhiều"));
    return fmt::format("Từ năm {} đến năm {}, số đảng viên mới kết nạp {}.", whole.front().days.first.year(),
                       whole.back().days.first.year(), comparison(whole, "nhiều"));
}

} // namespace phusa
