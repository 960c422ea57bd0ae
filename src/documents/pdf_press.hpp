#pragma once

#include "base/result.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Turns Word files into PDF in a child process that stays warm: started with the first file, again after it died, hung
// or has done its share. Safe to use from any thread; files wait for each other, and too many are turned away.
class PdfPress
{
public:
    struct Settings {
        std::vector<std::string> command; // what runs pdf_worker(), with its arguments
        std::filesystem::path folder;     // for its files and its profile; made, mode 0700
        std::chrono::milliseconds start_max{30'000};
        std::chrono::milliseconds file_max{20'000}; // for one file, then the child is killed
        int files_a_child = 500;
        int waiting_max = 16;
    };

    // Whether LibreOffice is there at all.
    static bool is_possible();

    explicit PdfPress(Settings settings);
    ~PdfPress();
    PdfPress(const PdfPress&) = delete;
    PdfPress& operator=(const PdfPress&) = delete;

    // Problem unavailable where it cannot be done now, too_many where too many wait.
    Result<std::string> pdf(std::string_view docx);

private:
    class Child;
    Result<std::string> print(const std::string& name);

    Settings settings_;
    std::atomic<int> waiting_ = 0;
    std::mutex turn_;
    std::unique_ptr<Child> child_; // as the next ones: whoever has the turn
    int done_ = 0;
    std::int64_t number_ = 0;
};

// One PDF of several, in their order. Throws std::runtime_error where one is damaged.
std::string joined_pdf(const std::vector<std::string>& files);

} // namespace phusa
