#include "app/export.hpp"

#include "documents/csv.hpp"
#include "documents/xlsx.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 3> keys = {"csv", "xlsx", "json"};

FileChunks csv_chunks(TableStream table)
{
    return [table = std::move(table), is_started = false](std::string& chunk) mutable {
        if (!std::exchange(is_started, true)) {
            chunk = csv_head(table.head);
            return true;
        }
        for (const auto& row : table.next())
            chunk += csv_row(table.head, row);
        return !chunk.empty();
    };
}

boost::json::value json_of(const Cell& cell)
{
    struct Writer {
        boost::json::value operator()(std::monostate) const { return nullptr; }
        boost::json::value operator()(std::int64_t number) const { return number; }
        boost::json::value operator()(double number) const { return number; }
        boost::json::value operator()(const std::string& text) const { return boost::json::string(text); }
        boost::json::value operator()(Date day) const { return boost::json::string(day.iso()); }
        boost::json::value operator()(PartialDate day) const { return boost::json::string(day.iso()); }
    };
    return std::visit(Writer(), cell);
}

std::string json_row(const Table& head, const std::vector<Cell>& row)
{
    boost::json::object object;
    for (std::size_t column = 0; column < head.columns.size(); ++column)
        object.emplace(head.columns[column].key, json_of(row[column]));
    return boost::json::serialize(object);
}

// {"items":[…],"next":null,"total":N}: the total comes last, where it is known without a second question.
class JsonChunks
{
public:
    explicit JsonChunks(TableStream table) : table_(std::move(table)) {}

    bool operator()(std::string& chunk)
    {
        if (is_over_)
            return false;
        if (!std::exchange(is_started_, true))
            chunk = "{\"items\":[";
        auto rows = table_.next();
        for (const auto& row : rows) {
            if (written_++ > 0)
                chunk += ",\n";
            chunk += json_row(table_.head, row);
        }
        if (rows.empty()) {
            boost::json::array notes(table_.head.notes.begin(), table_.head.notes.end());
            chunk += fmt::format("],\"next\":null,\"total\":{},\"notes\":{}}}\n", written_, serialize(notes));
            is_over_ = true;
        }
        return true;
    }

private:
    TableStream table_;
    std::size_t written_ = 0;
    bool is_started_ = false;
    bool is_over_ = false;
};

// The whole file is written before its first byte goes out: the directory of a zip comes last.
class XlsxChunks
{
public:
    explicit XlsxChunks(TableStream table) : table_(std::move(table)) {}

    bool operator()(std::string& chunk)
    {
        if (!file_.is_open())
            write();
        constexpr std::size_t chunk_bytes = 256 * 1024;
        chunk.resize(chunk_bytes);
        file_.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        chunk.resize(static_cast<std::size_t>(file_.gcount()));
        return !chunk.empty();
    }

private:
    void write()
    {
        writer_ = std::make_unique<XlsxWriter>(table_.head, std::filesystem::temp_directory_path());
        for (auto rows = table_.next(); !rows.empty(); rows = table_.next())
            for (const auto& row : rows)
                writer_->add(row);
        file_.open(writer_->finish(), std::ios::binary);
        if (!file_)
            throw std::runtime_error("a spreadsheet that was just written cannot be read");
    }

    TableStream table_;
    std::unique_ptr<XlsxWriter> writer_;
    std::ifstream file_;
};

} // namespace

TableStream stream_of(Table table)
{
    auto rows = std::make_shared<std::vector<std::vector<Cell>>>(std::exchange(table.rows, {}));
    return {.head = std::move(table), .next = [rows] { return std::exchange(*rows, {}); }};
}

std::string_view key_of(ExportFormat format) { return keys.at(static_cast<std::size_t>(format)); }

std::string_view content_type_of(ExportFormat format)
{
    switch (format) {
    case ExportFormat::csv:
        return "text/csv; charset=utf-8";
    case ExportFormat::xlsx:
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case ExportFormat::json:
        return "application/json";
    }
    std::unreachable();
}

std::optional<ExportFormat> export_format(std::string_view key)
{
    for (std::size_t number = 0; number < keys.size(); ++number)
        if (keys.at(number) == key)
            return static_cast<ExportFormat>(number);
    return std::nullopt;
}

FileChunks write_table(TableStream table, ExportFormat format)
{
    switch (format) {
    case ExportFormat::csv:
        return csv_chunks(std::move(table));
    case ExportFormat::xlsx:
        // A std::function is copied, a file is not.
        return
            [chunks = std::make_shared<XlsxChunks>(std::move(table))](std::string& chunk) { return (*chunks)(chunk); };
    case ExportFormat::json:
        return JsonChunks(std::move(table));
    }
    std::unreachable();
}

} // namespace phusa
