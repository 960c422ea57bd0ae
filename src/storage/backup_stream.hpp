#pragma once

#include "base/result.hpp"
#include "base/sealing.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// A backup file is lines of text, compressed, then encrypted in pieces (docs/backup-format.md). Neither side holds more
// than a piece in memory.
namespace phusa::storage
{

// Writes to `path` with ".part" at the end, readable by its owner only; finish() renames it. Without finish() nothing
// is left. Throws StorageFailure (full) when the disk does not take it.
class BackupWriter
{
public:
    static Result<std::unique_ptr<BackupWriter>> create(const std::filesystem::path& path, const SecretKey& key);
    ~BackupWriter();

    void line(std::string_view text);
    // The size of the file.
    std::uint64_t finish();

private:
    struct Inside;
    explicit BackupWriter(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

// Gives the lines back. A file that was cut, changed or sealed under another key is a Problem, noticed at the latest at
// its end.
class BackupReader
{
public:
    static Result<std::unique_ptr<BackupReader>> open(const std::filesystem::path& path, const SecretKey& key);
    ~BackupReader();

    // nullopt at the end of a whole file.
    Result<std::optional<std::string>> line();
    std::uint64_t bytes() const;

private:
    struct Inside;
    explicit BackupReader(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

// SHA-256 of what comes in pieces.
class Sha256
{
public:
    Sha256();
    void add(std::string_view bytes);
    std::string hex();

private:
    alignas(std::uint64_t) unsigned char state_[104];
};

} // namespace phusa::storage
