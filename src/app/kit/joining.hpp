#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/scan_batch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// The PDF of a waiting page. Problem unavailable where its file is gone or damaged.
Result<std::string> waiting_file(App& app, const WaitingPage& page);
// One PDF of several, each of one page.
Result<std::string> joined_scans(const std::vector<std::string>& pages);
// They wait no more: rows and files go. Recorded under `action`.
void forget_pages(App& app, const Actor& actor, const std::vector<WaitingPage>& pages, std::string_view action);

} // namespace phusa
