#include "app/scans/reader.hpp"

#include "documents/one_shot_child.hpp"
#include "documents/scan_work.hpp"

#include <fmt/format.h>

#include <array>
#include <semaphore>
#include <sstream>

namespace phusa
{

namespace
{

using namespace std::chrono_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> sentences = {{
    {"unknown", "Tệp không phải bản quét. Hãy gửi tệp PDF, hoặc ảnh JPEG, PNG, TIFF."},
    {"broken", "Tệp bị hỏng hoặc chưa tải xong. Hãy mở thử trên máy, quét lại hoặc lưu lại thành PDF rồi gửi lại."},
    {"encrypted", "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu (in ra tệp PDF mới) rồi gửi lại."},
    {"active", "Tệp PDF có kèm mã lệnh hoặc tệp khác. Hãy in tệp này ra một tệp PDF mới rồi gửi lại."},
    {"long", "Tệp quá dài (không quá 300 trang). Hãy tách thành nhiều tệp rồi gửi lại."},
}};

std::unexpected<Problem> why_not(std::string_view key)
{
    for (const auto& [why, sentence] : sentences)
        if (why == key)
            return invalid("file", std::string(sentence));
    return invalid("file", std::string(sentences[1].second));
}

// Two at once: each takes a processor and the memory of a picture.
std::counting_semaphore<2>& turns()
{
    static std::counting_semaphore<2> two(2);
    return two;
}

struct Answer {
    std::string line; // after "ok"
    std::string rest;
};

Result<Answer> ask(const std::string& job, std::string_view file, std::chrono::milliseconds time_max)
{
    constexpr auto wait_max = 60s;
    if (!turns().try_acquire_for(wait_max))
        return problem(Problem::Kind::too_many, "Đang có nhiều bản quét chờ đọc. Hãy thử lại sau ít phút.");
    struct GiveBack {
        ~GiveBack() { turns().release(); }
    } give_back;
    std::string input = job + "\n";
    input.append(file);
    auto said = run_once({"/proc/self/exe", "scan-worker"}, input, time_max);
    if (!said)
        return why_not("broken"); // it ended the child, or took too long
    auto end = std::min(said->find('\n'), said->size());
    auto line = said->substr(0, end);
    if (!line.starts_with("ok"))
        return why_not(line.starts_with("bad ") ? line.substr(4) : "broken");
    return Answer{.line = line.substr(2), .rest = said->substr(std::min(end + 1, said->size()))};
}

} // namespace

Result<ScanFacts> look_at_scan(std::string_view bytes)
{
    auto type = scan_type(bytes);
    if (!type)
        return why_not("unknown");
    if (bytes.size() > limit::scan_bytes_max)
        return problem(Problem::Kind::too_large,
                       "Tệp lớn hơn 32 MB. Hãy quét ở 200 dpi, đen trắng hoặc xám, rồi gửi lại.");
    auto answer = TRY(ask("look", bytes, 20s));
    std::istringstream words(answer.line);
    std::string kind;
    ScanFacts facts{.type = *type};
    words >> kind >> facts.pages;
    return facts;
}

Result<std::vector<ReadPage>> read_codes(std::string_view pdf)
{
    auto answer = TRY(ask("codes", pdf, 240s));
    std::vector<ReadPage> pages;
    std::istringstream lines(answer.rest);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        ReadPage page;
        words >> page.ink >> page.turn;
        for (std::string code; words >> code;)
            page.codes.push_back(code);
        pages.push_back(std::move(page));
    }
    return pages;
}

Result<std::vector<std::string>> pictures_of(std::string_view pdf, int first, int count, int dots_an_inch)
{
    auto answer = TRY(ask(fmt::format("pictures {} {} {}", first, count, dots_an_inch), pdf, 60s));
    std::vector<std::string> pictures;
    std::istringstream in(answer.rest);
    for (std::size_t size = 0; in >> size;) {
        in.get();
        std::string png(size, '\0');
        in.read(png.data(), static_cast<std::streamsize>(size));
        pictures.push_back(std::move(png));
    }
    return pictures;
}

Result<std::string> pages_of(std::string_view pdf, const std::vector<std::pair<int, int>>& wanted)
{
    std::string job = "pages";
    for (auto [number, turn] : wanted)
        job += fmt::format(" {}:{}", number, turn);
    return TRY(ask(job, pdf, 60s)).rest;
}

void run_scan_worker() { scan_worker(); }

} // namespace phusa
