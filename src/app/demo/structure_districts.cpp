#include "app/demo/structure_builder.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

namespace phusa::demo
{

namespace
{

constexpr int grassroots_in_2020 = 699; // as the province reported on 30/5/2020
constexpr int high_schools_a_district = 4;
constexpr int province_enterprises = 60;

const Date oldest = day(1945, 9, 2);

std::string filled(const std::string& pattern, const Geography::District& district)
{
    return fmt::vformat(pattern, fmt::make_format_args(fmt::arg("h", full_name(district.kind, district.name)),
                                                       fmt::arg("t", district.name)));
}

class CommuneFounder
{
public:
    CommuneFounder(StructureBuilder& builder, std::size_t number)
        : builder_(builder), number_(number), commune_(geography().communes_2020[number]),
          random_(builder.random("commune", number))
    {
    }

    void found(OrganisationId district)
    {
        unit_ = builder_.add(OrganisationKind::grassroots_committee, Sector::commune,
                             fmt::format("Đảng bộ {}", full_name(commune_.kind, commune_.name)), district, oldest,
                             NameSource::units_of_2020);
        found_villages();
        auto place = full_name(commune_.kind, commune_.name);
        add("Chi bộ Cơ quan " + place, Sector::agency, Setting::commune_office, "Uỷ ban nhân dân " + place, oldest);
        for (const auto* school : {"Trường Mầm non", "Trường Tiểu học", "Trường THCS"})
            add_workplace(fmt::format("{} {}", school, commune_.name), Setting::school);
        if (random_.chance(0.6))
            add_workplace("Trạm Y tế " + place, Setting::health);
    }

private:
    void found_villages()
    {
        int count = random_.between(6, 9);
        if (commune_.kind != "xã") {
            for (int number = 1; number <= count; ++number)
                add(fmt::format("Chi bộ tổ dân phố số {}", number), Sector::commune, Setting::village, {}, oldest);
            return;
        }
        auto names = unit_file().villages;
        random_.shuffle(names);
        for (int i = 0; i < count; ++i)
            add("Chi bộ thôn " + names[static_cast<std::size_t>(i)], Sector::commune, Setting::village, {}, oldest);
    }

    void add_workplace(const std::string& workplace, Setting setting)
    {
        add("Chi bộ " + workplace, Sector::public_service, setting, workplace, day(random_.between(1956, 1975), 9, 5));
    }

    void add(const std::string& name, Sector sector, Setting setting, std::string workplace, Date first)
    {
        auto source = setting == Setting::village ? NameSource::invented : NameSource::units_of_2020;
        auto cell = builder_.add(OrganisationKind::cell, sector, name, unit_, first, source);
        add_cell(builder_, cell, cell_like(setting, commune_.district, number_, std::move(workplace)), first);
    }

    StructureBuilder& builder_;
    std::size_t number_;
    const Geography::Commune& commune_;
    Random random_;
    OrganisationId unit_;
};

std::string without_kind(const std::string& name)
{
    for (std::string_view kind : {"Đảng bộ ", "Chi bộ "})
        if (name.starts_with(kind))
            return name.substr(kind.size());
    return name;
}

Cell cell_of_unit(Setting setting, std::optional<std::size_t> district, const std::string& unit_name)
{
    return cell_like(setting, district, {}, without_kind(unit_name));
}

void found_district_units(StructureBuilder& builder, std::size_t number, OrganisationId district)
{
    const auto& place = geography().districts[number];
    auto random = builder.random("district", number);
    bool is_city = place.kind != "huyện";
    for (const auto& pattern : unit_file().district) {
        auto name = filled(is_city && !pattern.city_name.empty() ? pattern.city_name : pattern.names.front(), place);
        auto first = pattern.sector == Sector::armed_forces ? oldest : day(random.between(1946, 1975), 1, 1);
        found_unit(builder, pattern, name, district, first, cell_of_unit(pattern.setting, number, name));
    }
    UnitFile::Pattern school{
        .sector = Sector::public_service, .setting = Setting::high_school, .cells = unit_file().high_school_cells};
    for (int i = 0; i < high_schools_a_district; ++i) {
        auto name =
            fmt::format("Đảng bộ Trường THPT {} {}", unit_file().high_schools[static_cast<std::size_t>(i)], place.name);
        found_unit(builder, school, name, district, day(random.between(1960, 1985), 9, 5),
                   cell_of_unit(school.setting, number, name));
    }
}

// "Công ty Cổ phần May Sông Trà"; every number has a name of its own.
std::string enterprise_name(std::size_t number)
{
    const auto& file = unit_file();
    return fmt::format("Công ty Cổ phần {} {}", file.trades[number % file.trades.size()],
                       file.enterprise_names[number / file.trades.size() % file.enterprise_names.size()]);
}

void found_enterprise(StructureBuilder& builder, std::size_t number, OrganisationId parent,
                      std::optional<std::size_t> district, std::size_t cells)
{
    auto random = builder.random("enterprise", number);
    UnitFile::Pattern pattern{.sector = Sector::enterprise, .setting = Setting::enterprise};
    const auto& names = unit_file().enterprise_cells;
    pattern.cells.assign(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(cells));
    auto name = (cells == 0 ? "Chi bộ " : "Đảng bộ ") + enterprise_name(number);
    found_unit(builder, pattern, name, parent, day(random.between(1958, 2008), 1, 1),
               cell_of_unit(pattern.setting, district, name));
}

std::size_t grassroots_so_far(StructureBuilder& builder)
{
    std::size_t count = 0;
    for (const auto& unit : builder.structure().organisations)
        count += is_grassroots(unit.kind);
    return count;
}

} // namespace

void found_districts(StructureBuilder& builder)
{
    const auto& places = geography();
    std::vector<OrganisationId> districts;
    districts.reserve(places.districts.size());
    for (const auto& district : places.districts)
        districts.push_back(builder.add(OrganisationKind::district_committee, Sector::unknown,
                                        "Đảng bộ " + full_name(district.kind, district.name), builder.structure().root,
                                        oldest, NameSource::units_of_2020));
    for (std::size_t number = 0; number < places.communes_2020.size(); ++number)
        CommuneFounder(builder, number).found(districts[places.communes_2020[number].district]);
    for (std::size_t number = 0; number < districts.size(); ++number)
        found_district_units(builder, number, districts[number]);
}

void found_blocs(StructureBuilder& builder)
{
    auto root = builder.structure().root;
    auto bloc = [&](const std::string& name, Sector sector) {
        return builder.add(OrganisationKind::bloc_committee, sector, name, root, oldest, NameSource::invented);
    };
    auto agencies = bloc("Đảng bộ Khối các cơ quan tỉnh", Sector::agency);
    for (const auto& pattern : unit_file().province)
        for (const auto& name : pattern.names)
            found_unit(builder, pattern, (pattern.cells.empty() ? "Chi bộ " : "Đảng bộ ") + name, agencies,
                       day(1960, 1, 1), cell_of_unit(pattern.setting, {}, name));
    auto enterprises = bloc("Đảng bộ Khối doanh nghiệp tỉnh", Sector::enterprise);
    std::size_t number = 0;
    for (; number < province_enterprises; ++number)
        found_enterprise(builder, number, enterprises, {}, unit_file().enterprise_cells.size());
    for (const auto& pattern : unit_file().blocs) {
        auto unit = bloc(pattern.name, pattern.units.sector);
        for (const auto& name : pattern.units.names)
            found_unit(builder, pattern.units, name, unit, oldest, cell_of_unit(pattern.units.setting, {}, name));
    }
    // The districts' own enterprises make up what is left to the number of the year 2020.
    auto districts = builder.children(root);
    constexpr std::size_t cells_of_a_committee = 3;
    for (auto known = grassroots_so_far(builder); known < grassroots_in_2020; ++known, ++number) {
        auto district = number % geography().districts.size();
        found_enterprise(builder, number, districts[district], district, number % 2 == 0 ? cells_of_a_committee : 0);
    }
}

} // namespace phusa::demo
