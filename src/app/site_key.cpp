#include "app/site_key.hpp"

#include <fmt/core.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace phusa
{

namespace
{

constexpr mode_t others_bits = 077;

std::runtime_error broken(const std::filesystem::path& path, std::string_view what)
{
    return std::runtime_error(fmt::format("{}: {}", path.string(), what));
}

// Written under another name first, so that a crash leaves a whole key or none; never over an existing one.
void write_new_key(const std::filesystem::path& path, const SecretKey& key)
{
    auto draft = path;
    draft += fmt::format(".{}", ::getpid());
    int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        throw broken(draft, fmt::format("không ghi được khoá ({})", std::strerror(errno)));
    auto bytes = key.bytes();
    bool is_written = ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    is_written = ::fsync(file) == 0 && is_written;
    ::close(file);
    // link() fails where another process was faster: then its key is the one, and is read next.
    bool is_placed = is_written && (::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
    ::unlink(draft.c_str());
    if (!is_placed)
        throw broken(path, "không ghi được khoá; hãy kiểm tra chỗ trống và quyền ghi của thư mục dữ liệu");
}

} // namespace

std::filesystem::path site_key_path(const std::filesystem::path& data_folder) { return data_folder / "phusa.key"; }

void make_data_folder(const std::filesystem::path& data_folder)
{
    if (std::filesystem::is_directory(data_folder))
        return;
    if (data_folder.has_parent_path())
        std::filesystem::create_directories(data_folder.parent_path());
    if (::mkdir(data_folder.c_str(), 0700) != 0 && errno != EEXIST)
        throw broken(data_folder, fmt::format("không tạo được thư mục dữ liệu ({})", std::strerror(errno)));
}

SecretKey site_key(const std::filesystem::path& data_folder)
{
    make_data_folder(data_folder);
    auto path = site_key_path(data_folder);
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0) {
        if (errno != ENOENT)
            throw broken(path, "không đọc được khoá; hãy kiểm tra quyền của tệp");
        write_new_key(path, SecretKey::random());
        if (::stat(path.c_str(), &about) != 0)
            throw broken(path, "không đọc được khoá vừa tạo");
    }
    if ((about.st_mode & others_bits) != 0)
        throw broken(path, "người khác đọc được khoá; hãy chạy: chmod 600 " + path.string());
    std::ifstream file(path, std::ios::binary);
    std::array<char, SecretKey::size + 1> bytes{};
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.gcount() != static_cast<std::streamsize>(SecretKey::size))
        throw broken(path, "khoá không đúng 32 byte; hãy lấy lại tệp này từ bản sao lưu của khoá");
    return SecretKey::from_bytes({bytes.data(), SecretKey::size});
}

} // namespace phusa
