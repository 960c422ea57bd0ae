#include "documents/scan_work.hpp"

#include "base/page_codes.hpp"
#include "documents/scan_pdf.hpp"
#include "documents/scan_picture.hpp"
#include "documents/shut_in.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <sstream>
#include <tiffio.h>
#include <tiffio.hxx>

namespace phusa
{

namespace
{

using namespace std::string_view_literals;

constexpr int pages_max = 300;

std::string bad(std::string_view why) { return fmt::format("bad {}\n", why); }

int pages_of_tiff(std::string_view bytes)
{
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    std::istringstream stream{std::string(bytes)};
    auto* file = TIFFStreamOpen("scan", &stream);
    if (!file)
        return 0;
    int pages = 0;
    do
        ++pages;
    while (pages <= pages_max && TIFFReadDirectory(file) != 0);
    TIFFClose(file);
    return pages;
}

std::string look_at_pdf(std::string_view file)
{
    int pages = 0;
    if (auto fault = fault_of_pdf(file, pages); !fault.empty())
        return bad(fault);
    return pages > pages_max ? bad("long") : fmt::format("ok pdf {}\n", pages);
}

// A picture is whole when it ends as its kind ends.
std::string look(std::string_view file)
{
    if (file.starts_with("%PDF-"))
        return look_at_pdf(file);
    if (file.starts_with("\xff\xd8\xff"))
        return file.rfind("\xff\xd9"sv) == std::string_view::npos ? bad("broken") : "ok jpg 1\n";
    if (file.starts_with("\x89PNG\r\n\x1a\n")) {
        constexpr std::size_t trailer = 12;
        bool is_whole = file.size() > trailer && file.substr(file.size() - trailer).contains("IEND");
        return is_whole ? "ok png 1\n" : bad("broken");
    }
    if (file.starts_with("II*\0"sv) || file.starts_with("MM\0*"sv)) {
        auto pages = pages_of_tiff(file);
        if (pages > pages_max)
            return bad("long");
        return pages == 0 ? bad("broken") : fmt::format("ok tif {}\n", pages);
    }
    return bad("unknown");
}

// A page whose code is not found is drawn again, finer.
std::string codes_of_page(const PdfPictures& pictures, int number)
{
    constexpr int usual = 200;
    constexpr int fine = 300;
    auto picture = pictures.draw(number, usual);
    auto ink = picture.ink();
    auto read = codes_on(picture, page_code_sign);
    if (read.texts.empty())
        read = codes_on(pictures.draw(number, fine), page_code_sign);
    auto line = fmt::format("{} {}", ink, read.turn);
    for (const auto& text : read.texts)
        line += is_page_code(text) ? " " + text : " ?";
    return line + "\n";
}

std::string codes(std::string_view file)
{
    int pages = 0;
    if (auto fault = fault_of_pdf(file, pages); !fault.empty())
        return bad(fault);
    if (pages > pages_max)
        return bad("long");
    PdfPictures pictures(file);
    auto answer = fmt::format("ok {}\n", pages);
    for (int number = 1; number <= pages; ++number)
        answer += codes_of_page(pictures, number);
    return answer;
}

std::string drawn(std::istringstream& wanted, std::string_view file)
{
    int first = 1;
    int count = 1;
    int dpi = 100;
    wanted >> first >> count >> dpi;
    PdfPictures pictures(file);
    std::string answer = "ok\n";
    for (int number = first; number < first + count && number <= pictures.count(); ++number) {
        auto png = pictures.draw(number, dpi).png();
        answer += fmt::format("{}\n", png.size());
        answer += png;
    }
    return answer;
}

std::string taken_out(std::istringstream& wanted, std::string_view file)
{
    std::vector<TurnedPage> pages;
    char colon = 0;
    for (TurnedPage page; wanted >> page.number >> colon >> page.turn;)
        pages.push_back(page);
    return "ok\n" + some_pages(file, pages);
}

} // namespace

std::string done_with_scan(std::string_view job)
{
    auto end = std::min(job.find('\n'), job.size());
    std::istringstream line{std::string(job.substr(0, end))};
    auto file = job.substr(std::min(end + 1, job.size()));
    std::string what;
    line >> what;
    try {
        if (what == "look")
            return look(file);
        if (what == "codes")
            return codes(file);
        if (what == "pictures")
            return drawn(line, file);
        if (what == "pages")
            return taken_out(line, file);
    } catch (const std::exception&) {
        return bad("broken");
    }
    return bad("unknown");
}

void scan_worker()
{
    limit_resources();
    shut_in({});
    std::string job(std::istreambuf_iterator<char>(std::cin), {});
    auto answer = done_with_scan(job);
    bool is_written = std::fwrite(answer.data(), 1, answer.size(), stdout) == answer.size() && std::fflush(stdout) == 0;
    std::_Exit(is_written ? EXIT_SUCCESS : EXIT_FAILURE);
}

} // namespace phusa
