#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace phusa
{

// The bytes of a file that somebody sent: from an upload, or mapped from the disk, so that a large one takes no memory
// of its own. Shared and never changed.
class Content
{
public:
    explicit Content(std::string bytes);
    // The Problem says that it cannot be read.
    static Result<Content> of_file(const std::filesystem::path& path);

    std::string_view bytes() const { return bytes_; }

private:
    Content(std::shared_ptr<const void> owner, std::string_view bytes) : owner_(std::move(owner)), bytes_(bytes) {}

    std::shared_ptr<const void> owner_;
    std::string_view bytes_;
};

} // namespace phusa
