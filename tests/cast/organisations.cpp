#include "cast/cast.hpp"

#include <utility>

namespace phusa::cast
{

namespace
{

using Kind = OrganisationKind;

Organisation unit(std::int64_t id, Kind kind, std::string code, std::string name)
{
    Organisation organisation;
    organisation.id = OrganisationId(id);
    organisation.kind = kind;
    organisation.code = std::move(code);
    organisation.name = std::move(name);
    organisation.valid = {.first = *Date::of(2000, 1, 1), .until = std::nullopt};
    organisation.recorded = {1};
    return organisation;
}

Organisation under(const Organisation& parent, Organisation child, Sector sector = Sector::unknown)
{
    child.parent = parent.id;
    child.sector = sector;
    return child;
}

} // namespace

Date today() { return *Date::of(2026, 11, 23); }

Organisation province() { return unit(1, Kind::province_committee, "99", "Đảng bộ tỉnh Sông Bồi"); }

Organisation district()
{
    return under(province(), unit(2, Kind::district_committee, "99.001", "Đảng bộ huyện Bãi Ngang"));
}

Organisation commune()
{
    return under(district(), unit(3, Kind::grassroots_committee, "99.001.001", "Đảng bộ xã Bồi Hạ"), Sector::commune);
}

Organisation village_cell()
{
    return under(commune(), unit(4, Kind::cell, "99.001.001.000.001", "Chi bộ thôn Đầu Làng"), Sector::commune);
}

Organisation school_cell()
{
    return under(commune(), unit(5, Kind::cell, "99.001.001.000.002", "Chi bộ Trường Tiểu học Bồi Hạ"),
                 Sector::public_service);
}

Organisation bloc()
{
    return under(province(), unit(6, Kind::bloc_committee, "99.002", "Đảng bộ Khối các cơ quan tỉnh"));
}

Organisation museum_cell()
{
    return under(bloc(), unit(7, Kind::grassroots_cell, "99.002.001", "Chi bộ Bảo tàng Phù Sa"),
                 Sector::public_service);
}

Organisation youth_union()
{
    Organisation union_of_youth = unit(8, Kind::youth_union, "99.001.001-TN", "Đoàn xã Bồi Hạ");
    union_of_youth.beside = commune().id;
    return union_of_youth;
}

Organisation political_centre()
{
    return under(district(), unit(9, Kind::political_centre, "99.001-TTCT", "Trung tâm Chính trị huyện Bãi Ngang"));
}

std::vector<Organisation> organisations()
{
    return {province(), district(),    commune(),     village_cell(),    school_cell(),
            bloc(),     museum_cell(), youth_union(), political_centre()};
}

} // namespace phusa::cast
