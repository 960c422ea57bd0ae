#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace phusa
{

// LibreOffice inside this process, by its stable C interface, loaded at run time. For a process that does nothing else:
// it starts threads, and a damaged document may end it.
class OfficeKit
{
public:
    // An operator may say where LibreOffice is; then it is looked for there alone.
    static constexpr const char* place_variable = "PHUSA_OFFICE";
    // The folder of its programs; empty where there is none.
    static std::filesystem::path installed();

    // `profile` is a folder of its own, made where it is missing. Throws std::runtime_error.
    OfficeKit(const std::filesystem::path& program, const std::filesystem::path& profile);
    ~OfficeKit();
    OfficeKit(const OfficeKit&) = delete;
    OfficeKit& operator=(const OfficeKit&) = delete;

    // False where the document cannot be read or written.
    bool convert_to_pdf(const std::filesystem::path& from, const std::filesystem::path& to);

private:
    struct Loaded;
    std::unique_ptr<Loaded> loaded_;
};

} // namespace phusa
