#include "documents/pdf_press.hpp"

// The modern pointers of qpdf, without its warning.
#define POINTERHOLDER_TRANSITION 4
#include <list>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace phusa
{

std::string joined_pdf(const std::vector<std::string>& files)
{
    // Pages point into the files that they come from until all is written.
    std::list<QPDF> sources;
    QPDF whole;
    whole.emptyPDF();
    QPDFPageDocumentHelper pages(whole);
    for (const auto& file : files) {
        auto& source = sources.emplace_back();
        source.processMemoryFile("paper", file.data(), file.size());
        for (auto& page : QPDFPageDocumentHelper(source).getAllPages())
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
