#include "documents/scan_pdf.hpp"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace phusa
{

namespace
{

void open(QPDF& pdf, std::string_view bytes)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false); // a file that has to be guessed at is sent again
    pdf.processMemoryFile("scan", bytes.data(), bytes.size());
}

bool has(QPDFObjectHandle dictionary, const char* key) { return dictionary.isDictionary() && dictionary.hasKey(key); }

// A scanner puts pictures into a file. Scripts, forms that send something, and files inside are not of a scan.
bool is_active(QPDF& pdf)
{
    auto root = pdf.getRoot();
    if (has(root, "/OpenAction") && has(root.getKey("/OpenAction"), "/S"))
        return true;
    auto names = root.getKey("/Names");
    return has(root, "/AA") || has(names, "/JavaScript") || has(names, "/EmbeddedFiles") ||
           has(root.getKey("/AcroForm"), "/XFA");
}

} // namespace

std::string fault_of_pdf(std::string_view bytes, int& pages)
{
    try {
        QPDF pdf;
        open(pdf, bytes);
        if (pdf.isEncrypted())
            return "encrypted";
        auto all = QPDFPageDocumentHelper(pdf).getAllPages();
        pages = static_cast<int>(all.size());
        if (pages == 0)
            return "broken";
        return is_active(pdf) ? "active" : "";
    } catch (const QPDFExc& error) {
        return error.getErrorCode() == qpdf_e_password ? "encrypted" : "broken";
    } catch (const std::exception&) {
        return "broken";
    }
}

std::string some_pages(std::string_view bytes, const std::vector<TurnedPage>& wanted)
{
    QPDF source;
    open(source, bytes);
    auto all = QPDFPageDocumentHelper(source).getAllPages();
    QPDF whole;
    whole.emptyPDF();
    QPDFPageDocumentHelper pages(whole);
    for (const auto& each : wanted) {
        if (each.number < 1 || static_cast<std::size_t>(each.number) > all.size())
            throw std::runtime_error("no such page");
        auto page = all[static_cast<std::size_t>(each.number) - 1].shallowCopyPage();
        if (each.turn % 360 != 0)
            page.rotatePage(each.turn, true);
        pages.addPage(page, false);
    }
    QPDFWriter writer(whole);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

} // namespace phusa
