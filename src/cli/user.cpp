// phusa user add|token|list
#include "app/accounts.hpp"
#include "app/first_link.hpp"
#include "app/unit_names.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <iostream>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa user");

struct AddOptions {
    std::string name;
    std::string role;
    std::string on;
    std::string unit_name = "Đảng bộ tỉnh";
    std::string display_name;
    std::string until;
    std::int64_t person = 0;
    bool must_change = false;
};

// Typed at a terminal, a password is not shown.
class QuietTerminal
{
public:
    QuietTerminal()
    {
        is_quiet_ = ::isatty(STDIN_FILENO) && ::tcgetattr(STDIN_FILENO, &before_) == 0;
        if (!is_quiet_)
            return;
        auto quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
        fmt::print(stderr, "Mật khẩu: ");
    }
    ~QuietTerminal()
    {
        if (is_quiet_) {
            ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
            fmt::print(stderr, "\n");
        }
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

private:
    termios before_{};
    bool is_quiet_ = false;
};

Result<std::string> read_password()
{
    QuietTerminal quiet;
    std::string line;
    if (!std::getline(std::cin, line))
        return invalid("password", "Hãy đưa mật khẩu qua đầu vào chuẩn, một dòng.");
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

Result<OrganisationId> find_unit(App& app, std::string_view code)
{
    if (auto unit = unit_with_code(app, code))
        return *unit;
    return invalid("--on", fmt::format("--on: không có tổ chức nào mang mã “{}” hôm nay", code));
}

// The first administrator of an empty register founds its root: code --on (01 where not said), name --unit-name.
Result<OrganisationId> unit_for(App& app, const AddOptions& options, Role role)
{
    bool is_empty = app.tree()->size() == 0;
    if (is_empty && role == Role::administrator)
        return found_first_unit(
            app, console, {.code = options.on.empty() ? "01" : options.on, .name = options.unit_name, .founded = {}});
    if (options.on.empty())
        return invalid("--on", "--on: hãy ghi mã tổ chức mà vai trò có hiệu lực");
    return find_unit(app, options.on);
}

Result<Exit> add_user(const CommandContext& context, const AddOptions& options)
{
    auto wanted_role = role(options.role);
    if (!wanted_role)
        return invalid("--role", fmt::format("--role: không có vai trò “{}”", options.role));
    std::optional<Date> until;
    if (!options.until.empty())
        until = TRY(read_date("--until", options.until));
    TRY_DO(check_account_name(options.name));
    auto password = TRY(read_password());
    TRY_DO(check_password(password, options.name));
    auto app = context.open();
    auto unit = TRY(unit_for(*app, options, *wanted_role));
    auto id = TRY(add_account(*app, console,
                              {.name = options.name,
                               .display_name = options.display_name.empty() ? options.name : options.display_name,
                               .password = password,
                               .role = wanted_role,
                               .organisation = unit,
                               .until = until ? std::optional(until->plus_days(1)) : std::nullopt,
                               .must_change_password = options.must_change,
                               .person = options.person ? std::optional(PersonId(options.person)) : std::nullopt}));
    if (context.json)
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"id", id.value}, {"name", options.name}}));
    else
        fmt::print("Đã thêm tài khoản {}\n", options.name);
    return Exit::done;
}

struct TokenOptions {
    std::string name;
    std::string expires;
    std::string label = "phusa user token";
};

Result<Exit> make_token(const CommandContext& context, const TokenOptions& options)
{
    std::optional<Date> expires;
    if (!options.expires.empty())
        expires = TRY(read_date("--expires", options.expires));
    auto app = context.open();
    auto account = TRY(account_named(*app, console, options.name));
    auto token = TRY(make_api_token(*app, console, account.id, options.label, expires));
    if (context.json)
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"token", token}}));
    else
        fmt::print("{}\n", token);
    return Exit::done;
}

boost::json::object json_of(App& app, const Account& account)
{
    boost::json::array grants;
    auto tree = app.tree();
    for (const auto& grant : account.grants) {
        auto position = tree->find(grant.organisation);
        boost::json::object shown{{"role", key_of(grant.role)},
                                  {"on", position ? tree->at(*position).code : ""},
                                  {"from", grant.valid.first.iso()},
                                  {"until", nullptr}};
        if (grant.valid.until)
            shown["until"] = grant.valid.until->iso();
        grants.push_back(std::move(shown));
    }
    auto person = linked_person(app, console, account.id).value_or(std::nullopt);
    return {{"id", account.id.value},
            {"name", account.name},
            {"display_name", account.display_name},
            {"disabled", account.disabled},
            {"person", person ? boost::json::value(person->id.value) : boost::json::value(nullptr)},
            {"grants", std::move(grants)}};
}

Result<Exit> list_users(const CommandContext& context)
{
    auto app = context.open();
    auto accounts = TRY(list_accounts(*app, console));
    boost::json::array items;
    for (const auto& account : accounts) {
        items.push_back(json_of(*app, account));
        if (context.json)
            continue;
        std::string roles;
        for (const auto& grant : account.grants)
            roles += fmt::format(" {}", key_of(grant.role));
        fmt::print("{}{}{}\n", account.name, roles, account.disabled ? " (đã khoá)" : "");
    }
    if (context.json)
        fmt::print("{}\n", boost::json::serialize(
                               boost::json::object{{"items", items}, {"next", nullptr}, {"total", accounts.size()}}));
    return Exit::done;
}

void add_add(CLI::App& user, CommandContext& context)
{
    auto options = std::make_shared<AddOptions>();
    auto& add = add_command(user, "add", "thêm tài khoản; mật khẩu đọc từ đầu vào chuẩn", context,
                            [&context, options] { return add_user(context, *options); });
    add.add_option("NAME", options->name, "tên đăng nhập")->required();
    add.add_option("--role", options->role, "vai trò")->required();
    add.add_option("--on", options->on, "mã tổ chức; người quản trị đầu tiên lập tổ chức này khi chưa có tổ chức nào");
    add.add_option("--unit-name", options->unit_name, "tên của tổ chức được lập khi chưa có tổ chức nào");
    add.add_option("--display-name", options->display_name, "họ và tên");
    add.add_option("--until", options->until, "ngày cuối cùng vai trò còn hiệu lực");
    add.add_option("--person", options->person, "số của đảng viên trong sổ mà tài khoản này là của người ấy")
        ->check(CLI::PositiveNumber);
    add.add_flag("--must-change", options->must_change, "phải đổi mật khẩu khi đăng nhập lần đầu");
}

void add_token(CLI::App& user, CommandContext& context)
{
    auto options = std::make_shared<TokenOptions>();
    auto& token = add_command(user, "token", "in một khoá truy cập mang quyền của người đó", context,
                              [&context, options] { return make_token(context, *options); });
    token.add_option("NAME", options->name, "tên đăng nhập")->required();
    token.add_option("--expires", options->expires, "ngày cuối cùng khoá dùng được");
    token.add_option("--label", options->label, "dùng để làm gì");
}

} // namespace

void add_user(CLI::App& program, CommandContext& context)
{
    auto* user = program.add_subcommand("user", "tài khoản người dùng");
    user->require_subcommand(1);
    user->fallthrough();
    add_add(*user, context);
    add_token(*user, context);
    add_command(*user, "list", "liệt kê tài khoản", context, [&context] { return list_users(context); });
}

} // namespace phusa
