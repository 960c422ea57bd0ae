#include "app/import/waiting.hpp"

#include "app/site_key.hpp"
#include "base/sealing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace phusa
{

namespace
{

namespace fs = std::filesystem;

constexpr std::chrono::hours life_max{1};

fs::path folder_of(const App& app) { return app.settings().data_folder / "uploads"; }

SecretKey key_of(const App& app) { return site_key(app.settings().data_folder).derived("uploads_"); }

// Bound to who sent it.
std::string context_of(const Actor& actor, std::string_view token)
{
    return fmt::format("upload:{}:{}", actor.account ? actor.account->value : 0, token);
}

bool is_token(std::string_view token)
{
    return !token.empty() && std::ranges::all_of(token, [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_';
    });
}

void drop_old_ones(const fs::path& folder)
{
    auto now = fs::file_time_type::clock::now();
    std::error_code gone; // another request may be quicker
    for (const auto& entry : fs::directory_iterator(folder))
        if (now - entry.last_write_time(gone) > life_max)
            fs::remove(entry.path(), gone);
}

std::unexpected<Problem> is_gone()
{
    return problem(Problem::Kind::not_found, "Tệp đã tải lên không còn (chỉ giữ một giờ). Hãy tải tệp lên lại.");
}

} // namespace

std::string keep_upload(App& app, const Actor& actor, std::string_view name, std::string_view bytes)
{
    auto folder = folder_of(app);
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
    drop_old_ones(folder);
    auto token = random_token();
    std::string plain = fmt::format("{}\n", name);
    plain.append(bytes);
    auto sealed = seal(plain, key_of(app), context_of(actor, token));
    std::ofstream out(folder / token, std::ios::binary);
    out.write(sealed.data(), static_cast<std::streamsize>(sealed.size()));
    out.flush();
    if (!out)
        throw std::runtime_error("không lưu được tệp tải lên; hãy kiểm tra chỗ trống của thư mục dữ liệu");
    return token;
}

Result<ImportFile> open_upload(App& app, const Actor& actor, std::string_view token)
{
    if (!is_token(token))
        return is_gone();
    auto path = folder_of(app) / token;
    std::error_code missing;
    auto written = fs::last_write_time(path, missing);
    if (missing || fs::file_time_type::clock::now() - written > life_max)
        return is_gone();
    std::ifstream in(path, std::ios::binary);
    std::string sealed(std::istreambuf_iterator<char>(in), {});
    auto plain = open_sealed(sealed, key_of(app), context_of(actor, token));
    if (!plain)
        return is_gone();
    auto line = plain->find('\n');
    auto name = plain->substr(0, line);
    plain->erase(0, line + 1);
    return ImportFile::of_bytes(std::move(*plain), std::move(name));
}

void drop_upload(App& app, std::string_view token)
{
    std::error_code gone;
    if (is_token(token))
        fs::remove(folder_of(app) / token, gone);
}

} // namespace phusa
