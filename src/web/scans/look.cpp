#include "web/scans/look.hpp"

#include "base/number_text.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

namespace phusa::web::scans
{

namespace
{

std::string size_of(std::int64_t bytes)
{
    constexpr std::int64_t kilobyte = 1024;
    if (bytes < kilobyte * kilobyte)
        return fmt::format("{} KB", vietnamese_number((bytes + kilobyte - 1) / kilobyte));
    return fmt::format("{} MB", vietnamese_number(bytes / (kilobyte * kilobyte)));
}

} // namespace

std::string path_of(DossierId dossier) { return fmt::format("/ho-so/{}/ban-quet", dossier.value); }

std::string path_of(DossierId dossier, ScanId scan) { return fmt::format("{}/{}", path_of(dossier), scan.value); }

std::string note_of(const ScanView& view)
{
    const auto& scan = view.scan;
    auto note = fmt::format("{} trang, {}", scan.pages, size_of(scan.bytes));
    if (scan.number > 1)
        note += fmt::format(", bản thứ {}", scan.number);
    return note + fmt::format(", gửi lúc {}, {}", vietnamese_time(scan.filed_at), view.filed_by);
}

View::List papers_of(const std::vector<ScanView>& papers)
{
    View::List list;
    for (const auto& paper : papers)
        list.push_back(View()
                           .set("scan_title", paper.title)
                           .set("scan_code", paper.scan.code)
                           .set("scan_href", path_of(paper.scan.dossier, paper.scan.id))
                           .set("scan_note", note_of(paper)));
    return list;
}

View act_view(DossierId dossier, const ActScans& act)
{
    View::List forms;
    for (const auto& [code, title] : act.forms)
        forms.push_back(View().set("form_code", code).set("form_title", fmt::format("{} {}", code, title)));
    return View()
        .set("act", act.act.value)
        .set("act_title", act.title)
        .set("act_on", act.on.vietnamese())
        .set("act_href", fmt::format("/ho-so/{}/viec-da-ghi/{}", dossier.value, act.act.value))
        .set("has_scans", !act.papers.empty())
        .set("scans", View(papers_of(act.papers)))
        .set("may_file", act.may_file)
        .set("has_forms", !forms.empty())
        .set("forms", View(std::move(forms)))
        .set("file_action", path_of(dossier));
}

std::string data_url(std::string_view media_type, std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    auto written =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(written)); // without its NUL
    return fmt::format("data:{};base64,{}", media_type, text);
}

Response foreign_file(std::string name, std::string_view media_type, std::string bytes)
{
    auto response = download(std::move(name), std::string(media_type), std::move(bytes));
    response.set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    response.may_compress = false;
    return response;
}

} // namespace phusa::web::scans
