// phusa paper
#include "cli/paper.hpp"

#include "app/papers/making.hpp"
#include "app/papers/pdf.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>

namespace phusa
{

namespace
{

const Actor console = Actor::program("phusa paper");

struct PaperOptions {
    std::string code;
    std::int64_t dossier = 0;
    std::int64_t act = 0;
    std::string file;
    bool list = false;
};

Result<Exit> list_forms(const CommandContext& context)
{
    boost::json::array forms;
    for (const auto& form : paper_book().forms) {
        if (context.json)
            forms.push_back({{"code", form.code}, {"title", form.title}, {"signs", form.signs}});
        else
            fmt::print("{}\t{}\n", form.code, form.title);
    }
    if (context.json)
        fmt::print("{}\n", boost::json::serialize(forms));
    return Exit::done;
}

bool is_standard_output(const std::string& file) { return file == "-"; }

void write_file(const std::string& file, const std::string& bytes)
{
    if (is_standard_output(file)) {
        std::cout << bytes << std::flush;
        return;
    }
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes << std::flush;
    if (!out)
        throw std::runtime_error(fmt::format("không ghi được tệp “{}”; hãy kiểm tra đường dẫn và chỗ trống", file));
}

void print_made(const CommandContext& context, const PaperFile& paper, const std::string& file)
{
    if (context.json) {
        auto names = [](const std::vector<std::string>& list) { return boost::json::array(list.begin(), list.end()); };
        fmt::print("{}\n", boost::json::serialize(boost::json::object{{"file", file},
                                                                      {"code", paper.made.code},
                                                                      {"set", paper.made.set},
                                                                      {"number", paper.made.number_text},
                                                                      {"sha256", paper.made.sha256},
                                                                      {"missing", names(paper.missing)},
                                                                      {"unknown", names(paper.unknown)}}));
        return;
    }
    fmt::print(stderr, "{}: {}\n", file, paper.title);
    for (const auto& name : paper.unknown)
        fmt::print(stderr, "  mẫu dùng trường không có: {}\n", name);
    for (const auto& name : paper.missing)
        fmt::print(stderr, "  để trống: {}\n", name);
}

Result<Exit> make(const CommandContext& context, PaperOptions options)
{
    if (options.list)
        return list_forms(context);
    if (options.code.empty() || options.dossier <= 0)
        return invalid("CODE", "hãy ghi mã mẫu và --dossier; phusa paper --list in ra các mã");
    const auto* form = form_named(options.code);
    if (options.file.empty())
        options.file = fmt::format("{}-{}.docx", form ? form->code : options.code, options.dossier);
    bool is_pdf = options.file.ends_with(".pdf");
    if (!is_pdf && !options.file.ends_with(".docx") && !is_standard_output(options.file))
        return invalid("-o", fmt::format("-o: không biết viết tệp “{}”; hãy dùng đuôi .docx hoặc .pdf", options.file));
    auto app = context.open();
    if (is_pdf && !has_pdf(*app))
        return no_pdf();
    PaperWish wish{.code = options.code, .dossier = DossierId(options.dossier), .act = {}};
    if (options.act > 0)
        wish.act = RecordedActId(options.act);
    auto paper = TRY(make_paper(*app, console, wish));
    write_file(options.file, is_pdf ? TRY(pdf_of(*app, {paper})) : paper.docx);
    if (!is_standard_output(options.file))
        print_made(context, paper, options.file);
    return Exit::done;
}

} // namespace

void add_paper(CLI::App& program, CommandContext& context)
{
    auto options = std::make_shared<PaperOptions>();
    auto& command = add_command(program, "paper", "làm một giấy của một hồ sơ", context,
                                [&context, options] { return make(context, *options); });
    command.add_option("CODE", options->code, "mã mẫu, như 6-KNĐ");
    command.add_option("--dossier", options->dossier, "số của hồ sơ");
    command.add_option("--act", options->act, "số của việc đã ghi; không ghi là việc mới nhất hợp với mẫu");
    command.add_option("-o", options->file, "tệp .docx hoặc .pdf; - là DOCX ra đầu ra chuẩn");
    command.add_flag("--list", options->list, "in ra các mã mẫu");
    auto& worker =
        add_command(program, "pdf-worker", "", context, []() -> Result<Exit> { run_pdf_worker(std::cin, std::cout); });
    worker.group("");
}

} // namespace phusa
