#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Names of scanned papers as the digitised dossiers of members have them (regulations/scans/cv-1361.toml): without
// accents, "43.Nghi quyet de nghi ket nap dang vien cua chi bo".
struct DigitalName {
    int number = 0;
    std::string code;  // of the form
    std::string title; // with accents
    bool of_readmission = false;

    // "05.Quyet dinh ket nap dang vien": two digits up to 99.
    std::string stem() const;
};

const std::vector<DigitalName>& digital_names();
// nullptr for a paper that the catalogue does not name.
const DigitalName* digital_name(std::string_view code, bool is_readmission);

// "Nghị quyết của Đảng" → "Nghi quyet cua Dang": capitals stay, what no file system takes is left out.
std::string without_accents(std::string_view text);
// "034200000001_NguyenThiDao". Without a number: "HS7_NguyenThiDao" of dossier 7.
std::string member_folder(std::optional<std::string> identity, std::int64_t dossier, std::string_view name);

} // namespace phusa
