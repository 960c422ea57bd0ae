#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/validity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

using OrganisationId = Id<struct Organisation>;

enum class OrganisationKind : std::uint8_t {
    province_committee = 1, // đảng bộ tỉnh (tỉnh uỷ)
    district_committee,     // đảng bộ huyện, thành phố (until 30/6/2025)
    bloc_committee,         // đảng bộ khối, công an, quân sự and their like, directly under the province
    commune_committee,      // đảng bộ xã, phường, đặc khu directly under the province (from 1/7/2025)
    grassroots_committee,   // đảng bộ cơ sở
    grassroots_cell,        // chi bộ cơ sở
    section_committee,      // đảng bộ bộ phận
    cell,                   // chi bộ trực thuộc
    youth_union = 20,       // mass organisations stand beside a Party organisation, see Organisation::beside
    trade_union,
    women_union,
    farmers_union,
    veterans,
    fatherland_front,
    political_school = 40, // trường chính trị tỉnh
    political_centre,      // trung tâm chính trị
};

// loại hình cơ sở, for Biểu 5 and the indicators.
enum class Sector : std::uint8_t {
    unknown,
    commune,        // xã, phường, thị trấn
    agency,         // cơ quan hành chính, đảng, đoàn thể
    public_service, // đơn vị sự nghiệp
    enterprise,     // doanh nghiệp
    armed_forces,   // quân đội, công an
};

std::string_view key_of(OrganisationKind kind);
std::string_view title_of(OrganisationKind kind);
std::optional<OrganisationKind> organisation_kind(std::string_view key);
std::vector<OrganisationKind> all_organisation_kinds();
std::string_view key_of(Sector sector);
std::string_view title_of(Sector sector);
std::optional<Sector> sector(std::string_view key);
std::vector<Sector> all_sectors();

bool is_mass_organisation(OrganisationKind kind);
bool is_school(OrganisationKind kind);
// A unit whose members meet and vote: chi bộ and chi bộ cơ sở. Only these have people.
bool has_members(OrganisationKind kind);
// tổ chức cơ sở đảng: đảng bộ cơ sở or chi bộ cơ sở; a commune committee counts as one from 1/7/2025.
bool is_grassroots(OrganisationKind kind);
// Whether `child` may stand directly under `parent` in the tree.
bool may_stand_under(OrganisationKind child, OrganisationKind parent);

// An official code of digits 2.3.3.3.3 (province, committee directly above, grassroots, section or 000, cell), as
// "34.012.003.000.001"; upper levels end early ("34.012"). Unique among organisations alive on one day.
bool is_organisation_code(std::string_view code);
// Party organisations have an official code. Mass organisations and schools have none: theirs is the code of the Party
// organisation they belong to, with a hyphen and a sign of two to four capitals ("34.012-TN"), or a code of that form.
bool is_code_for(OrganisationKind kind, std::string_view code);

// One unit as it stood in one span of days. A plain value.
//
// `parent` is absent for the root and for mass organisations, which stand `beside` a Party organisation instead.
struct Organisation {
    OrganisationId id;
    OrganisationKind kind = OrganisationKind::cell;
    Sector sector = Sector::unknown;
    std::string code;
    std::string name;
    std::optional<OrganisationId> parent;
    std::optional<OrganisationId> beside;
    Validity valid;
    AuditNumber recorded;
};

enum class SuccessionKind : std::uint8_t { founded = 1, merged, split, renamed, moved, dissolved };
std::string_view key_of(SuccessionKind kind);
std::string_view title_of(SuccessionKind kind);

// What became of a unit on a day: for merged and split there is one row per predecessor and successor.
struct Succession {
    SuccessionKind kind = SuccessionKind::founded;
    Date on;
    std::optional<OrganisationId> from;
    std::optional<OrganisationId> to;
    std::string document; // number and date of the decision, empty where unknown
};

// A dated fact about a unit that a statistical form asks for (Biểu 2, part III).
enum class OrganisationFactKind : std::uint8_t { no_masses_left = 1 /* không còn quần chúng */ };
std::string_view key_of(OrganisationFactKind kind);
std::string_view title_of(OrganisationFactKind kind);

struct OrganisationFact {
    std::int64_t row = 0;
    OrganisationId organisation;
    OrganisationFactKind kind = OrganisationFactKind::no_masses_left;
    Validity valid;
    std::string note;
    AuditNumber recorded;
};

// What the pages and the import check before a unit is stored: name and code present and well formed, days in order,
// and a mass organisation beside a Party organisation. Where it stands in the tree is checked by may_stand_under.
Result<void> check(const Organisation& organisation);

} // namespace phusa
