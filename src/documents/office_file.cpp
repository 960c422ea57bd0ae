#include "documents/office_file.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <zip.h>

namespace phusa
{

namespace
{

struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

std::unexpected<Problem> damaged()
{
    return problem(Problem::Kind::invalid,
                   "Đây không phải tệp .docx đọc được. Hãy mở bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi gửi "
                   "lại.");
}

std::unexpected<Problem> too_large()
{
    return problem(Problem::Kind::too_large, "Tệp bung ra quá lớn. Hãy bỏ bớt ảnh trong tệp rồi gửi lại.");
}

Result<std::string> part_at(zip_t* archive, zip_uint64_t place, std::size_t left)
{
    std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, place, 0));
    if (!file)
        return damaged();
    constexpr std::size_t piece_bytes = 16 * 1024;
    std::string whole;
    for (;;) {
        auto size = whole.size();
        whole.resize(size + piece_bytes);
        auto got = zip_fread(file.get(), whole.data() + size, piece_bytes);
        if (got < 0)
            return damaged();
        whole.resize(size + static_cast<std::size_t>(got));
        if (got == 0)
            return whole;
        if (whole.size() > left)
            return too_large();
    }
}

void check(bool good)
{
    if (!good)
        throw std::runtime_error("không đóng gói được tệp văn phòng: hết bộ nhớ");
}

void write_parts(zip_source_t* target, const std::vector<OfficeFile::Part>& parts)
{
    zip_source_keep(target);
    std::unique_ptr<zip_t, Close> archive(zip_open_from_source(target, ZIP_TRUNCATE, nullptr));
    check(archive != nullptr);
    for (const auto& part : parts) {
        auto* source = zip_source_buffer(archive.get(), part.bytes.data(), part.bytes.size(), 0);
        auto place = zip_file_add(archive.get(), part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        check(place >= 0);
        // The first day that the format knows.
        constexpr zip_uint16_t dos_date = (1 << 5) | 1;
        zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(place), 0, dos_date, 0);
    }
    check(zip_close(archive.get()) == 0);
    archive.release();
}

} // namespace

Result<OfficeFile> OfficeFile::read(std::string_view bytes)
{
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    check(source != nullptr);
    std::unique_ptr<zip_t, Close> archive(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!archive) {
        zip_source_free(source);
        return damaged();
    }
    auto count = zip_get_num_entries(archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > OfficeFile::parts_max)
        return damaged();
    OfficeFile file;
    std::size_t left = OfficeFile::bytes_max;
    for (zip_uint64_t place = 0; place < static_cast<zip_uint64_t>(count); ++place) {
        const char* name = zip_get_name(archive.get(), place, 0);
        if (!name)
            return damaged();
        auto part = TRY(part_at(archive.get(), place, left));
        left -= part.size();
        file.add(name, std::move(part));
    }
    return file;
}

const OfficeFile::Part* OfficeFile::find(std::string_view name) const
{
    auto found = std::ranges::find(parts_, name, &Part::name);
    return found == parts_.end() ? nullptr : &*found;
}

std::string OfficeFile::written() const
{
    std::unique_ptr<zip_source_t, Close> target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    check(target != nullptr);
    write_parts(target.get(), parts_);
    check(zip_source_open(target.get()) == 0);
    zip_source_seek(target.get(), 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target.get())), '\0');
    zip_source_seek(target.get(), 0, SEEK_SET);
    auto got = zip_source_read(target.get(), bytes.data(), bytes.size());
    zip_source_close(target.get());
    check(got == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

} // namespace phusa
