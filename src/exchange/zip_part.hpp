#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <zip.h>

namespace phusa
{

// One part of a zip archive while it is unpacked. What everybody writes, deflated parts, goes through ISA-L, which is
// three times as quick as zlib (a sheet of 50,000 rows is 75 MB, read twice); whatever else through libzip itself.
class ZipPart
{
public:
    // `archive` must stay open.
    ZipPart(zip_t* archive, const std::string& name);
    ~ZipPart();
    ZipPart(const ZipPart&) = delete;
    ZipPart& operator=(const ZipPart&) = delete;

    // How many bytes of `piece` were filled: 0 at the end, negative where the part is damaged, locked or not there. The
    // end is told only after the checksum was right.
    std::int64_t next(std::span<char> piece);

private:
    struct Deflated;
    std::int64_t inflate(std::span<char> piece);

    struct Close {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };
    std::unique_ptr<zip_file_t, Close> file_;
    std::unique_ptr<Deflated> deflated_; // null: libzip unpacks
};

} // namespace phusa
