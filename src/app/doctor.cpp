#include "app/doctor.hpp"

#include "app/first_link.hpp"
#include "app/reminders/mail_check.hpp"
#include "app/scans/keeping.hpp"
#include "app/site_key.hpp"
#include "base/number_text.hpp"
#include "storage/audit.hpp"
#include "storage/database.hpp"
#include "storage/migrations.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <sys/stat.h>
#include <utility>

namespace phusa
{

namespace
{

using State = Check::State;

Check check_mode(std::string key, std::string title, const std::filesystem::path& path, const char* wanted)
{
    constexpr mode_t others_bits = 077;
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0)
        return {std::move(key), std::move(title), State::bad, path.string() + ": không có"};
    if ((about.st_mode & others_bits) != 0)
        return {std::move(key), std::move(title), State::bad,
                fmt::format("{}: người khác vào được; hãy chạy: chmod {} {}", path.string(), wanted, path.string())};
    return {std::move(key), std::move(title), State::good, "chỉ chủ sở hữu đọc được"};
}

Check check_schema(App& app)
{
    auto applied = storage::applied_migrations(app.database()).size();
    auto known = storage::known_migrations().size();
    if (applied < known)
        return {"schema", "Lược đồ cơ sở dữ liệu", State::bad,
                fmt::format("còn thiếu {} bước; hãy chạy: phusa migrate", known - applied)};
    return {"schema", "Lược đồ cơ sở dữ liệu", State::good, fmt::format("đủ {} bước", applied)};
}

Check check_chain(App& app)
{
    auto session = app.database().snapshot();
    auto found = storage::verify_audit(session);
    if (found.fault)
        return {"audit_chain", "Chuỗi nhật ký", State::bad,
                fmt::format("sai từ dòng {}: {}", found.fault->number.value, found.fault->what)};
    return {"audit_chain", "Chuỗi nhật ký", State::good,
            fmt::format("{} dòng, mắt xích cuối {}", vietnamese_number(found.rows), found.head.hash.substr(0, 16))};
}

Check check_disk(const std::filesystem::path& folder)
{
    constexpr std::uintmax_t wanted_bytes = 2ULL << 30;
    auto space = std::filesystem::space(folder);
    auto text = fmt::format("còn {} MB", vietnamese_number(static_cast<std::int64_t>(space.available >> 20)));
    if (space.available < wanted_bytes)
        return {"disk", "Chỗ trống trên đĩa", State::warning, text + "; nên còn ít nhất 2.048 MB"};
    return {"disk", "Chỗ trống trên đĩa", State::good, text};
}

bool is_on_path(std::string_view program)
{
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        std::error_code ignored_missing;
        if (std::filesystem::exists(std::filesystem::path(folder) / program, ignored_missing))
            return true;
    }
    return false;
}

Check check_libreoffice()
{
    if (is_on_path("soffice") || is_on_path("libreoffice"))
        return {"libreoffice", "LibreOffice", State::good, "có, in được PDF"};
    return {"libreoffice", "LibreOffice", State::warning,
            "không có: giấy tờ chỉ xuất được tệp DOCX. Muốn có PDF, hãy cài gói libreoffice-writer-nogui"};
}

Check check_scan_files(App& app)
{
    auto missing = missing_scan_files(app);
    if (missing > 0)
        return {"scans", "Bản quét", State::bad,
                fmt::format("thiếu {} tệp trong thư mục scans; hãy phục hồi từ bản sao lưu rồi chạy: phusa scans check",
                            vietnamese_number(missing))};
    return {"scans", "Bản quét", State::good,
            last_scan_check(app).value_or("đủ tệp; chưa kiểm tra nội dung, hãy chạy: phusa scans check")};
}

Check check_administrator(App& app)
{
    if (has_administrator(app))
        return {"administrator", "Người quản trị", State::good, "có"};
    return {"administrator", "Người quản trị", State::warning,
            "chưa có; hãy chạy: phusa user add TÊN --role administrator"};
}

} // namespace

std::string_view key_of(Check::State state)
{
    switch (state) {
    case State::good:
        return "good";
    case State::warning:
        return "warning";
    case State::bad:
        return "bad";
    }
    std::unreachable();
}

std::vector<Check> examine(App& app)
{
    const auto& folder = app.settings().data_folder;
    std::vector<Check> checks;
    checks.push_back(check_mode("data_folder", "Thư mục dữ liệu", folder, "700"));
    checks.push_back(check_mode("key_file", "Tệp khoá", site_key_path(folder), "600"));
    bool has_key = checks.back().state == State::good; // a key that others can read is not used
    checks.push_back({"database", "Cơ sở dữ liệu", State::good, app.database().shown_url()});
    checks.push_back(check_schema(app));
    // Without its tables nothing more can be asked of the database.
    if (checks.back().state == State::good) {
        checks.push_back(check_chain(app));
        checks.push_back(check_administrator(app));
        if (has_key)
            checks.push_back(check_scan_files(app));
        checks.push_back(check_reminder_mails(app));
    }
    checks.push_back(check_disk(folder));
    checks.push_back(check_libreoffice());
    return checks;
}

bool database_answers(App& app)
{
    auto session = app.database().read();
    return storage::audit_head(session).number.value >= 0;
}

bool disk_has_room(const App& app)
{
    constexpr std::uintmax_t least_bytes = 64ULL << 20;
    return std::filesystem::space(app.settings().data_folder).available >= least_bytes;
}

} // namespace phusa
