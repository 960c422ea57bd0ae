#include "documents/scan_picture.hpp"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <cstring>
#include <png.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <stdexcept>

namespace phusa
{

int GreyPicture::ink() const
{
    constexpr int edge = 25; // a 25th part of each side
    constexpr std::uint8_t dark = 140;
    std::int64_t seen = 0;
    std::int64_t found = 0;
    for (int y = height / edge; y < height - height / edge; ++y)
        for (int x = width / edge; x < width - width / edge; ++x, ++seen)
            found +=
                points[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] <
                dark;
    return seen == 0 ? 0 : static_cast<int>(found * 100'000 / seen);
}

std::string GreyPicture::png() const
{
    auto coarse = points;
    for (auto& point : coarse)
        point = static_cast<std::uint8_t>((point & 0xf0) | (point >> 4));
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = 0;
    std::string bytes;
    if (png_image_write_to_memory(&image, nullptr, &size, 0, coarse.data(), width, nullptr) != 0) {
        bytes.resize(size);
        if (png_image_write_to_memory(&image, bytes.data(), &size, 0, coarse.data(), width, nullptr) != 0)
            return bytes;
    }
    throw std::runtime_error("no picture");
}

struct PdfPictures::Inside {
    std::unique_ptr<poppler::document> document;
};

PdfPictures::PdfPictures(std::string_view pdf) : inside_(std::make_unique<Inside>())
{
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    inside_->document.reset(poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!inside_->document || inside_->document->is_locked())
        throw std::runtime_error("no document");
}

PdfPictures::~PdfPictures() = default;

int PdfPictures::count() const { return inside_->document->pages(); }

GreyPicture PdfPictures::draw(int number, int dots_an_inch) const
{
    std::unique_ptr<poppler::page> page(inside_->document->create_page(number - 1));
    if (!page)
        throw std::runtime_error("no such page");
    constexpr double side_max = 4'000; // points of a picture: A4 at 300 dots an inch and something more
    constexpr double points_an_inch = 72;
    auto rect = page->page_rect();
    auto longest = std::max({rect.width(), rect.height(), 1.0});
    auto dpi = std::min(static_cast<double>(dots_an_inch), side_max * points_an_inch / longest);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    auto image = renderer.render_page(page.get(), dpi, dpi);
    if (!image.is_valid())
        throw std::runtime_error("no picture");
    GreyPicture picture{.width = image.width(), .height = image.height(), .points = {}};
    auto width = static_cast<std::size_t>(picture.width);
    picture.points.resize(width * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y)
        std::memcpy(picture.points.data() + static_cast<std::size_t>(y) * width,
                    image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(), width);
    return picture;
}

ReadCodes codes_on(const GreyPicture& picture, std::string_view sign)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    ZXing::ImageView view(picture.points.data(), picture.width, picture.height, ZXing::ImageFormat::Lum);
    ReadCodes read;
    for (const auto& code : ZXing::ReadBarcodes(view, hints)) {
        if (!code.isValid())
            continue;
        read.texts.push_back(code.text());
        constexpr int quarter = 90;
        constexpr int whole = 360;
        if (read.texts.back().starts_with(sign))
            read.turn = (whole - (code.orientation() + whole + quarter / 2) / quarter * quarter % whole) % whole;
    }
    return read;
}

} // namespace phusa
