#include "documents/office_kit.hpp"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <dlfcn.h>
#include <stdexcept>
#include <vector>

namespace phusa
{

namespace
{

// The beginning of the structures of LibreOfficeKit.h, which only ever grow at their end.
struct KitDocument;
struct KitDocumentClass {
    std::size_t size;
    void (*destroy)(KitDocument*);
    int (*save_as)(KitDocument*, const char* url, const char* format, const char* filter_options);
};
struct KitDocument {
    const KitDocumentClass* methods;
};
struct Kit;
struct KitClass {
    std::size_t size;
    void (*destroy)(Kit*);
    KitDocument* (*document_load)(Kit*, const char* url);
    char* (*get_error)(Kit*);
    KitDocument* (*document_load_with_options)(Kit*, const char* url, const char* options);
};
struct Kit {
    const KitClass* methods;
};
using StartKit = Kit* (*)(const char* install_path, const char* user_profile_url);

std::string url_of(const std::filesystem::path& path) { return "file://" + std::filesystem::absolute(path).string(); }

} // namespace

struct OfficeKit::Loaded {
    Kit* kit = nullptr;
};

std::filesystem::path OfficeKit::installed()
{
    constexpr std::array usual = {"/usr/lib/libreoffice/program", "/opt/libreoffice/program",
                                  "/usr/lib64/libreoffice/program"};
    const char* said = std::getenv(place_variable);
    std::vector<std::filesystem::path> folders(usual.begin(), usual.end());
    if (said)
        folders.assign(1, said);
    for (const auto& folder : folders)
        if (std::error_code ignored; std::filesystem::exists(folder / "libmergedlo.so", ignored) &&
                                     std::filesystem::exists(folder / "libswlo.so", ignored))
            return folder;
    return {};
}

OfficeKit::OfficeKit(const std::filesystem::path& program, const std::filesystem::path& profile)
    : loaded_(std::make_unique<Loaded>())
{
    std::filesystem::create_directories(profile);
    auto library = program / "libmergedlo.so";
    // Never closed: LibreOffice does not end cleanly within a process.
    void* handle = dlopen(library.c_str(), RTLD_LAZY);
    auto* start = handle ? reinterpret_cast<StartKit>(dlsym(handle, "libreofficekit_hook_2")) : nullptr;
    loaded_->kit = start ? start(program.c_str(), url_of(profile).c_str()) : nullptr;
    if (!loaded_->kit)
        throw std::runtime_error("LibreOffice không khởi động được");
}

OfficeKit::~OfficeKit() = default;

bool OfficeKit::convert_to_pdf(const std::filesystem::path& from, const std::filesystem::path& to)
{
    auto* document = loaded_->kit->methods->document_load_with_options(loaded_->kit, url_of(from).c_str(),
                                                                       "Batch=true,Language=vi-VN");
    if (!document)
        return false;
    bool is_saved = document->methods->save_as(document, url_of(to).c_str(), "pdf", nullptr) != 0;
    document->methods->destroy(document);
    return is_saved;
}

} // namespace phusa
