#include "app/story_table.hpp"

#include "app/story_text.hpp"
#include "app/story_words.hpp"
#include "base/number_text.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

struct Row {
    std::string group;
    std::string key;
    std::string title;
    std::int64_t count = 0;
};

class Rows
{
public:
    explicit Rows(const StoryCounts& counts) : counts_(counts) {}

    std::vector<Row> all()
    {
        rows_.push_back({"Tổng số", "total", "Tổng số đảng viên mới kết nạp", counts_.total});
        group_ = "Trong đó";
        add("youth_union");
        add("women");
        add_if_any("unknown_sex");
        for (const auto& group : story_groups())
            add(group);
        group_ = "Chỉ tiêu khác";
        add("officials");
        return std::move(rows_);
    }

private:
    void add(std::string_view key, const std::string& before = "")
    {
        if (key == unknown_age_key)
            rows_.push_back({group_, std::string(key), "Chưa rõ tuổi", unknown_ages(counts_)});
        else
            rows_.push_back(
                {group_, std::string(key), capitalised(before + story_indicator(key).title), counts_.at(key)});
    }

    void add_if_any(std::string_view key, const std::string& before = "")
    {
        if (key == unknown_age_key ? unknown_ages(counts_) > 0 : counts_.at(key) > 0)
            add(key, before);
    }

    void add(const StoryGroup& group)
    {
        constexpr std::string_view about = "Về ";
        group_ = capitalised(group.title.substr(group.title.starts_with(about) ? about.size() : 0));
        for (auto key : group.keys)
            if (key.starts_with("unknown_") || key == "under_18" || key == "below_lower_secondary")
                add_if_any(key);
            else
                add(key);
        if (group.rest.empty())
            return;
        add(group.rest);
        for (auto key : group.rest_keys)
            add_if_any(key, "trong đó: ");
    }

    const StoryCounts& counts_;
    std::string group_;
    std::vector<Row> rows_;
};

std::vector<std::string> notes_of(const StoryNumbers& numbers)
{
    std::vector<std::string> notes;
    notes.push_back(fmt::format("{}: {}.", numbers.unit_name, numbers.period.vietnamese()));
    notes.push_back(fmt::format("Tính đến {}.", Period{numbers.as_of, numbers.as_of}.vietnamese()));
    if (numbers.whole.ages_known > 0)
        notes.push_back(
            fmt::format("Tuổi bình quân của đảng viên mới: {} tuổi.", vietnamese_decimal(numbers.whole.mean_age(), 1)));
    return notes;
}

} // namespace

Table story_table(const StoryNumbers& numbers)
{
    using Kind = Table::Kind;
    Table table{.title = "Cơ cấu đảng viên mới kết nạp",
                .notes = notes_of(numbers),
                .columns = {{"group", "Nhóm", Kind::text},
                            {"indicator", "Chỉ tiêu", Kind::text},
                            {"count", "Người", Kind::count},
                            {"share", "Tỷ lệ", Kind::percent},
                            {"definition", "Định nghĩa và nguồn", Kind::text},
                            {"key", "Mã chỉ tiêu", Kind::text}},
                .rows = {}};
    for (auto& row : Rows(numbers.whole).all()) {
        Cell share;
        if (numbers.whole.total > 0)
            share = printed_share(row.count, numbers.whole.total).value;
        table.rows.push_back({row.group, row.title, row.count, share, definition_of(row.key), row.key});
    }
    return table;
}

std::vector<std::string> story_row_keys(const StoryNumbers& numbers)
{
    std::vector<std::string> keys;
    for (auto& row : Rows(numbers.whole).all())
        keys.push_back(std::move(row.key));
    return keys;
}

std::string definition_of(std::string_view key)
{
    if (key == "total")
        return "Người được kết nạp vào Đảng trong kỳ, tính theo ngày làm lễ kết nạp; không ghi ngày lễ thì theo ngày "
               "quyết định. Nguồn: Biểu 2-BTCTW, I";
    if (key == "mean_age")
        return "Số tháng tuổi bình quân khi kết nạp chia 12, của những người đã rõ ngày sinh. Nguồn: Biểu 2-BTCTW, "
               "II.2";
    if (key == unknown_age_key)
        return "Trong sổ không có ngày sinh. Nguồn: Biểu 2-BTCTW, II.2";
    const auto& indicator = story_indicator(key);
    if (indicator.definition.empty())
        return fmt::format("Nguồn: {}", indicator.source);
    return fmt::format("{} Nguồn: {}", indicator.definition, indicator.source);
}

} // namespace phusa
