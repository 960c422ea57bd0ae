#pragma once

#include "base/date.hpp"
#include "domain/codes.hpp"
#include "domain/organisation.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// The data of the demo province as regulations/demo and the embedded geography hold it. These files travel inside the
// program, so a fault in one is a bug: reading asserts.
namespace phusa::demo
{

// Weighted words: "Nguyễn" = 340.
using Words = std::vector<std::pair<std::string, int>>;

struct NameFile {
    struct Era {
        int born_until = 0; // year
        Words male_middle, female_middle, male, female;
    };
    Words family;
    std::vector<Era> eras;
    std::vector<std::string> avoid; // folded, sorted
};
const NameFile& name_file();

// Where admissions of one kind of people happen: decides who is admitted and how cells are called.
enum class Setting : std::uint8_t {
    village,
    commune_office,
    party_agency,
    agency,
    police,
    army,
    health,
    school,
    high_school,
    college,
    public_service,
    enterprise,
};

struct UnitFile {
    // A grassroots organisation, or several named alike, with its cells; without cells it is a chi bộ cơ sở itself.
    struct Pattern {
        std::vector<std::string> names = {};
        std::string city_name = {}; // instead of names, in the city
        Sector sector = Sector::unknown;
        Setting setting = Setting::agency;
        std::vector<std::string> cells = {};
    };
    struct Bloc {
        std::string key;
        std::string name;
        Pattern units;
    };

    std::vector<std::string> villages;
    std::vector<Pattern> district;
    std::vector<std::string> high_schools, high_school_cells;
    std::vector<Pattern> province;
    std::vector<std::string> trades, enterprise_names, enterprise_cells;
    std::vector<Bloc> blocs;
};
const UnitFile& unit_file();

struct AdmissionFile {
    struct Quota {
        int total = 0;
        double slope = 0;
    };
    struct Pace {
        int from = 0;
        int a_year = 0;
    };
    // Shares in percent by key, at one year.
    struct Mix {
        int year = 0;
        std::map<std::string, double, std::less<>> shares;
    };
    struct Feast {
        int day = 0;
        int month = 0;
        int on_the_day = 0;
        int around = 0;
    };

    Period article;
    std::vector<int> totals;
    double mean_age = 0;
    std::map<std::string, Quota, std::less<>> quotas;
    std::vector<Pace> paces;
    std::vector<Mix> mixes;
    std::vector<Feast> feasts;

    int a_year(int year) const;
    // Interpolated between the two nearest mixes; 0 for a key that they do not have.
    double share(int year, std::string_view key) const;
};
const AdmissionFile& admission_file();

struct Geography {
    struct Commune {
        std::string code;
        std::string kind; // xã, phường, thị trấn
        std::string name;
        std::size_t district = 0;  // of 2020; unused for those of 2025
        std::size_t successor = 0; // index into communes_2025; unused for those of 2025
    };
    struct District {
        std::string code;
        std::string kind; // huyện, thành phố
        std::string name;
    };

    std::vector<District> districts;
    std::vector<Commune> communes_2020;
    std::vector<Commune> communes_2025;
};
const Geography& geography();

} // namespace phusa::demo
