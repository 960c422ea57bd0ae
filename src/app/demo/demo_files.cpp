#include "app/demo/demo_files.hpp"

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/toml.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace phusa::demo
{

namespace
{

toml::table read(std::string_view path)
{
    auto text = embedded_file(path);
    assert(text);
    auto parsed = toml::parse(*text);
    if (!parsed)
        throw std::runtime_error(std::string(path) + ": " + std::string(parsed.error().description()));
    return std::move(parsed).table();
}

Words words_of(const toml::node_view<const toml::node>& node)
{
    Words words;
    for (const auto& [word, weight] : *node.as_table())
        words.emplace_back(word.str(), static_cast<int>(weight.value<std::int64_t>().value()));
    return words;
}

std::vector<std::string> texts_of(const toml::node_view<const toml::node>& node)
{
    std::vector<std::string> texts;
    if (const auto* list = node.as_array())
        for (const auto& text : *list)
            texts.push_back(text.value<std::string>().value());
    return texts;
}

int whole(const toml::node_view<const toml::node>& node)
{
    return static_cast<int>(node.value<std::int64_t>().value());
}

Date day_of(const toml::node_view<const toml::node>& node)
{
    return Date::from_iso(node.value<std::string>().value()).value();
}

NameFile read_names()
{
    const toml::table table = read("regulations/demo/names.toml");
    NameFile file{.family = words_of(table["family"]), .eras = {}, .avoid = texts_of(table["avoid"]["names"])};
    for (const auto& node : *table["era"].as_array()) {
        const auto& era = *node.as_table();
        file.eras.push_back({whole(era["born_until"]), words_of(era["male_middle"]), words_of(era["female_middle"]),
                             words_of(era["male"]), words_of(era["female"])});
    }
    for (auto& name : file.avoid)
        name = fold(name);
    std::ranges::sort(file.avoid);
    return file;
}

Setting setting_of(std::string_view key)
{
    static const std::map<std::string_view, Setting> settings = {
        {"party_agency", Setting::party_agency},
        {"agency", Setting::agency},
        {"police", Setting::police},
        {"army", Setting::army},
        {"health", Setting::health},
        {"school", Setting::school},
        {"high_school", Setting::high_school},
        {"college", Setting::college},
        {"enterprise", Setting::enterprise},
        {"public_service", Setting::public_service},
    };
    return settings.at(key);
}

UnitFile::Pattern pattern_of(const toml::table& table)
{
    UnitFile::Pattern pattern;
    pattern.names = texts_of(table["names"]);
    if (pattern.names.empty())
        pattern.names = texts_of(table["units"]);
    if (pattern.names.empty())
        pattern.names = {table["name"].value<std::string>().value()};
    pattern.city_name = table["city_name"].value_or(std::string());
    pattern.sector = sector(table["sector"].value<std::string>().value()).value();
    pattern.setting = setting_of(table["setting"].value<std::string>().value());
    pattern.cells = texts_of(table["cells"]);
    return pattern;
}

std::vector<UnitFile::Pattern> patterns_of(const toml::node_view<const toml::node>& list)
{
    std::vector<UnitFile::Pattern> patterns;
    for (const auto& node : *list.as_array())
        patterns.push_back(pattern_of(*node.as_table()));
    return patterns;
}

UnitFile read_units()
{
    const toml::table table = read("regulations/demo/units.toml");
    UnitFile file;
    file.villages = texts_of(table["villages"]);
    file.district = patterns_of(table["district_committee"]);
    for (auto& pattern : patterns_of(table["district_cell"]))
        file.district.push_back(std::move(pattern));
    file.high_schools = texts_of(table["high_schools"]["names"]);
    file.high_school_cells = texts_of(table["high_schools"]["cells"]);
    file.province = patterns_of(table["province_agency"]);
    file.trades = texts_of(table["enterprises"]["trades"]);
    file.enterprise_names = texts_of(table["enterprises"]["names"]);
    file.enterprise_cells = texts_of(table["enterprises"]["cells"]);
    for (const auto& node : *table["bloc"].as_array()) {
        const auto& bloc = *node.as_table();
        file.blocs.push_back(
            {bloc["key"].value<std::string>().value(), bloc["name"].value<std::string>().value(), pattern_of(bloc)});
    }
    return file;
}

AdmissionFile::Mix mix_of(const toml::table& table)
{
    AdmissionFile::Mix mix{.year = whole(table["year"]), .shares = {}};
    for (const auto& [key, share] : table)
        if (key.str() != "year")
            mix.shares.emplace(std::string(key.str()), share.value<double>().value());
    return mix;
}

void read_article(AdmissionFile& file, const toml::node_view<const toml::node>& article)
{
    file.article = {day_of(article["first"]), day_of(article["last"])};
    for (const auto& total : *article["totals"].as_array())
        file.totals.push_back(static_cast<int>(total.value<std::int64_t>().value()));
    file.mean_age = article["mean_age"].value<double>().value();
    for (const auto& [key, quota] : *article["quota"].as_table()) {
        const auto& row = *quota.as_table();
        file.quotas[std::string(key.str())] = {whole(row["total"]), row["slope"].value<double>().value()};
    }
}

AdmissionFile read_admissions()
{
    const toml::table table = read("regulations/demo/admissions.toml");
    AdmissionFile file;
    read_article(file, table["article"]);
    for (const auto& node : *table["pace"].as_array())
        file.paces.push_back({whole((*node.as_table())["from"]), whole((*node.as_table())["a_year"])});
    for (const auto& node : *table["mix"].as_array())
        file.mixes.push_back(mix_of(*node.as_table()));
    for (const auto& node : *table["feast"].as_array()) {
        const auto& row = *node.as_table();
        file.feasts.push_back({whole(row["day"]), whole(row["month"]), whole(row["on_the_day"]), whole(row["around"])});
    }
    return file;
}

} // namespace

const NameFile& name_file()
{
    static const NameFile file = read_names();
    return file;
}

const UnitFile& unit_file()
{
    static const UnitFile file = read_units();
    return file;
}

const AdmissionFile& admission_file()
{
    static const AdmissionFile file = read_admissions();
    return file;
}

int AdmissionFile::a_year(int year) const
{
    auto after = std::ranges::upper_bound(paces, year, {}, &Pace::from);
    return after == paces.begin() ? 0 : std::prev(after)->a_year;
}

double AdmissionFile::share(int year, std::string_view key) const
{
    auto at = [&](const Mix& mix) {
        auto found = mix.shares.find(key);
        return found == mix.shares.end() ? 0.0 : found->second;
    };
    auto after = std::ranges::upper_bound(mixes, year, {}, &Mix::year);
    if (after == mixes.begin())
        return at(mixes.front());
    if (after == mixes.end())
        return at(mixes.back());
    const auto& before = *std::prev(after);
    double way = static_cast<double>(year - before.year) / (after->year - before.year);
    return at(before) + (at(*after) - at(before)) * way;
}

} // namespace phusa::demo
