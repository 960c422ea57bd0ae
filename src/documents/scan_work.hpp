#pragma once

#include <string>
#include <string_view>

// What is done with the files of strangers, inside a child that is shut in. A job is one line that says what to do,
// then the bytes of the file; the answer begins with "ok" or with "bad" and why, and a line feed.
//
//   look                     → ok TYPE PAGES              the file is whole and can be read
//   codes                    → ok PAGES                   of a PDF; then for each page a line
//                              INK TURN CODE…             dark points in a hundred thousand; degrees to turn it by,
//                              clockwise,
//                                                         so that its code is upright; every QR code that is ours, "?"
//                                                         for any other
//   pictures FIRST COUNT DPI → ok                         of a PDF; then for each page its length, a line feed, a PNG
//   pages 3:0 1:180 …        → ok                         then a PDF of these pages, each turned
//
// Why not: unknown, broken, encrypted, active (scripts or files inside), long (too many pages).
namespace phusa
{

std::string done_with_scan(std::string_view job);

// Reads one job from standard input and answers on standard output, shut in; the program ends.
[[noreturn]] void scan_worker();

} // namespace phusa
