#include "app/judging/case_json.hpp"

#include "app/judging/act_json.hpp"
#include "app/judging/json_object.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace json = boost::json;

namespace
{

// The JSON of `text`, or on which line it breaks off.
Result<json::value> parse(std::string_view text)
{
    json::stream_parser parser;
    json::error_code error;
    auto read = parser.write_some(text.data(), text.size(), error);
    auto rest = text.substr(std::min(read, text.size()));
    bool is_whole = !error && rest.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (is_whole)
        parser.finish(error);
    if (is_whole && !error)
        return parser.release();
    auto line = 1 + std::ranges::count(text.substr(0, std::min(read, text.size())), '\n');
    return problem(Problem::Kind::invalid, fmt::format("dòng {}: không phải là JSON hợp lệ; hãy kiểm tra dấu ngoặc, "
                                                       "dấu phẩy và dấu nháy",
                                                       line));
}

std::optional<GeneralEducation> education(std::string_view key)
{
    auto number = general_educations().number_of(key);
    if (!number || *number == 0)
        return std::nullopt;
    return static_cast<GeneralEducation>(*number);
}

Result<Readmission> read_readmission(const json::value& value)
{
    static constexpr std::array<std::string_view, 4> keys = {"left", "cause", "expunged", "times"};
    auto object = TRY(JsonObject::of(value, "person.readmission"));
    TRY_DO(object.only(keys));
    Readmission readmission{.left = TRY(object.date("left")),
                            .cause = TRY(object.one_of("cause", leaving_cause)),
                            .expunged = TRY(object.date_or_null("expunged")),
                            .times = TRY(object.number_or("times", 1))};
    if (readmission.times < 1)
        return object.wrong("times", "phải từ 1 trở lên, tính cả lần này");
    return readmission;
}

Result<PartialDate> read_born(const JsonObject& object)
{
    auto written = TRY(object.text("born"));
    if (auto born = PartialDate::from_iso(written))
        return *born;
    return object.wrong("born", fmt::format("“{}” không phải là ngày; hãy ghi như 2000-05-12", written));
}

Result<Candidate> read_person(const json::value& value)
{
    static constexpr std::array<std::string_view, 8> keys = {"born",
                                                             "citizenship",
                                                             "education",
                                                             "area",
                                                             "village_elder",
                                                             "youth_union_member",
                                                             "youth_union_available",
                                                             "readmission"};
    auto object = TRY(JsonObject::of(value, "person"));
    TRY_DO(object.only(keys));
    auto citizenship = TRY(object.text("citizenship"));
    if (citizenship.empty())
        return object.wrong("citizenship", "thiếu; công dân Việt Nam ghi “VN”");
    Candidate person{
        .born = TRY(read_born(object)),
        .is_citizen = citizenship == "VN",
        .education = TRY(object.one_of("education", education)),
        .area = TRY(object.one_of("area", area)),
        .village_elder = TRY(object.truth_or("village_elder", false)),
        .youth_union_member = TRY(object.truth("youth_union_member")),
        .youth_union_available = TRY(object.truth("youth_union_available")),
    };
    if (object.has("readmission")) {
        const auto* readmission = TRY(object.value("readmission"));
        person.readmission = TRY(read_readmission(*readmission));
    }
    return person;
}

Result<std::vector<Act>> read_act_array(const json::value& value, std::string_view place)
{
    const auto* array = value.if_array();
    if (!array)
        return invalid(std::string(place), fmt::format("{}: phải là một danh sách […]", place));
    std::vector<Act> acts;
    acts.reserve(array->size());
    for (const auto& each : *array)
        acts.push_back(TRY(read_act(each, fmt::format("{}[{}]", place, acts.size()))));
    return acts;
}

Result<Case> read_case(const json::value& value)
{
    static constexpr std::array<std::string_view, 3> keys = {"person", "grassroots_cell", "acts"};
    auto object = TRY(JsonObject::of(value, ""));
    TRY_DO(object.only(keys));
    Case read;
    const auto* person = TRY(object.value("person"));
    read.person = TRY(read_person(*person));
    read.grassroots_cell = TRY(object.truth_or("grassroots_cell", false));
    const auto* acts = TRY(object.value("acts"));
    read.acts = TRY(read_act_array(*acts, "acts"));
    return read;
}

} // namespace

Result<CaseFile> read_cases(std::string_view text)
{
    auto value = TRY(parse(text));
    CaseFile file;
    const auto* array = value.if_array();
    file.is_array = array != nullptr;
    if (!array) {
        file.cases.push_back(TRY(read_case(value)));
        return file;
    }
    file.cases.reserve(array->size());
    for (const auto& each : *array) {
        auto read = read_case(each);
        if (!read) {
            auto problem = std::move(read).error();
            problem.message = fmt::format("hồ sơ thứ {}: {}", file.cases.size() + 1, problem.message);
            problem.fields.clear();
            return std::unexpected(std::move(problem));
        }
        file.cases.push_back(std::move(*read));
    }
    return file;
}

Result<std::vector<Act>> read_acts(std::string_view text)
{
    auto value = TRY(parse(text));
    if (value.is_array())
        return read_act_array(value, "acts");
    std::vector<Act> acts;
    acts.push_back(TRY(read_act(value, "act")));
    return acts;
}

} // namespace phusa
