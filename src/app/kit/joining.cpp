#include "app/kit/joining.hpp"

#include "app/recording.hpp"
#include "app/scans/shelf.hpp"
#include "documents/pdf_press.hpp"
#include "storage/database.hpp"
#include "storage/scan_batches.hpp"

#include <stdexcept>

namespace phusa
{

Result<std::string> waiting_file(App& app, const WaitingPage& page)
{
    auto bytes = ScanShelf(app).get(page.file);
    if (!bytes || to_hex(sha256(*bytes)) != page.sha256)
        return problem(Problem::Kind::unavailable, "Tệp của trang này bị mất hoặc hỏng. Hãy bỏ trang và quét lại.");
    return *std::move(bytes);
}

// Each was written by our own child when it came in, and its hash still holds.
Result<std::string> joined_scans(const std::vector<std::string>& pages)
{
    return pages.size() == 1 ? pages.front() : joined_pdf(pages);
}

void forget_pages(App& app, const Actor& actor, const std::vector<WaitingPage>& pages, std::string_view action)
{
    if (pages.empty())
        return;
    auto transaction = app.database().write();
    record(
        app, transaction, actor,
        {.action = std::string(action), .subject = "register", .details = {{"pages", std::to_string(pages.size())}}});
    for (const auto& page : pages)
        storage::delete_waiting_page(transaction, page.id);
    transaction.commit();
    ScanShelf shelf(app);
    for (const auto& page : pages)
        shelf.remove(page.file);
}

} // namespace phusa
