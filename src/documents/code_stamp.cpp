#include "documents/code_stamp.hpp"

#include <fmt/format.h>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <cassert>
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace phusa
{

namespace
{

// Within the foot margin, which no form of any size has below 18 mm; printers draw up to 5 mm from the edge. The margin
// itself is the quiet zone; one module of white is for a template that writes down there.
constexpr double left_mm = 5;
constexpr double foot_mm = 5;
constexpr double side_mm = 12.5; // 25 modules of half a millimetre: 4 points each at 200 dots an inch
constexpr int quiet = 1;
constexpr double points_a_mm = 72 / 25.4;

ZXing::BitMatrix code_of(const std::string& text)
{
    constexpr int quarter_may_be_lost = 6; // level Q
    return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
        .setEccLevel(quarter_may_be_lost)
        .setMargin(0)
        .encode(text, 0, 0);
}

// Runs of dark modules, row by row from the foot, as rectangles of a grid of modules.
std::string shapes_of(const ZXing::BitMatrix& code)
{
    std::string shapes;
    for (int y = 0; y < code.height(); ++y)
        for (int x = 0; x < code.width(); ++x) {
            if (!code.get(x, y))
                continue;
            int end = x;
            while (end < code.width() && code.get(end, y))
                ++end;
            shapes += fmt::format("{} {} {} 1 re\n", x + quiet, code.height() - 1 - y + quiet, end - x);
            x = end;
        }
    return shapes;
}

std::string stamp_of(const std::string& text, const QPDFObjectHandle::Rectangle& sheet)
{
    auto code = code_of(text);
    auto module = side_mm * points_a_mm / code.width();
    auto covered = code.width() + 2 * quiet;
    return fmt::format("Q q {0:.5f} 0 0 {0:.5f} {1:.3f} {2:.3f} cm 1 g 0 0 {3} {3} re f 0 g\n{4}f Q\n", module,
                       sheet.llx + left_mm * points_a_mm - quiet * module,
                       sheet.lly + foot_mm * points_a_mm - quiet * module, covered, shapes_of(code));
}

} // namespace

int pages_of_pdf(std::string_view bytes)
{
    QPDF pdf;
    pdf.processMemoryFile("paper", bytes.data(), bytes.size());
    return static_cast<int>(QPDFPageDocumentHelper(pdf).getAllPages().size());
}

std::string stamped_pdf(std::string_view bytes, const std::vector<std::string>& codes)
{
    QPDF pdf;
    pdf.processMemoryFile("paper", bytes.data(), bytes.size());
    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    assert(pages.size() == codes.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto sheet = pages[i].getAttribute("/MediaBox", false).getArrayAsRectangle();
        pages[i].addPageContents(QPDFObjectHandle::newStream(&pdf, "q\n"), true);
        pages[i].addPageContents(QPDFObjectHandle::newStream(&pdf, stamp_of(codes[i], sheet)), false);
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

} // namespace phusa
