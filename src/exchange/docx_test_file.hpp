#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <unistd.h>
#include <zip.h>

// Word files of the tests, as small as they can be.
namespace phusa::docx
{

using Parts = std::map<std::string, std::string>;

// The bytes of a zip with these parts.
inline std::string zipped(const Parts& parts, const char* password = nullptr)
{
    static int number = 0;
    auto path = std::filesystem::temp_directory_path() /
                ("docx-" + std::to_string(getpid()) + "-" + std::to_string(++number) + ".zip");
    int error = 0;
    auto* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : parts) {
        auto index = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                                  ZIP_FL_OVERWRITE);
        if (password)
            zip_file_set_encryption(archive, static_cast<std::uint64_t>(index), ZIP_EM_AES_256, password);
    }
    zip_close(archive);
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    std::filesystem::remove(path);
    return bytes;
}

inline std::string part(const std::string& root, const std::string& content)
{
    return "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " +
           "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" + content + "</w:" + root + ">";
}
inline std::string body(const std::string& content) { return part("document", "<w:body>" + content + "</w:body>"); }
inline std::string document(const std::string& content) { return zipped({{"word/document.xml", body(content)}}); }
inline std::string run(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }
inline std::string in_paragraph(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }
inline std::string paragraph(const std::string& text) { return in_paragraph(run(text)); }

} // namespace phusa::docx
