#include "app/scans/shelf.hpp"

#include "app/app.hpp"
#include "app/site_key.hpp"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>

namespace phusa
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t name_bytes = 16;
constexpr std::string_view unfinished = ".part";

bool is_name(std::string_view name)
{
    return name.size() == 2 * name_bytes && std::ranges::all_of(name, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

void make_folder(const fs::path& folder)
{
    if (fs::create_directories(folder))
        fs::permissions(folder, fs::perms::owner_all);
}

void make_lasting(const fs::path& folder)
{
    int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number >= 0) {
        ::fsync(number);
        ::close(number);
    }
}

void write_lasting(const fs::path& path, std::string_view bytes)
{
    constexpr mode_t owner_only = 0600;
    int number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_only);
    bool is_good = number >= 0;
    while (is_good && !bytes.empty()) {
        auto written = ::write(number, bytes.data(), bytes.size());
        is_good = written > 0;
        if (is_good)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    is_good = is_good && ::fsync(number) == 0;
    if (number >= 0)
        ::close(number);
    if (!is_good) {
        ::unlink(path.c_str());
        throw std::runtime_error("không lưu được bản quét; hãy kiểm tra chỗ trống của thư mục dữ liệu");
    }
}

} // namespace

ScanShelf::ScanShelf(const App& app)
    : folder_(app.settings().data_folder / "scans"), key_(site_key(app.settings().data_folder).derived("scanfile"))
{
}

fs::path ScanShelf::path_of(std::string_view name) const { return folder_ / name.substr(0, 2) / name; }

std::string ScanShelf::put(std::string_view plain) const
{
    auto name = to_hex(random_bytes(name_bytes));
    auto path = path_of(name);
    make_folder(folder_);
    make_folder(path.parent_path());
    auto beside = path;
    beside += unfinished;
    write_lasting(beside, seal(plain, key_, name));
    fs::rename(beside, path);
    make_lasting(path.parent_path());
    return name;
}

std::optional<std::string> ScanShelf::get(std::string_view name) const
{
    if (!is_name(name))
        return std::nullopt;
    std::ifstream in(path_of(name), std::ios::binary);
    if (!in)
        return std::nullopt;
    std::string sealed(std::istreambuf_iterator<char>(in), {});
    return open_sealed(sealed, key_, name);
}

bool ScanShelf::has(std::string_view name) const
{
    std::error_code missing;
    return is_name(name) && fs::is_regular_file(path_of(name), missing);
}

void ScanShelf::remove(std::string_view name) const
{
    std::error_code gone;
    if (is_name(name))
        fs::remove(path_of(name), gone);
    else if (name.ends_with(unfinished) && is_name(name.substr(0, name.size() - unfinished.size())))
        fs::remove(path_of(name), gone);
}

std::vector<ScanShelf::Lying> ScanShelf::all() const
{
    std::vector<Lying> found;
    std::error_code missing;
    auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::recursive_directory_iterator(folder_, missing)) {
        std::error_code gone; // a request may be quicker
        if (!entry.is_regular_file(gone))
            continue;
        auto age = std::chrono::duration_cast<std::chrono::seconds>(now - entry.last_write_time(gone));
        found.push_back({.name = entry.path().filename().string(), .age = age});
    }
    return found;
}

} // namespace phusa
