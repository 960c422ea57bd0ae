#include "app/papers/making.hpp"
#include "app/papers/offered.hpp"
#include "app/papers/pdf.hpp"
#include "web/api/api.hpp"
#include "web/api/doors_of_papers.hpp"
#include "web/site/form.hpp"

#include <boost/json.hpp>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view paper_schema = R"({
    "type": "object", "required": ["code", "title", "act", "may_make"],
    "properties": {
        "code": {"type": "string"}, "title": {"type": "string"},
        "act": {"type": ["integer", "null"], "description": "null: its act is not recorded yet"},
        "on": {"type": ["string", "null"], "format": "date"}, "set": {"type": "string"},
        "number": {"type": "string"}, "may_make": {"type": "boolean"},
        "made": {"type": ["object", "null"], "properties": {"id": {"type": "integer"}, "sha256": {"type": "string"},
            "template_version": {"type": "integer"}}}}})";

constexpr std::string_view wish_schema = R"({
    "type": "object", "required": ["code"],
    "properties": {"code": {"type": "string"}, "act": {"type": "integer"},
        "format": {"type": "string", "enum": ["docx", "pdf"]}}})";

boost::json::value json_of(const OfferedPaper& paper)
{
    boost::json::object value{{"code", paper.form->code},
                              {"title", paper.form->title},
                              {"act", nullptr},
                              {"on", nullptr},
                              {"set", paper.set_name},
                              {"number", paper.number},
                              {"may_make", paper.may_make},
                              {"made", nullptr}};
    if (paper.act)
        value["act"] = paper.act->value;
    if (paper.on)
        value["on"] = paper.on->iso();
    if (paper.made)
        value["made"] = {{"id", paper.made->id.value},
                         {"sha256", paper.made->sha256},
                         {"template_version", paper.made->template_version}};
    return value;
}

Result<Response> list(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Dossier>("id"));
    auto offered = TRY(offered_papers(site.app(), asking(request), id));
    boost::json::array items;
    for (const auto* papers : {&offered.of_dossier, &offered.of_process})
        for (const auto& paper : *papers)
            items.push_back(json_of(paper));
    auto total = items.size();
    return json(
        boost::json::serialize(boost::json::object{{"items", std::move(items)}, {"next", nullptr}, {"total", total}}));
}

Result<Response> make(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Dossier>("id"));
    // Whoever may not see it learns nothing of what the body should look like.
    TRY(offered_papers(site.app(), asking(request), id));
    auto fields = TRY(read_json(request, {"code", "act", "format"}));
    FormReader form(fields);
    PaperWish wish{.code = form.text("code", Need::required), .dossier = id, .act = form.id<struct RecordedAct>("act")};
    auto format = form.text("format");
    if (!format.empty() && format != "docx" && format != "pdf")
        form.wrong("format", "docx hoặc pdf.");
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    if (format == "pdf" && !has_pdf(site.app()))
        return no_pdf();
    auto paper = TRY(make_paper(site.app(), asking(request), wish));
    if (format == "pdf")
        return download(paper.file_name + ".pdf", "application/pdf", TRY(pdf_of(site.app(), {paper})));
    return download(paper.file_name + ".docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", std::move(paper.docx));
}

} // namespace

void add_paper_doors(Site& site)
{
    site.api().add_schema("OfferedPaper", std::string(paper_schema));
    site.api().add_schema("PaperWish", std::string(wish_schema));
    add_api(site, Method::get, "/api/v1/dossiers/{id:dossier}/papers",
            {.summary = "Papers that can be made for a dossier, once for each act they go with",
             .answers = "OfferedPaper",
             .is_list = true},
            list);
    add_api(site, Method::post, "/api/v1/dossiers/{id:dossier}/papers",
            {.summary = "Makes a paper and answers the file (DOCX, or PDF where LibreOffice is installed)",
             .reads = "PaperWish"},
            make);
}

} // namespace phusa::web::api
