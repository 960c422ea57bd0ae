#include "app/papers/form_template.hpp"

#include "base/text.hpp"
#include "documents/docx_page.hpp"

#include <array>

namespace phusa
{

namespace
{

PaperHead head_of(std::string_view key)
{
    if (key == "person")
        return PaperHead::person;
    if (key == "state")
        return PaperHead::state;
    if (key == "youth_union")
        return PaperHead::youth_union;
    return key == "none" ? PaperHead::none : PaperHead::party;
}

PaperSize size_of(std::string_view key)
{
    if (key == "a5")
        return PaperSize::a5_landscape;
    return key == "booklet" ? PaperSize::booklet : PaperSize::a4;
}

// "T/M CHI BỘ | BÍ THƯ | note | name".
PaperSignature signature_of(std::string_view line)
{
    std::array<std::string, 4> parts;
    for (auto& part : parts) {
        auto end = line.find('|');
        part = clean_text(line.substr(0, end));
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
    return {.authority = parts[0], .office = parts[1], .note = parts[2], .name = parts[3]};
}

} // namespace

std::string form_template(const PaperForm& form, const FormText& text, const PaperLayout& layout)
{
    const auto* body = paper_book().body(form.issuer);
    PaperText paper{.head = head_of(text.head),
                    .size = size_of(text.size),
                    .upper = text.upper,
                    .issuer = text.issuer,
                    .number = text.number,
                    .about = text.heading,
                    .place = text.place,
                    .body = text.body,
                    .signatures = {},
                    .recipients = text.recipients,
                    .mark = {}};
    if (body && paper.issuer.empty()) {
        paper.upper = body->upper;
        paper.issuer = body->issuer;
    }
    if (!form.type.empty() && paper.number.empty())
        paper.number = "Số {{so_ky_hieu}}";
    bool is_of_a_body = paper.head != PaperHead::person && paper.head != PaperHead::none;
    if (is_of_a_body && paper.place.empty())
        paper.place = "{{dia_danh}}, {{ngay_thang}}";
    for (const auto& line : text.signatures)
        paper.signatures.push_back(signature_of(line));
    if (text.is_built)
        paper.mark =
            "Bản dựng theo trường dữ liệu: lời văn chưa đối chiếu với mẫu chính thức, cơ quan nên thay bằng mẫu "
            "của mình. Dòng này chỉ có trong mẫu.";
    return docx_page(paper, layout);
}

} // namespace phusa
