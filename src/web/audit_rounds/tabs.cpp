#include "app/audit_rounds/checks.hpp"
#include "app/audit_rounds/corrections.hpp"
#include "base/number_text.hpp"
#include "web/audit_rounds/handlers.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::audit_rounds
{

namespace
{

std::string count_in_words(std::int64_t count) { return count == 0 ? std::string() : vietnamese_number(count); }

} // namespace

std::string path_of(AuditRoundId id) { return fmt::format("/kiem-tra-mau/dot/{}", id.value); }
std::string path_of(AuditSampleId id) { return fmt::format("/kiem-tra-mau/phieu/{}", id.value); }
std::string path_of(CheckFaultId id) { return fmt::format("/kiem-tra-mau/khac-phuc/{}", id.value); }

void set_tabs(Site& site, const Request& request, std::string_view current, View& content)
{
    View::List tabs;
    auto add = [&](std::string_view path, std::string_view label, std::int64_t count) {
        tabs.push_back(View()
                           .set("href", path)
                           .set("label", label)
                           .set("count", count_in_words(count))
                           .set("current", path == current));
    };
    add("/kiem-tra-mau", "Các đợt", 0);
    if (auto checks = my_checks(site.app(), asking(request)))
        add("/kiem-tra-mau/cua-toi", "Phiếu phải kiểm tra",
            std::ranges::count_if(*checks, [](const CheckLine& line) { return !line.line.sample.checked; }));
    if (auto page = list_corrections(site.app(), asking(request), {.rows = 0}))
        add("/kiem-tra-mau/khac-phuc", "Việc khắc phục", page->total);
    add("/kiem-tra-mau/thong-ke", "Loại thiếu sót", 0);
    content.set("tabs_label", "Kiểm tra mẫu hồ sơ").set("tabs", View(std::move(tabs)));
}

} // namespace phusa::web::audit_rounds
