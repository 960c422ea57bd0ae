#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A zipped office file taken apart: its parts in their order, as bytes. What we do not know is carried along.
class OfficeFile
{
public:
    struct Part {
        std::string name; // "word/document.xml"
        std::string bytes;
    };

    OfficeFile() = default;
    // Bounded by parts_max and bytes_max, whatever the file says of itself. The Problem says that the file is damaged
    // or too large.
    static constexpr std::size_t parts_max = 500;
    static constexpr std::size_t bytes_max = 32 * 1024 * 1024; // of all parts, unpacked
    static Result<OfficeFile> read(std::string_view bytes);

    const std::vector<Part>& parts() const { return parts_; }
    std::vector<Part>& parts() { return parts_; }
    const Part* find(std::string_view name) const;
    void add(std::string name, std::string bytes) { parts_.push_back({std::move(name), std::move(bytes)}); }
    // The same parts always give the same bytes: no time of writing is kept.
    std::string written() const;

private:
    std::vector<Part> parts_;
};

} // namespace phusa
