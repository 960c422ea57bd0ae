#include "exchange/content.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace phusa
{

namespace
{

// Closed as soon as the mapping stands.
class OpenFile
{
public:
    explicit OpenFile(const std::filesystem::path& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenFile()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    int number() const { return number_; }
    // -1 where it is no file of its own: a folder, a pipe.
    std::int64_t size() const
    {
        struct stat about{};
        return number_ >= 0 && ::fstat(number_, &about) == 0 && S_ISREG(about.st_mode) ? about.st_size : -1;
    }

private:
    int number_;
};

} // namespace

Content::Content(std::string bytes)
{
    auto kept = std::make_shared<const std::string>(std::move(bytes));
    bytes_ = *kept;
    owner_ = std::move(kept);
}

Result<Content> Content::of_file(const std::filesystem::path& path)
{
    OpenFile file(path);
    auto size = file.size();
    if (size < 0)
        return problem(Problem::Kind::invalid,
                       fmt::format("không đọc được tệp “{}”; hãy kiểm tra tên và quyền đọc", path.string()));
    if (size == 0)
        return Content(std::string());
    auto length = static_cast<std::size_t>(size);
    void* begin = ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (begin == MAP_FAILED)
        return problem(Problem::Kind::invalid, fmt::format("không đọc được tệp “{}”", path.string()));
    std::shared_ptr<const void> owner(begin,
                                      [length](const void* mapped) { ::munmap(const_cast<void*>(mapped), length); });
    return Content(std::move(owner), {static_cast<const char*>(begin), length});
}

} // namespace phusa
