#include "documents/docx_sections.hpp"

#include "documents/docx_paragraph.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

bool is_paragraph(pugi::xml_node node) { return std::string_view(node.name()) == "w:p"; }
bool is_row(pugi::xml_node node) { return std::string_view(node.name()) == "w:tr"; }

// All paragraphs below a node, in order; it may be one itself.
void paragraphs_of(pugi::xml_node node, std::vector<pugi::xml_node>& found)
{
    if (is_paragraph(node))
        found.push_back(node);
    for (auto child : node.children())
        paragraphs_of(child, found);
}

struct Place {
    pugi::xml_node paragraph;
    DocxMark mark;
};

// Text beside a section that opens and closes within one paragraph: then it covers that text alone.
bool is_inline(const DocxParagraph& paragraph, const DocxMark& open, const DocxMark& close)
{
    auto rest = paragraph.text().substr(0, open.begin) + paragraph.text().substr(close.end);
    return !is_blank_text(rest);
}

// The first section within one paragraph that has text beside it.
std::optional<std::pair<DocxMark, DocxMark>> inline_section(const DocxParagraph& paragraph)
{
    auto marks = paragraph.marks();
    for (auto open = marks.begin(); open != marks.end(); ++open) {
        if (open->kind != DocxMark::Kind::open && open->kind != DocxMark::Kind::open_unless)
            continue;
        auto close = std::find_if(open, marks.end(), [&](const DocxMark& mark) {
            return mark.kind == DocxMark::Kind::close && mark.name == open->name;
        });
        if (close != marks.end() && is_inline(paragraph, *open, *close))
            return std::pair(*open, *close);
    }
    return std::nullopt;
}

// The marks of a paragraph that are no fields and no inline sections.
std::vector<DocxMark> section_marks_of(const DocxParagraph& paragraph)
{
    auto marks = paragraph.marks();
    std::erase_if(marks, [](const DocxMark& mark) { return mark.kind == DocxMark::Kind::field; });
    for (auto open = marks.begin(); open != marks.end();) {
        auto close = std::find_if(open, marks.end(), [&](const DocxMark& mark) {
            return mark.kind == DocxMark::Kind::close && mark.name == open->name;
        });
        if (open->kind == DocxMark::Kind::close || close == marks.end() || !is_inline(paragraph, *open, *close)) {
            ++open;
            continue;
        }
        marks.erase(close);
        open = marks.erase(open);
    }
    return marks;
}

// The marks of sections at the level of `node`: of a row those that are not opened and closed within one cell.
std::vector<Place> section_marks(pugi::xml_node node)
{
    std::vector<Place> marks;
    std::vector<pugi::xml_node> units;
    if (is_row(node))
        std::ranges::copy(node.children("w:tc"), std::back_inserter(units));
    else
        units.push_back(node);
    for (auto unit : units) {
        std::vector<pugi::xml_node> paragraphs;
        if (is_row(node))
            paragraphs_of(unit, paragraphs);
        else
            paragraphs.push_back(unit);
        std::vector<Place> inside;
        for (auto paragraph : paragraphs)
            for (auto& mark : section_marks_of(DocxParagraph(paragraph))) {
                bool closes_own = is_row(node) && mark.kind == DocxMark::Kind::close && !inside.empty() &&
                                  inside.back().mark.kind != DocxMark::Kind::close &&
                                  inside.back().mark.name == mark.name;
                if (closes_own)
                    inside.pop_back();
                else
                    inside.push_back({paragraph, std::move(mark)});
            }
        std::ranges::move(inside, std::back_inserter(marks));
    }
    return marks;
}

// Where the section that `first` opens is closed: in `node` after it, or in a later sibling of the same kind.
std::optional<Place> closing_of(pugi::xml_node& node, const Place& first)
{
    int depth = 0;
    bool is_begun = false;
    for (std::string_view kind = node.name(); node; node = node.next_sibling()) {
        if (node.name() != kind)
            continue;
        for (auto& place : section_marks(node)) {
            if (place.mark.name != first.mark.name)
                continue;
            if (!is_begun) {
                is_begun = place.paragraph == first.paragraph && place.mark.begin == first.mark.begin;
                depth = is_begun ? 1 : 0;
                continue;
            }
            depth += place.mark.kind == DocxMark::Kind::close ? -1 : 1;
            if (depth == 0)
                return std::move(place);
        }
    }
    return std::nullopt;
}

void cut(const Place& place)
{
    DocxParagraph paragraph(place.paragraph);
    paragraph.replace(place.mark.begin, place.mark.end, "");
    paragraph.finish();
}

std::unexpected<Problem> not_closed(const DocxMark& mark)
{
    return problem(Problem::Kind::invalid,
                   fmt::format("Mẫu có {{{{#{}}}}} mà sau đó không có {{{{/{}}}}} ở cùng cấp (cùng bảng, hoặc cùng ô).",
                               mark.name, mark.name));
}

const std::vector<FieldValues>& items_of(const DocxSection& section, const DocxScope& scope)
{
    static const std::vector<FieldValues> none;
    static const std::vector<FieldValues> once(1);
    auto list = scope.all.rows.find(section.name);
    bool is_list = list != scope.all.rows.end();
    const auto* field = scope.find(section.name);
    bool is_there = is_list ? !list->second.empty() : field && !field->text.empty();
    if (section.is_unless)
        return is_there ? none : once;
    if (is_list)
        return list->second;
    return is_there ? once : none;
}

// Keeps or takes away the text of inline sections.
void settle_inline(pugi::xml_node node, const DocxScope& scope, DocxReport& report)
{
    DocxParagraph paragraph(node);
    bool is_changed = false;
    for (auto found = inline_section(paragraph); found; found = inline_section(paragraph)) {
        const auto& [open, close] = *found;
        DocxSection section{.name = open.name, .is_unless = open.kind == DocxMark::Kind::open_unless, .nodes = {}};
        if (!scope.all.rows.contains(section.name) && !scope.find(section.name))
            report.unknown.insert(section.name);
        if (items_of(section, scope).empty()) {
            paragraph.replace(open.begin, close.end, "");
        } else {
            paragraph.replace(close.begin, close.end, "");
            paragraph.replace(open.begin, open.end, "");
        }
        is_changed = true;
    }
    if (is_changed)
        paragraph.finish();
}

void fill_paragraph(pugi::xml_node node, const DocxScope& scope, DocxReport& report)
{
    settle_inline(node, scope, report);
    DocxParagraph paragraph(node);
    auto marks = paragraph.marks();
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        const auto* value = mark->kind == DocxMark::Kind::field ? scope.find(mark->name) : nullptr;
        if (!value) {
            report.unknown.insert(mark->name);
            continue;
        }
        bool is_missing = value->text.empty() && value->is_dotted;
        if (is_missing)
            report.missing.insert(mark->name);
        paragraph.replace(mark->begin, mark->end, is_missing ? value->dots : std::string_view(value->text));
    }
    if (!marks.empty())
        paragraph.finish();
}

// A table cell must not be left without a paragraph.
void keep_cell_whole(pugi::xml_node container)
{
    if (std::string_view(container.name()) == "w:tc" && !container.child("w:p"))
        container.append_child("w:p");
}

Result<void> fill_node(pugi::xml_node node, const DocxScope& scope, DocxReport& report)
{
    TRY_DO(fill_below(node, scope, report));
    if (is_paragraph(node))
        fill_paragraph(node, scope, report);
    return {};
}

// Puts the section once for each item, takes the original away and answers what comes after it.
Result<void> repeat(const DocxSection& section, const DocxScope& scope, DocxReport& report)
{
    if (section.nodes.empty())
        return {};
    auto parent = section.nodes.front().parent();
    if (!scope.all.rows.contains(section.name) && !scope.find(section.name))
        report.unknown.insert(section.name);
    for (const auto& item : items_of(section, scope)) {
        DocxScope inner{.all = scope.all, .row = item.empty() ? scope.row : &item};
        for (auto node : section.nodes)
            TRY_DO(fill_node(parent.insert_copy_before(node, section.nodes.front()), inner, report));
    }
    for (auto node : section.nodes)
        parent.remove_child(node);
    return {};
}

} // namespace

const FieldValue* DocxScope::find(std::string_view name) const
{
    if (row)
        if (auto found = row->find(name); found != row->end())
            return &found->second;
    auto found = all.fields.find(name);
    return found == all.fields.end() ? nullptr : &found->second;
}

Result<std::optional<DocxSection>> take_section(pugi::xml_node node)
{
    if (!is_paragraph(node) && !is_row(node))
        return std::nullopt;
    auto marks = section_marks(node);
    auto first = std::ranges::find_if(marks, [](const Place& p) { return p.mark.kind != DocxMark::Kind::close; });
    if (first == marks.end())
        return std::nullopt;
    auto last = node;
    auto closing = closing_of(last, *first);
    if (!closing)
        return not_closed(first->mark);
    // From the end, so that places before it stay true.
    cut(*closing);
    cut(*first);
    DocxSection section{
        .name = first->mark.name, .is_unless = first->mark.kind == DocxMark::Kind::open_unless, .nodes = {}};
    for (auto each = node; each; each = each.next_sibling()) {
        section.nodes.push_back(each);
        if (each == last)
            break;
    }
    auto parent = node.parent();
    for (auto edge : {first->paragraph, closing->paragraph}) {
        auto place = std::ranges::find(section.nodes, edge);
        if (place == section.nodes.end() || !DocxParagraph(edge).is_blank())
            continue;
        bool stands_alone = section.nodes.size() == 1;
        if (stands_alone && first->paragraph == closing->paragraph)
            continue; // the paragraph itself is what is kept or not
        section.nodes.erase(place);
        parent.remove_child(edge);
    }
    return section;
}

Result<void> fill_below(pugi::xml_node container, const DocxScope& scope, DocxReport& report)
{
    for (auto child = container.first_child(); child;) {
        // Where the walk goes on is known only once the marks of a section are out of the way.
        auto before = child.previous_sibling();
        auto section = TRY(take_section(child));
        if (!section) {
            TRY_DO(fill_node(child, scope, report));
            child = child.next_sibling();
            continue;
        }
        auto after = section->nodes.empty() ? (before ? before.next_sibling() : container.first_child())
                                            : section->nodes.back().next_sibling();
        TRY_DO(repeat(*section, scope, report));
        child = after;
    }
    keep_cell_whole(container);
    return {};
}

} // namespace phusa
