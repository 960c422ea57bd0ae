#pragma once

#include "app/export.hpp"
#include "domain/check_fault.hpp"
#include "web/site/site.hpp"

#include <string>
#include <string_view>

// Kiểm tra mẫu hồ sơ: rounds, check sheets, corrections, kinds of fault.
namespace phusa::web::audit_rounds
{

inline constexpr std::string_view section = "kiem-tra-mau";

std::string path_of(AuditRoundId id);  // "/kiem-tra-mau/dot/3"
std::string path_of(AuditSampleId id); // "/kiem-tra-mau/phieu/12"
std::string path_of(CheckFaultId id);  // "/kiem-tra-mau/khac-phuc/7"
// The four lists of this part, as layout/tabs shows them: tabs_label and tabs. `current`: the path of one of them.
void set_tabs(Site& site, const Request& request, std::string_view current, View& content);

Result<Response> index(Site& site, const Request& request);
Result<TableStream> index_rows(Site& site, const Request& request);
// A round that is not fixed yet: asked by a query (don_vi, ten, tu, den, ty_le, so_rut, han), with what it would draw.
Result<Response> preview(Site& site, const Request& request);
Result<Response> fix(Site& site, const Request& request);
Result<Response> round(Site& site, const Request& request);
Result<TableStream> sample_rows(Site& site, const Request& request);
Result<Response> lots(Site& site, const Request& request);
Result<TableStream> lot_rows(Site& site, const Request& request);
Result<Response> samples(Site& site, const Request& request);
Result<Response> closing(Site& site, const Request& request);
Result<Response> close(Site& site, const Request& request);
// To print, one for each checking cell (`chi_bo`: that one alone).
Result<Response> printed(Site& site, const Request& request);

Result<Response> mine(Site& site, const Request& request);
Result<Response> check_form(Site& site, const Request& request);
Result<Response> take_check(Site& site, const Request& request);

Result<Response> corrections(Site& site, const Request& request);
Result<TableStream> correction_rows(Site& site, const Request& request);
Result<Response> correction(Site& site, const Request& request);
Result<Response> correct(Site& site, const Request& request);
Result<Response> confirm(Site& site, const Request& request);
Result<Response> send_back(Site& site, const Request& request);

Result<Response> statistics(Site& site, const Request& request);
Result<TableStream> statistics_rows(Site& site, const Request& request);

} // namespace phusa::web::audit_rounds
