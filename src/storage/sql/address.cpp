#include "storage/sql/address.hpp"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <libpq-fe.h>
#include <memory>
#include <sys/vfs.h>
#include <unistd.h>

namespace phusa::storage
{

namespace
{

// Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, AFS, Ceph, Coda, NCP.
constexpr std::array<unsigned long, 8> network_file_systems{0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                                            0x5346414F, 0x00C36400, 0x73757245, 0x564C};

bool is_on_network(const std::filesystem::path& folder)
{
    struct statfs found = {};
    if (statfs(folder.c_str(), &found) != 0)
        return false;
    auto magic = static_cast<unsigned long>(found.f_type) & 0xFFFFFFFFUL;
    return std::ranges::find(network_file_systems, magic) != network_file_systems.end();
}

// Between "//" and the host stands user:password@.
std::string without_password(std::string_view url)
{
    auto start = url.find("//") + 2;
    auto host = url.find('@', start);
    auto colon = url.find(':', start);
    std::string shown(url.substr(0, url.find('?')));
    if (host != std::string_view::npos && colon < host)
        shown = std::string(url.substr(0, colon)) + ":***" + shown.substr(host);
    return shown;
}

// SOCI reads options of its own from the text before libpq does: it takes no URL, and no space inside a value.
Result<std::string> parameters_of(const std::string& url)
{
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), nullptr),
                                                                         &PQconninfoFree);
    if (!options)
        return problem(Problem::Kind::invalid, "Địa chỉ PostgreSQL không đúng: mẫu là postgresql://tên@máy:5432/csdl.");
    std::string parameters;
    for (auto* option = options.get(); option->keyword; ++option) {
        if (!option->val)
            continue;
        std::string_view value = option->val;
        if (value.find_first_of(" \t\n") != std::string_view::npos)
            return problem(Problem::Kind::invalid,
                           "Địa chỉ PostgreSQL không được có dấu cách: mật khẩu có dấu cách thì "
                           "đặt trong biến PGPASSWORD hoặc tệp ~/.pgpass.");
        parameters.append(parameters.empty() ? "" : " ").append(option->keyword).append("='");
        for (char character : value) {
            if (character == '\'' || character == '\\')
                parameters += '\\';
            parameters += character;
        }
        parameters += "'";
    }
    return parameters;
}

} // namespace

Result<Address> Address::parse(std::string_view url)
{
    constexpr std::string_view sqlite = "sqlite:";
    if (url.starts_with(sqlite)) {
        auto path = url.substr(sqlite.size());
        if (path.empty() || path.find_first_of("\"\n") != std::string_view::npos || path.starts_with(":"))
            return problem(Problem::Kind::invalid,
                           "Sau “sqlite:” phải là đường dẫn của một tệp, như sqlite:data/phusa.db.");
        return Address{.dialect = Dialect::sqlite, .file = path, .parameters = {}, .shown = std::string(url)};
    }
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return Address{.dialect = Dialect::postgresql,
                       .file = {},
                       .parameters = TRY(parameters_of(std::string(url))),
                       .shown = without_password(url)};
    return problem(Problem::Kind::invalid, "Địa chỉ cơ sở dữ liệu phải có dạng sqlite:ĐƯỜNG_DẪN hoặc postgresql://…");
}

Result<void> prepare_file(const std::filesystem::path& file)
{
    auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return problem(Problem::Kind::invalid,
                       "Không tạo được thư mục của cơ sở dữ liệu: kiểm tra đường dẫn và quyền ghi.");
    if (is_on_network(folder))
        return problem(Problem::Kind::invalid,
                       "Thư mục dữ liệu nằm trên ổ đĩa mạng, SQLite không an toàn ở đó: chuyển về "
                       "ổ đĩa của máy hoặc dùng PostgreSQL.");
    int opened = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (opened < 0)
        return problem(Problem::Kind::invalid, "Không mở được tệp cơ sở dữ liệu để ghi: kiểm tra đường dẫn và quyền.");
    close(opened);
    return {};
}

} // namespace phusa::storage
