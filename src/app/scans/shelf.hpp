#pragma once

#include "base/sealing.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

class App;

// Where scans lie: sealed files below scans/ of the data folder, mode 0600, each under a random name that says nothing
// of it and to which its content is bound. A file is written whole or not at all, and never changed.
class ScanShelf
{
public:
    explicit ScanShelf(const App& app);

    // The name of a new file, on the disk for good when this returns. Throws std::runtime_error where there is no room.
    std::string put(std::string_view plain) const;
    // nullopt where it is not there, was changed, or belongs to another name.
    std::optional<std::string> get(std::string_view name) const;
    bool has(std::string_view name) const;
    void remove(std::string_view name) const;

    struct Lying {
        std::string name;
        std::chrono::seconds age{};
    };
    // Everything that lies there, also what nobody put there by this program.
    std::vector<Lying> all() const;

private:
    std::filesystem::path path_of(std::string_view name) const;

    std::filesystem::path folder_;
    SecretKey key_;
};

// A file that goes away again unless the row that speaks of it was committed.
class NewScanFile
{
public:
    NewScanFile(const ScanShelf& shelf, std::string_view plain) : shelf_(shelf), name_(shelf.put(plain)) {}
    ~NewScanFile()
    {
        if (!is_kept_)
            shelf_.remove(name_);
    }
    NewScanFile(const NewScanFile&) = delete;
    NewScanFile& operator=(const NewScanFile&) = delete;

    const std::string& name() const { return name_; }
    void keep() { is_kept_ = true; }

private:
    const ScanShelf& shelf_;
    std::string name_;
    bool is_kept_ = false;
};

} // namespace phusa
