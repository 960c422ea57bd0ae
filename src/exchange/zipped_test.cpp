#include "exchange/zipped_test.hpp"

#include <stdexcept>
#include <zip.h>

namespace phusa
{

std::string zipped(const std::map<std::string, std::string>& parts, const char* password, Packing packing)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts) {
        auto index = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
        auto method = packing == Packing::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 0);
        if (password)
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
    if (zip_close(archive) != 0)
        throw std::runtime_error("the zip file of the test was not written");
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

} // namespace phusa
