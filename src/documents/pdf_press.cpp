#include "documents/pdf_press.hpp"

#include "documents/office_kit.hpp"
#include "documents/press_child.hpp"
#include "documents/press_scratch.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace phusa
{

namespace
{

std::unexpected<Problem> not_now()
{
    return problem(Problem::Kind::unavailable,
                   "Không chuyển được sang PDF lúc này. Hãy tải tệp DOCX, hoặc thử lại sau ít phút.");
}

void write_file(const std::filesystem::path& path, std::string_view bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes << std::flush;
    if (!file)
        throw std::runtime_error("không ghi được tệp tạm để làm PDF; hãy xem chỗ trống trên đĩa");
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// What a person's paper left on the disk goes, whatever happened.
class ScratchFiles
{
public:
    ScratchFiles(const std::filesystem::path& folder, const std::string& name)
        : docx(folder / (name + ".docx")), pdf(folder / (name + ".pdf"))
    {
    }
    ~ScratchFiles()
    {
        std::error_code ignored;
        std::filesystem::remove(docx, ignored);
        std::filesystem::remove(pdf, ignored);
    }
    ScratchFiles(const ScratchFiles&) = delete;
    ScratchFiles& operator=(const ScratchFiles&) = delete;

    const std::filesystem::path docx;
    const std::filesystem::path pdf;
};

// Counts who waits, as long as it lives.
class Waiting
{
public:
    explicit Waiting(std::atomic<int>& count) : count_(count), place_(++count) {}
    ~Waiting() { --count_; }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    int place() const { return place_; }

private:
    std::atomic<int>& count_;
    int place_;
};

} // namespace

class PdfPress::Child : public PressChild
{
public:
    Child(const std::vector<std::string>& command, const std::filesystem::path& folder)
        : Child(command, folder, fresh_scratch(folder))
    {
    }
    ~Child()
    {
        end();
        std::error_code ignored;
        std::filesystem::remove_all(scratch_, ignored);
    }

private:
    Child(const std::vector<std::string>& command, const std::filesystem::path& folder, std::filesystem::path scratch)
        : PressChild(command, folder, scratch), scratch_(std::move(scratch))
    {
    }

    std::filesystem::path scratch_;
};

bool PdfPress::is_possible() { return !OfficeKit::installed().empty(); }

PdfPress::PdfPress(Settings settings) : settings_(std::move(settings)) {}
PdfPress::~PdfPress() = default;

Result<std::string> PdfPress::pdf(std::string_view docx)
{
    Waiting waiting(waiting_);
    if (waiting.place() > settings_.waiting_max)
        return problem(Problem::Kind::too_many, "Đang có nhiều giấy chờ chuyển sang PDF. Hãy thử lại sau ít phút, hoặc "
                                                "tải tệp DOCX.");
    std::lock_guard turn(turn_);
    std::filesystem::create_directories(settings_.folder);
    constexpr mode_t owner_only = 0700;
    chmod(settings_.folder.c_str(), owner_only);
    // Two programs may share the folder: serve and a command.
    auto name = fmt::format("{}-{}", getpid(), ++number_);
    ScratchFiles files(settings_.folder, name);
    write_file(files.docx, docx);
    return print(name);
}

Result<std::string> PdfPress::print(const std::string& name)
{
    constexpr int attempts = 2; // a child that died meanwhile is no reason to fail
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (done_ >= settings_.files_a_child)
            child_.reset();
        if (!child_) {
            child_ = std::make_unique<Child>(settings_.command, settings_.folder);
            done_ = 0;
            if (child_->answer(settings_.start_max) != "ready") {
                child_.reset();
                continue;
            }
        }
        ++done_;
        auto answer = child_->ask(name, settings_.file_max);
        if (answer == "ok")
            return read_file(settings_.folder / (name + ".pdf"));
        if (answer == "bad")
            break;
        bool is_hung = !child_->is_gone();
        child_.reset();
        if (is_hung)
            break;
    }
    return not_now();
}

} // namespace phusa
