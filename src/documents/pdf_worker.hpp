#pragma once

#include <iosfwd>

namespace phusa
{

// The child that turns Word files into PDF, in its own folder (the current one): for every line with a name on `in`,
// which is standard input, it reads NAME.docx, writes NAME.pdf and answers "ok" or "bad" on `out`. It shuts itself in
// (shut_in) before LibreOffice is loaded. Ends the program with its input, or when nothing came for ten minutes. Throws
// std::runtime_error where LibreOffice would not start.
[[noreturn]] void pdf_worker(std::istream& in, std::ostream& out);

} // namespace phusa
