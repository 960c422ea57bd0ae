#pragma once

#include "base/result.hpp"
#include "exchange/content.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace phusa
{

// The parts of a zipped office file. Bounded: a part whose unpacked size is over limit::unpacked_part_bytes_max is
// refused, whatever the file says about it.
class ZipArchive
{
public:
    // The Problem says that the file is damaged.
    static Result<ZipArchive> open(Content content);

    bool has(const std::string& part) const;
    // The whole part.
    Result<std::string> read(const std::string& part) const;
    // Piece by piece; stops where `take` says false.
    Result<void> stream(const std::string& part, const std::function<bool(std::string_view)>& take) const;

private:
    struct Open;
    explicit ZipArchive(std::shared_ptr<Open> open) : open_(std::move(open)) {}

    std::shared_ptr<Open> open_;
};

} // namespace phusa
