#include "domain/scan.hpp"

#include <utility>

namespace phusa
{

std::string_view key_of(ScanType type)
{
    switch (type) {
    case ScanType::pdf:
        return "pdf";
    case ScanType::jpeg:
        return "jpg";
    case ScanType::png:
        return "png";
    case ScanType::tiff:
        return "tif";
    }
    std::unreachable();
}

std::string_view media_type_of(ScanType type)
{
    switch (type) {
    case ScanType::pdf:
        return "application/pdf";
    case ScanType::jpeg:
        return "image/jpeg";
    case ScanType::png:
        return "image/png";
    case ScanType::tiff:
        return "image/tiff";
    }
    std::unreachable();
}

std::optional<ScanType> scan_type(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("%PDF-"))
        return ScanType::pdf;
    if (bytes.starts_with("\xff\xd8\xff"))
        return ScanType::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"))
        return ScanType::png;
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv))
        return ScanType::tiff;
    return std::nullopt;
}

} // namespace phusa
