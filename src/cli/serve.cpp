// phusa serve: opens the register and answers until it is told to stop.
#include "app/doctor.hpp"
#include "app/first_link.hpp"
#include "cli/command.hpp"
#include "cli/daily_reminders.hpp"
#include "cli/listen_address.hpp"
#include "cli/mail_options.hpp"
#include "cli/route_list.hpp"
#include "web/http/dispatcher.hpp"
#include "web/http/health.hpp"
#include "web/http/peer.hpp"
#include "web/http/server.hpp"
#include "web/site/resources.hpp"
#include "web/site/site.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <memory>
#include <optional>

namespace phusa
{

namespace
{

struct ServeOptions {
    std::string listen = "127.0.0.1:8080";
    std::string tls_certificate;
    std::string tls_key;
    std::string metrics_token;
    int threads = 4;
    bool behind_proxy = false;
    bool only_routes = false;
    int remind_at = 7; // hour of the day
    std::shared_ptr<MailOptions> mail;
};

// Invented people must not be taken for a real register, and sessions must not travel in the clear.
Result<void> may_listen(App& app, const ServeOptions& options, const ListenAddress& address)
{
    if (options.tls_certificate.empty() != options.tls_key.empty())
        return invalid("--tls-cert", "--tls-cert và --tls-key phải đi cùng nhau");
    if (web::is_loopback(address.host))
        return {};
    if (app.invented())
        return problem(Problem::Kind::refused,
                       "dữ liệu minh hoạ chỉ được mở trên máy này; hãy nghe ở 127.0.0.1 (--listen 127.0.0.1:8080)");
    if (options.tls_certificate.empty() && !options.behind_proxy)
        return problem(
            Problem::Kind::refused,
            "mở ra ngoài máy này cần TLS: thêm --tls-cert và --tls-key, hoặc --behind-proxy khi đã có máy chủ "
            "trung gian lo TLS");
    return {};
}

void say_where(App& app, const std::string& url)
{
    fmt::print(stderr, "Phù Sa đang chạy tại {}/\n", url);
    if (auto token = make_first_link(app))
        fmt::print(stderr,
                   "Chưa có người quản trị. Mở liên kết sau để tạo (dùng một lần, trong {} giờ):\n  {}/khoi-tao/{}\n",
                   limit::first_link_life_max.count(), url, *token);
}

void log_to_stderr()
{
    auto log = spdlog::stderr_logger_mt("phusa");
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    spdlog::set_default_logger(log);
}

Result<Exit> serve(const CommandContext& context, const ServeOptions& options)
{
    auto address = TRY(read_listen_address(options.listen));
    auto mail = TRY(options.mail->read());
    auto app = context.open();
    set_mail_settings(*app, mail);
    web::Site site(*app);
    web::add_all_routes(site);
    web::Metrics metrics;
    web::add_health_routes(site.router(), metrics,
                           {{.name = "database", .is_ready = [&app] { return database_answers(*app); }},
                            {.name = "disk", .is_ready = [&app] { return disk_has_room(*app); }}});
    if (options.only_routes) {
        fmt::print("{}\n", context.json ? routes_as_json(site.router()) : routes_as_text(site.router()));
        return Exit::done;
    }
    TRY_DO(may_listen(*app, options, address));
    web::check_templates();
    log_to_stderr();
    web::Dispatcher dispatcher(site.router(), metrics,
                               {.error_page = [&site](const web::Request& request, const Problem& problem,
                                                      int status) { return site.error(request, problem, status); },
                                .static_files = &web::embedded_static_files(),
                                .metrics_token = options.metrics_token,
                                .behind_proxy = options.behind_proxy});
    web::ServerSettings settings;
    settings.address = address.host;
    settings.port = address.port;
    settings.tls_certificate = options.tls_certificate;
    settings.tls_key = options.tls_key;
    settings.worker_threads = options.threads;
    web::Server server(settings, dispatcher.site());
    say_where(*app, fmt::format("{}://{}", options.tls_key.empty() ? "http" : "https",
                                shown_address({.host = address.host, .port = server.port()})));
    std::optional<DailyReminders> reminders;
    if (mail.sends())
        reminders.emplace(*app, options.remind_at);
    server.run();
    return Exit::done;
}

} // namespace

void add_serve(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<ServeOptions>();
    auto& command = add_command(program, "serve", "phục vụ các trang cho trình duyệt", context,
                                [&context, options] { return serve(context, *options); });
    command.add_option("--listen", options->listen, "địa chỉ:cổng, cổng 0 là cổng trống bất kỳ")
        ->envname("PHUSA_LISTEN");
    command.add_option("--tls-cert", options->tls_certificate, "tệp PEM của chứng thư")->envname("PHUSA_TLS_CERT");
    command.add_option("--tls-key", options->tls_key, "tệp PEM của khoá")->envname("PHUSA_TLS_KEY");
    command.add_option("--metrics-token", options->metrics_token, "khoá để đọc /metrics từ máy khác")
        ->envname("PHUSA_METRICS_TOKEN");
    command.add_option("--threads", options->threads, "số luồng làm việc")->check(CLI::Range(1, 64));
    command.add_flag("--behind-proxy", options->behind_proxy,
                     "máy chủ trung gian trên máy này lo TLS và ghi X-Forwarded-*");
    command.add_option("--remind-at", options->remind_at, "giờ bắt đầu gửi thư nhắc việc trong ngày, 0 đến 23")
        ->check(CLI::Range(0, 23))
        ->envname("PHUSA_REMIND_AT");
    options->mail = add_mail_options(command);
    command.add_flag("--routes", options->only_routes, "in các địa chỉ của trang rồi thôi");
}

} // namespace phusa
