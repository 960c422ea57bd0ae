#include "app/pivot/choices.hpp"

#include "app/pivot/dimensions.hpp"
#include "app/story_numbers.hpp"
#include "app/story_words.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

std::vector<PivotChoice> make_dimensions()
{
    constexpr auto person = "Người được kết nạp";
    constexpr auto time = "Thời gian";
    constexpr auto place = "Tổ chức";
    std::vector<PivotChoice> all;
    for (const auto& dimension : admission_dimensions())
        all.push_back({dimension.key, dimension.title, person});
    all.push_back({"age_band", "Nhóm tuổi", person});
    all.push_back({"year", "Năm", time});
    all.push_back({"quarter", "Quý", time});
    all.push_back({"month", "Tháng", time});
    all.push_back({"unit", "Đơn vị trực thuộc", place});
    all.push_back({"district", "Đơn vị trực thuộc tỉnh", place});
    all.push_back({"grassroots", "Tổ chức cơ sở đảng", place});
    all.push_back({"cell", "Chi bộ", place});
    all.push_back({"kind", "Loại tổ chức cơ sở", place});
    all.push_back({"sector", "Loại hình cơ sở", place});
    return all;
}

std::vector<PivotChoice> make_indicators()
{
    std::vector<PivotChoice> all;
    for (const auto& indicator : story_indicators())
        all.push_back({indicator.key, capitalised(indicator.title), "Chỉ tiêu"});
    return all;
}

} // namespace

const std::vector<PivotChoice>& pivot_dimensions()
{
    static const auto all = make_dimensions();
    return all;
}

std::vector<PivotChoice> pivot_values(const std::string& dimension)
{
    std::vector<PivotChoice> all;
    const auto& coded = admission_dimensions();
    if (auto found = std::ranges::find(coded, dimension, &stats::Dimension::key); found != coded.end())
        for (const auto& value : found->values)
            all.push_back({value.key, value.title, found->title});
    if (dimension == "age_band")
        for (const auto& value : age_band_values())
            all.push_back({value.key, capitalised(value.title), {}});
    return all;
}

const std::vector<PivotChoice>& pivot_indicators()
{
    static const auto all = make_indicators();
    return all;
}

} // namespace phusa
