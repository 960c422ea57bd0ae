#include "app/columns.hpp"

#include "app/placing.hpp"
#include "app/recording.hpp"
#include "base/embedded.hpp"
#include "domain/codes.hpp"
#include "storage/admissions.hpp"

#include <fmt/core.h>

#include <array>
#include <map>
#include <mutex>
#include <stdexcept>

namespace phusa
{

namespace
{

stats::Dimension coded(std::string key, std::string title, const CodeList& list)
{
    stats::Dimension dimension{.key = std::move(key), .title = std::move(title)};
    for (const auto& code : list.codes())
        dimension.values.push_back({code.number, std::string(code.key), std::string(code.title)});
    return dimension;
}

std::vector<stats::Dimension> make_dimensions()
{
    using stats::Dimension;
    std::vector<Dimension> all;
    all.push_back(coded("sex", "Giới tính", sexes()));
    all.push_back(coded("ethnicity", "Dân tộc", ethnicities()));
    all.push_back(coded("religion", "Tôn giáo", religions()));
    all.push_back(coded("occupation", "Nghề nghiệp", occupations()));
    all.push_back(coded("general_education", "Giáo dục phổ thông", general_educations()));
    all.push_back(coded("qualification", "Chuyên môn, nghiệp vụ", qualifications()));
    all.push_back(coded("academic_title", "Chức danh khoa học", academic_titles()));
    all.push_back(Dimension::yes_no("youth_union_member", "Đoàn viên"));
    all.push_back(Dimension::yes_no("private_owner", "Chủ doanh nghiệp tư nhân"));
    all.push_back(Dimension::yes_no("population_policy", "Vi phạm chính sách KHHGĐ"));
    all.push_back(Dimension::yes_no("foreign_marriage", "Hôn nhân với người nước ngoài"));
    all.push_back(Dimension::yes_no("readmission", "Kết nạp lại"));
    return all;
}

std::uint16_t age_months(std::int32_t born_month, Date counted_on)
{
    auto months = counted_on.year() * 12 + counted_on.month() - 1 - born_month;
    return static_cast<std::uint16_t>(months > 0 && months < 2400 ? months : 0);
}

std::shared_ptr<const AdmissionCube> build(storage::Session& session, std::shared_ptr<const OrganisationTree> tree,
                                           storage::AsRecorded as_recorded)
{
    auto rows = storage::admission_columns(session, as_recorded);
    auto cube = std::make_shared<AdmissionCube>(
        AdmissionCube{.tree = std::move(tree), .columns = stats::Columns(admission_dimensions()), .people = {}});
    if (cube->tree->size() == 0)
        return cube;
    Placing placing(session, *cube->tree, as_recorded);
    cube->columns.reserve(rows.size());
    const auto first_day = Date::of(1900, 1, 1)->sys_days();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::array<std::uint8_t, 12> codes{rows.sex[i],
                                           rows.ethnicity[i],
                                           rows.religion[i],
                                           rows.occupation[i],
                                           rows.general_education[i],
                                           rows.qualification[i],
                                           rows.academic_title[i],
                                           rows.youth_union_member[i],
                                           rows.private_owner[i],
                                           rows.population_policy[i],
                                           rows.foreign_marriage[i],
                                           rows.readmission[i]};
        Date counted(first_day + std::chrono::days(rows.counted_on[i]));
        cube->columns.add(placing.of(OrganisationId(rows.cell[i])), static_cast<std::uint16_t>(rows.counted_on[i]),
                          age_months(rows.born_month[i], counted), codes);
    }
    for (auto from : cube->columns.sort())
        cube->people.push_back(rows.person[from]);
    return cube;
}

// The cubes of a few structures at once: today's, and those of past reports.
struct Cubes {
    mutable std::mutex mutex;
    mutable std::map<std::shared_ptr<const OrganisationTree>, std::shared_ptr<const AdmissionCube>> by_tree;
};

constexpr std::size_t structures_kept = 6;

} // namespace

stats::PositionRange AdmissionCube::range_of(OrganisationId unit) const
{
    auto position = tree->find(unit);
    if (!position)
        return {};
    auto range = tree->subtree(*position);
    return {.first = range.first, .end = range.last + 1};
}

std::shared_ptr<const AdmissionCube> admission_cube(App& app, Date structure)
{
    auto session = app.database().read();
    auto written = register_written(session);
    auto cubes = app.reckoned().get<Cubes>(written, app.today(), [] { return std::make_shared<Cubes>(); });
    auto tree = app.tree_on(structure);
    std::scoped_lock lock(cubes->mutex);
    if (auto known = cubes->by_tree.find(tree); known != cubes->by_tree.end())
        return known->second;
    if (cubes->by_tree.size() == structures_kept)
        cubes->by_tree.clear();
    return cubes->by_tree[tree] = build(session, tree, std::nullopt);
}

std::shared_ptr<const AdmissionCube> admission_cube_as_recorded(App& app, std::shared_ptr<const OrganisationTree> tree,
                                                                AuditNumber recorded)
{
    auto session = app.database().read();
    return build(session, std::move(tree), recorded);
}

const std::vector<stats::Dimension>& admission_dimensions()
{
    static const auto dimensions = make_dimensions();
    return dimensions;
}

const stats::IndicatorFile& indicator_file(std::string_view name)
{
    static std::mutex mutex;
    static std::map<std::string, stats::IndicatorFile, std::less<>> files;
    std::scoped_lock lock(mutex);
    if (auto known = files.find(name); known != files.end())
        return known->second;
    auto path = fmt::format("regulations/indicators/{}.toml", name);
    auto text = embedded_file(path);
    if (!text)
        throw std::runtime_error("Thiếu tệp " + path);
    auto file = stats::read_indicators(*text, admission_dimensions());
    if (!file)
        throw std::runtime_error(path + ": " + file.error().message);
    return files.emplace(std::string(name), std::move(*file)).first->second;
}

} // namespace phusa
