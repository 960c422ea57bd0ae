#include "web/dossier_lists/address.hpp"

#include "base/limits.hpp"
#include "web/dossier_lists/query.hpp"
#include "web/site/form.hpp"

#include <algorithm>
#include <array>

namespace phusa::web::dossier_lists
{

namespace
{

constexpr std::string_view every_stage = "tat_ca";
constexpr std::string_view as_list = "danh-sach";

struct Remark {
    std::string_view key;
    bool DossierQuestion::* asked;
};
constexpr std::array<Remark, 3> remarks = {{{"qua_han", &DossierQuestion::late_only},
                                            {"vuong", &DossierQuestion::blocked_only},
                                            {"ngoai_le", &DossierQuestion::past_facts_only}}};

// In the order of DossierOrder.
constexpr std::array<std::string_view, 4> orders = {"ten", "so_ngay", "som_nhat", "han"};

void read_stages(const Fields& query, FormReader& reader, DossierQuestion& question)
{
    for (auto value : query.all("giai_doan")) {
        auto found = stage(value);
        if (found)
            question.stages.push_back(*found);
        else if (value == every_stage)
            question.all_stages = true;
        else if (!value.empty())
            reader.wrong("giai_doan", "Hãy chọn một giai đoạn trong danh sách.");
    }
    // In one order and each once, so that equal questions are equal.
    std::ranges::sort(question.stages);
    auto repeated = std::ranges::unique(question.stages);
    question.stages.erase(repeated.begin(), repeated.end());
    if (question.all_stages)
        question.stages.clear();
}

void read_remarks(const Fields& query, FormReader& reader, DossierQuestion& question)
{
    for (auto value : query.all("luu_y")) {
        auto found = std::ranges::find(remarks, value, &Remark::key);
        if (found != remarks.end())
            question.*(found->asked) = true;
        else if (!value.empty())
            reader.wrong("luu_y", "Hãy chọn một giá trị trong danh sách.");
    }
}

void read_order(const Fields& query, FormReader& reader, DossierQuestion& question)
{
    auto value = query.text("xep");
    auto found = std::ranges::find(orders, value);
    if (found != orders.end())
        question.order = static_cast<DossierOrder>(found - orders.begin());
    else if (!value.empty())
        reader.wrong("xep", "Danh sách không xếp được theo cách này.");
    question.descending = query.text("giam") == "1";
}

} // namespace

DossierQuestion open_dossiers()
{
    DossierQuestion question;
    question.order = DossierOrder::latest_day;
    return question;
}

Result<AskedDossiers> asked_dossiers(const Fields& query)
{
    FormReader reader(query);
    AskedDossiers asked;
    auto& question = asked.question;
    refuse_unknown_keys(query, reader, {"q", "don_vi", "giai_doan", "luu_y", "xep", "giam", "trang", "dang"});
    question.words = reader.text("q");
    question.organisation = reader.id<struct Organisation>("don_vi");
    read_stages(query, reader, question);
    read_remarks(query, reader, question);
    read_order(query, reader, question);
    question.cursor = std::string(query.text("trang"));
    question.rows = limit::page_rows;
    auto shape = query.text("dang");
    if (shape == as_list)
        asked.shape = Shape::list;
    else if (!shape.empty())
        reader.wrong("dang", "Hồ sơ xem được theo giai đoạn hoặc theo danh sách.");
    if (auto problem = reader.problem())
        return std::unexpected(std::move(*problem));
    return asked;
}

Fields fields_of(const AskedDossiers& asked)
{
    const auto& question = asked.question;
    Fields fields;
    auto add = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            fields.add(std::string(key), std::string(value));
    };
    add("q", question.words);
    if (question.organisation)
        add("don_vi", std::to_string(question.organisation->value));
    for (auto stage : question.stages)
        add("giai_doan", key_of(stage));
    add("giai_doan", question.all_stages ? every_stage : "");
    for (const auto& remark : remarks)
        add("luu_y", question.*(remark.asked) ? remark.key : "");
    if (question.order != DossierOrder::latest_day)
        add("xep", orders.at(static_cast<std::size_t>(question.order)));
    add("giam", question.descending ? "1" : "");
    add("dang", asked.shape == Shape::list ? as_list : "");
    return fields;
}

std::string path_of(const AskedDossiers& asked)
{
    auto fields = fields_of(asked);
    if (!asked.question.cursor.empty())
        fields.add("trang", asked.question.cursor);
    return with_query("/ho-so", fields);
}

std::string list_path(const DossierQuestion& question)
{
    AskedDossiers asked{.question = question, .shape = Shape::list};
    asked.question.cursor.clear();
    return path_of(asked);
}

} // namespace phusa::web::dossier_lists
