#include "app/papers/pdf.hpp"

#include "documents/pdf_press.hpp"
#include "documents/pdf_worker.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace phusa
{

namespace
{

// One for each data folder and as long as the program: starting LibreOffice takes a second.
PdfPress& press_of(const App& app)
{
    static std::mutex mutex;
    static std::map<std::filesystem::path, std::unique_ptr<PdfPress>> presses;
    const auto& folder = app.settings().data_folder;
    std::lock_guard lock(mutex);
    auto& press = presses[folder];
    if (!press)
        press = std::make_unique<PdfPress>(
            PdfPress::Settings{.command = {"/proc/self/exe", "pdf-worker"}, .folder = folder / "pdf"});
    return *press;
}

} // namespace

bool has_pdf(const App&) { return PdfPress::is_possible(); }

std::unexpected<Problem> no_pdf()
{
    return problem(Problem::Kind::unavailable, "Máy chủ chưa có LibreOffice nên chưa xuất được PDF. Hãy tải tệp DOCX; "
                                               "người quản trị cài gói libreoffice-writer-nogui là có PDF.");
}

Result<std::string> pdf_of(App& app, const std::vector<PaperFile>& papers)
{
    if (!has_pdf(app))
        return no_pdf();
    std::vector<std::string> files;
    files.reserve(papers.size());
    for (const auto& paper : papers)
        files.push_back(TRY(press_of(app).pdf(paper.docx)));
    return files.size() == 1 ? std::move(files.front()) : joined_pdf(files);
}

void run_pdf_worker(std::istream& in, std::ostream& out) { pdf_worker(in, out); }

} // namespace phusa
