#pragma once

#include "base/result.hpp"
#include "domain/scan.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Files of strangers are read only in a child that is shut in (documents/scan_work.hpp).
namespace phusa
{

struct ScanFacts {
    ScanType type = ScanType::pdf;
    int pages = 1;
};
// The Problem says what to do with a file that is no scan, damaged, encrypted, too long or carries scripts.
Result<ScanFacts> look_at_scan(std::string_view bytes);

// What is on one page of a PDF (page_codes.hpp).
struct ReadPage {
    int ink = 0;
    int turn = 0;
    std::vector<std::string> codes; // "?" for one that is not of our kind
};
Result<std::vector<ReadPage>> read_codes(std::string_view pdf);

// PNG of pages of a PDF, from `first` (1) on.
Result<std::vector<std::string>> pictures_of(std::string_view pdf, int first, int count, int dots_an_inch);

// A PDF of these pages: their numbers from 1, and degrees to turn each by.
Result<std::string> pages_of(std::string_view pdf, const std::vector<std::pair<int, int>>& wanted);

// What the program runs as its own child.
[[noreturn]] void run_scan_worker();

} // namespace phusa
