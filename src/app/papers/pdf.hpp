#pragma once

#include "app/app.hpp"
#include "app/papers/making.hpp"
#include "base/result.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace phusa
{

// Whether papers can be turned into PDF here: LibreOffice is installed.
bool has_pdf(const App& app);
// Problem unavailable: what to do instead.
std::unexpected<Problem> no_pdf();

// One PDF of all papers, in their order. Problem unavailable where LibreOffice is not there, too_many where too many
// wait for it.
Result<std::string> pdf_of(App& app, const std::vector<PaperFile>& papers);

// What the program runs as its own child: reads file names from `in`, its standard input, until it ends, and the
// program with it. Throws where LibreOffice would not start.
[[noreturn]] void run_pdf_worker(std::istream& in, std::ostream& out);

} // namespace phusa
