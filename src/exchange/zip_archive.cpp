#include "exchange/zip_archive.hpp"

#include "base/limits.hpp"
#include "exchange/zip_part.hpp"

#include <array>
#include <zip.h>

namespace phusa
{

namespace
{

struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::unexpected<Problem> damaged()
{
    return problem(Problem::Kind::invalid,
                   "Tệp bị hỏng hoặc có mật khẩu. Hãy mở lại bằng chương trình đã tạo ra nó, lưu lại rồi gửi lại.");
}

std::unexpected<Problem> too_large()
{
    return problem(Problem::Kind::too_large, "Tệp bung ra quá lớn. Hãy chia thành nhiều tệp nhỏ hơn rồi gửi lại.");
}

} // namespace

struct ZipArchive::Open {
    Content content;
    std::unique_ptr<zip_t, Close> archive;
};

Result<ZipArchive> ZipArchive::open(Content content)
{
    auto* source = zip_source_buffer_create(content.bytes().data(), content.bytes().size(), 0, nullptr);
    if (!source)
        return damaged();
    auto* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (!archive) {
        zip_source_free(source);
        return damaged();
    }
    return ZipArchive(std::make_shared<Open>(std::move(content), std::unique_ptr<zip_t, Close>(archive)));
}

bool ZipArchive::has(const std::string& part) const
{
    return zip_name_locate(open_->archive.get(), part.c_str(), ZIP_FL_ENC_GUESS) >= 0;
}

Result<void> ZipArchive::stream(const std::string& part, const std::function<bool(std::string_view)>& take) const
{
    ZipPart packed(open_->archive.get(), part);
    constexpr std::size_t piece_bytes = 64 * 1024;
    std::array<char, piece_bytes> piece;
    for (std::size_t total = 0;;) {
        auto got = packed.next(piece);
        if (got < 0)
            return damaged();
        if (got == 0)
            return {};
        total += static_cast<std::size_t>(got);
        if (total > limit::unpacked_part_bytes_max)
            return too_large();
        if (!take({piece.data(), static_cast<std::size_t>(got)}))
            return {};
    }
}

Result<std::string> ZipArchive::read(const std::string& part) const
{
    std::string whole;
    TRY_DO(stream(part, [&](std::string_view piece) {
        whole += piece;
        return true;
    }));
    return whole;
}

} // namespace phusa
