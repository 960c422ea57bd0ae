#pragma once

#include "base/date.hpp"
#include "domain/act.hpp"
#include "domain/codes.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace phusa
{

// Whether the place is one where primary schooling suffices (mountains, borders, islands, ethnic minorities …).
enum class Area : std::uint8_t { ordinary = 1, disadvantaged };
std::string_view key_of(Area area);
std::string_view title_of(Area area);
std::optional<Area> area(std::string_view key);

// Why someone who asks to come back had left.
enum class LeavingCause : std::uint8_t {
    removed = 1,       // xoá tên
    resigned,          // xin ra
    hardship,          // xin ra vì gia đình đặc biệt khó khăn
    abandoned,         // tự ý bỏ sinh hoạt đảng
    disunity,          // gây mất đoàn kết nội bộ nghiêm trọng
    corruption,        // bị kết án về tội tham nhũng
    serious_crime,     // bị kết án về tội nghiêm trọng trở lên
    expunged_sentence, // bị kết án ít nghiêm trọng, đã xoá án tích
    population,        // vi phạm chính sách dân số
};
std::string_view key_of(LeavingCause cause);
std::string_view title_of(LeavingCause cause);
std::optional<LeavingCause> leaving_cause(std::string_view key);

// An earlier membership that ended.
struct Readmission {
    Date left;
    LeavingCause cause = LeavingCause::removed;
    std::optional<Date> expunged = {}; // the day of xoá án tích
    int times = 1;                     // the how-manieth readmission this one would be

    friend bool operator==(const Readmission&, const Readmission&) = default;
};

// What the judge reads about the person. Facts only: no name, no opinion.
struct Candidate {
    PartialDate born;
    bool is_citizen = false; // of Viet Nam
    GeneralEducation education = GeneralEducation::unknown;
    Area area = Area::ordinary;
    bool village_elder = false;        // già làng, trưởng bản, người có uy tín
    bool youth_union_member = false;   // đoàn viên
    bool youth_union_available = true; // there is a Youth Union organisation where the person works or lives
    std::optional<Readmission> readmission = {};

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

// One person's way into the Party as the judge reads it: who, and what has been done on which day.
//
// The order of `acts` means nothing but the index by which findings name them. The same value comes from a file of
// `phusa judge`, from the API and from a stored dossier.
struct Case {
    Candidate person;
    bool grassroots_cell = false; // chi bộ cơ sở: no committee between cell and decision
    std::vector<Act> acts;

    friend bool operator==(const Case&, const Case&) = default;
};

} // namespace phusa
