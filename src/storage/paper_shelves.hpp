#pragma once

#include "domain/made_paper.hpp"
#include "storage/sql/shelf.hpp"

namespace phusa::storage
{

template<>
struct Shelf<MadePaper> {
    static constexpr std::string_view table = "paper";
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "paper_version";

    template<typename P, typename Visit>
    static void fields(P& paper, Visit&& visit)
    {
        visit("id", paper.id);
        visit("dossier_id", paper.dossier);
        visit("act_id", paper.act);
        visit("code", paper.code);
        visit("form_set", paper.set);
        visit("template_version", paper.template_version);
        visit("on_day", paper.on);
        visit("issuer_id", paper.issuer);
        visit("number", paper.number);
        visit("number_text", paper.number_text);
        visit("sha256", paper.sha256);
    }
    template<typename Visit>
    static void derived(const MadePaper&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(MadePaper&, Visit&&)
    {
    }
};

// What lists read: all but the file.
template<>
struct Shelf<PaperTemplate> {
    static constexpr std::string_view table = "paper_template";
    static constexpr std::string_view joined = "";

    template<typename T, typename Visit>
    static void fields(T& file, Visit&& visit)
    {
        visit("id", file.id);
        visit("owner_id", file.owner);
        visit("code", file.code);
        visit("form_set", file.set);
        visit("file_name", file.file_name);
        visit("note", file.note);
        visit("sha256", file.sha256);
    }
    template<typename Visit>
    static void extra(PaperTemplate&, Visit&&)
    {
    }
};

struct TemplateRow : PaperTemplate {
    std::string content; // hex
};

template<>
struct Shelf<TemplateRow> {
    static constexpr std::string_view table = Shelf<PaperTemplate>::table;
    static constexpr std::string_view joined = "";
    static constexpr std::string_view version_noun = "paper_template_version";

    template<typename R, typename Visit>
    static void fields(R& row, Visit&& visit)
    {
        Shelf<PaperTemplate>::fields(row, visit);
        visit("content", row.content);
    }
    template<typename Visit>
    static void derived(const TemplateRow&, Visit&&)
    {
    }
    template<typename Visit>
    static void extra(TemplateRow&, Visit&&)
    {
    }
};

} // namespace phusa::storage
