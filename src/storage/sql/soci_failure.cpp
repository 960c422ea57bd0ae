#include "storage/failure.hpp"
#include "storage/sql/driver.hpp"
#include "storage/sql/value.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <libpq-fe.h>

namespace phusa::storage
{

namespace
{

using Kind = StorageFailure::Kind;

} // namespace

StorageFailure failure_of_sqlite(int code)
{
    auto text = std::to_string(code);
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Kind::busy, text, "Cơ sở dữ liệu đang bị chương trình khác giữ: thử lại sau ít phút."};
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
        return {Kind::full, text, "Không ghi được vào đĩa: kiểm tra dung lượng còn trống và quyền ghi."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Kind::corrupt, text, "Tệp cơ sở dữ liệu bị hỏng hoặc không phải của Phù Sa: khôi phục từ bản sao lưu."};
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return {Kind::constraint, text, "Dữ liệu không hợp lệ nên không được ghi."};
    case SQLITE_CANTOPEN:
        return {Kind::unavailable, text, "Không mở được tệp cơ sở dữ liệu: kiểm tra đường dẫn và quyền."};
    default:
        return {Kind::other, text, "Cơ sở dữ liệu báo lỗi."};
    }
}

StorageFailure failure_of_sqlstate(const std::string& state)
{
    auto group = state.substr(0, 2);
    if (group == "08" || state == "57P01" || state == "57P02" || state == "57P03")
        return {Kind::unavailable, state, "Mất kết nối với PostgreSQL: thử lại, nếu vẫn lỗi thì kiểm tra máy chủ."};
    if (group == "22" || group == "23")
        return {Kind::constraint, state, "Dữ liệu không hợp lệ nên không được ghi."};
    if (group == "55" || group == "40")
        return {Kind::busy, state, "Cơ sở dữ liệu đang bị giao dịch khác giữ: thử lại sau ít phút."};
    if (group == "53" || state == "58030")
        return {Kind::full, state, "PostgreSQL hết chỗ hoặc hết kết nối: kiểm tra máy chủ."};
    if (group == "XX")
        return {Kind::corrupt, state, "PostgreSQL báo dữ liệu hỏng: khôi phục từ bản sao lưu."};
    if (state == "42P01" || state == "42703")
        return {Kind::schema, state, "Cấu trúc cơ sở dữ liệu chưa đúng phiên bản: chạy phusa migrate."};
    return {Kind::other, state, "Cơ sở dữ liệu báo lỗi."};
}

void unreadable_value()
{
    throw StorageFailure(Kind::corrupt, "", "Cơ sở dữ liệu có giá trị không đọc được: kiểm tra bằng phusa doctor.");
}

void rethrow_as_failure(const Connection::Driver& driver)
{
    auto lost = [&] { return driver.dialect == Dialect::postgresql && PQstatus(driver.postgresql()) != CONNECTION_OK; };
    try {
        throw;
    } catch (const soci::postgresql_soci_error& error) {
        throw failure_of_sqlstate(lost() ? "08006" : error.sqlstate());
    } catch (const soci::sqlite3_soci_error&) {
        throw failure_of_sqlite(sqlite_api::sqlite3_extended_errcode(driver.sqlite()));
    } catch (const soci::soci_error&) {
        if (lost())
            throw failure_of_sqlstate("08006");
        throw StorageFailure(Kind::other, "", "Cơ sở dữ liệu báo lỗi.");
    }
}

} // namespace phusa::storage
