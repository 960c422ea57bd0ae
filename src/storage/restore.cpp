#include "storage/backup.hpp"
#include "storage/backup_stream.hpp"
#include "storage/backup_tables.hpp"
#include "storage/migrations.hpp"
#include "storage/sql/bulk.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace phusa::storage
{

namespace
{

namespace json = boost::json;

Problem malformed()
{
    return {.kind = Problem::Kind::invalid, .message = "Bản sao lưu không đúng khuôn dạng: dùng bản khác."};
}

Problem mismatch(std::string_view table)
{
    return {.kind = Problem::Kind::invalid,
            .message = "Bản sao lưu không khớp với số kiểm của nó ở bảng " + std::string(table) + ": dùng bản khác."};
}

// What is done with the tables and rows of a backup as they are read.
class Taker
{
public:
    virtual ~Taker() = default;
    virtual Result<void> begin(int migration) = 0;
    virtual Result<void> table(const std::string& name, const std::vector<std::string>& columns) = 0;
    virtual Result<void> row(const json::array& values) = 0;
    virtual Result<void> end_table() = 0;
};

// Only reading.
class Nothing : public Taker
{
public:
    Result<void> begin(int) override { return {}; }
    Result<void> table(const std::string&, const std::vector<std::string>&) override { return {}; }
    Result<void> row(const json::array&) override { return {}; }
    Result<void> end_table() override { return {}; }
};

// Writes into an empty register.
class Refill : public Taker
{
public:
    explicit Refill(Transaction& transaction) : transaction_(&transaction), tables_(backup_tables(transaction)) {}

    Result<void> begin(int migration) override
    {
        auto mine = static_cast<int>(known_migrations().size());
        if (migration != mine)
            return problem(Problem::Kind::refused, "Bản sao lưu này do một bản Phù Sa khác tạo ra (bước cập nhật " +
                                                       std::to_string(migration) + ", bản này " + std::to_string(mine) +
                                                       "): khôi phục bằng đúng bản đó rồi nâng cấp.");
        for (const auto& table : tables_)
            if (table.name != "next_id" && table.name != "audit_head" && !is_empty(table.name))
                return problem(Problem::Kind::refused, "Cơ sở dữ liệu này đã có dữ liệu: khôi phục vào một cơ sở dữ "
                                                       "liệu mới, chỉ vừa chạy phusa migrate.");
        transaction_->connection().run("DELETE FROM next_id");
        transaction_->connection().run("DELETE FROM audit_head");
        return {};
    }

    Result<void> table(const std::string& name, const std::vector<std::string>& columns) override
    {
        auto known = std::ranges::find(tables_, name, &BackupTable::name);
        if (known == tables_.end() || !std::ranges::equal(known->columns, columns, {}, &BackupTable::Column::name))
            return std::unexpected(malformed());
        table_ = &*known;
        bulk_.emplace(transaction_->connection(), name, columns);
        return {};
    }

    Result<void> row(const json::array& values) override
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto& value = values[i];
            bool number = table_->columns[i].number;
            if (!value.is_null() && (number ? !value.is_int64() : !value.is_string()))
                return std::unexpected(malformed());
            if (number)
                bulk_->put_number(value.is_null() ? 0 : value.get_int64(), value.is_null());
            else
                bulk_->put_text(value.is_null() ? std::string_view() : std::string_view(value.get_string()),
                                value.is_null());
        }
        bulk_->end_row();
        return {};
    }

    Result<void> end_table() override
    {
        bulk_->finish();
        bulk_.reset();
        return {};
    }

private:
    bool is_empty(const std::string& table)
    {
        return *transaction_->connection().query("SELECT count(*) FROM " + table).value<std::int64_t>() == 0;
    }

    Transaction* transaction_;
    std::vector<BackupTable> tables_;
    const BackupTable* table_ = nullptr;
    std::optional<Bulk> bulk_;
};

// Reads lines and checks what they say of themselves.
class Reading
{
public:
    Reading(BackupReader& reader, Taker& taker) : reader_(&reader), taker_(&taker) {}

    Result<BackupSummary> whole()
    {
        TRY_DO(head());
        while (true) {
            auto line = TRY(next_object());
            if (line.contains("trailer"))
                return trailer(line);
            TRY_DO(table(line));
        }
    }

private:
    Result<std::string> next_line()
    {
        auto line = TRY(reader_->line());
        if (!line)
            return std::unexpected(malformed());
        return std::move(*line);
    }

    Result<json::object> object_of(std::string_view line)
    {
        boost::system::error_code error;
        auto value = json::parse(json::string_view(line.data(), line.size()), error);
        if (error || !value.is_object())
            return std::unexpected(malformed());
        return value.get_object();
    }

    Result<json::object> next_object() { return object_of(TRY(next_line())); }

    static Result<std::int64_t> number(const json::object& object, json::string_view key)
    {
        const auto* value = object.if_contains(key);
        if (!value || !value->is_int64())
            return std::unexpected(malformed());
        return value->get_int64();
    }

    static Result<std::string> text(const json::object& object, json::string_view key)
    {
        const auto* value = object.if_contains(key);
        if (!value || !value->is_string())
            return std::unexpected(malformed());
        return std::string(value->get_string());
    }

    Result<void> head()
    {
        auto line = TRY(next_object());
        if (TRY(number(line, "backup")) != 1)
            return std::unexpected(malformed());
        summary_.made = time_from_iso(TRY(text(line, "made")));
        summary_.migration = static_cast<int>(TRY(number(line, "migration")));
        return taker_->begin(summary_.migration);
    }

    Result<std::size_t> begin_table(const json::object& line)
    {
        std::vector<std::string> columns;
        const auto* named = line.if_contains("columns");
        if (!named || !named->is_array())
            return std::unexpected(malformed());
        for (const auto& column : named->get_array()) {
            if (!column.is_string())
                return std::unexpected(malformed());
            columns.emplace_back(column.get_string());
        }
        auto name = TRY(text(line, "table"));
        TRY_DO(taker_->table(name, columns));
        return columns.size();
    }

    Result<void> take_row(std::string_view line, std::size_t columns)
    {
        boost::system::error_code error;
        auto value = json::parse(json::string_view(line.data(), line.size()), error);
        if (error || !value.is_array() || value.get_array().size() != columns)
            return std::unexpected(malformed());
        return taker_->row(value.get_array());
    }

    Result<void> table(const json::object& begin)
    {
        auto columns = TRY(begin_table(begin));
        BackupSummary::Table read{.name = TRY(text(begin, "table")), .rows = 0, .sha256 = {}};
        Sha256 hash;
        auto line = TRY(next_line());
        for (; line.starts_with('['); line = TRY(next_line())) {
            TRY_DO(take_row(line, columns));
            hash.add(line);
            hash.add("\n");
            ++read.rows;
        }
        read.sha256 = hash.hex();
        auto end = TRY(object_of(line));
        if (TRY(text(end, "end")) != read.name || TRY(number(end, "rows")) != read.rows ||
            TRY(text(end, "sha256")) != read.sha256)
            return std::unexpected(mismatch(read.name));
        TRY_DO(taker_->end_table());
        summary_.rows += read.rows;
        summary_.tables.push_back(std::move(read));
        return {};
    }

    Result<BackupSummary> trailer(const json::object& line)
    {
        summary_.head = {.number = {TRY(number(line, "audit_number"))}, .hash = TRY(text(line, "audit_hash"))};
        if (TRY(number(line, "rows")) != summary_.rows ||
            TRY(number(line, "trailer")) != static_cast<std::int64_t>(summary_.tables.size()))
            return std::unexpected(mismatch("cuối"));
        if (TRY(reader_->line()))
            return std::unexpected(malformed());
        summary_.bytes = reader_->bytes();
        return summary_;
    }

    BackupReader* reader_;
    Taker* taker_;
    BackupSummary summary_;
};

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

Result<BackupSummary> verify_backup(const Keys& keys, const std::filesystem::path& path)
{
    auto start = std::chrono::steady_clock::now();
    auto reader = TRY(BackupReader::open(path, keys.backup));
    Nothing nothing;
    auto summary = TRY(Reading(*reader, nothing).whole());
    summary.seconds = seconds_since(start);
    return summary;
}

Result<BackupSummary> restore_backup(Database& database, const std::filesystem::path& path)
{
    auto start = std::chrono::steady_clock::now();
    auto reader = TRY(BackupReader::open(path, database.keys().backup));
    auto transaction = database.write();
    Refill refill(transaction);
    auto summary = TRY(Reading(*reader, refill).whole());
    auto found = verify_audit(transaction, summary.head);
    if (found.fault)
        return problem(Problem::Kind::invalid, "Chuỗi nhật ký trong bản sao lưu sai ở dòng " +
                                                   std::to_string(found.fault->number.value) + ": " +
                                                   found.fault->what + ". Không khôi phục gì.");
    transaction.commit();
    summary.seconds = seconds_since(start);
    return summary;
}

} // namespace phusa::storage
