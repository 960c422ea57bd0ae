#include "exchange/spreadsheet/xlsx_book.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "exchange/xml_stream.hpp"

#include <charconv>
#include <cstring>
#include <map>
#include <pugixml.hpp>

namespace phusa
{

namespace
{

std::unexpected<Problem> no_book()
{
    return problem(Problem::Kind::invalid,
                   "Tệp không phải bảng tính Excel (.xlsx). Hãy mở bằng Excel hoặc LibreOffice, chọn Lưu thành, dạng "
                   ".xlsx hoặc CSV UTF-8, rồi gửi lại.");
}

std::string_view local_name(const pugi::xml_node& node)
{
    std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name)
{
    for (const auto& each : node.attributes()) {
        std::string_view whole = each.name();
        if (whole.substr(whole.find(':') + 1) == name)
            return each.value();
    }
    return {};
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name)
{
    for (const auto& each : node.children())
        if (local_name(each) == name)
            return each;
    return {};
}

Result<pugi::xml_document> document(const ZipArchive& archive, const std::string& part)
{
    auto text = TRY(archive.read(part));
    pugi::xml_document parsed;
    if (!parsed.load_buffer(text.data(), text.size(), pugi::parse_default))
        return no_book();
    return parsed;
}

// "xl/workbook.xml" and "worksheets/sheet1.xml" or "/xl/worksheets/sheet1.xml".
std::string part_beside(std::string_view part, std::string_view target)
{
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    return std::string(part.substr(0, part.rfind('/') + 1)).append(target);
}

struct Relations {
    std::map<std::string, std::string, std::less<>> parts; // by id
    std::string shared_strings;
    std::string styles;
};

Result<Relations> relations_of(const ZipArchive& archive, const std::string& part)
{
    auto slash = part.rfind('/') + 1;
    auto read = TRY(document(archive, part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels"));
    Relations found;
    for (const auto& node : read.document_element().children()) {
        auto target = part_beside(part, attribute(node, "Target"));
        found.parts.emplace(attribute(node, "Id"), target);
        auto type = attribute(node, "Type");
        if (type.ends_with("/sharedStrings"))
            found.shared_strings = target;
        else if (type.ends_with("/styles"))
            found.styles = target;
    }
    return found;
}

// The part that the package says is the workbook; by its usual name where it does not say.
std::string book_part(const ZipArchive& archive)
{
    if (auto read = document(archive, "_rels/.rels"))
        for (const auto& node : read->document_element().children())
            if (attribute(node, "Type").ends_with("/officeDocument"))
                return part_beside("", attribute(node, "Target"));
    return "xl/workbook.xml";
}

class SharedTexts : public XmlListener
{
public:
    explicit SharedTexts(std::vector<std::string>& texts) : texts_(texts) {}

    void begins(std::string_view element, const Attributes&) override
    {
        if (element == "si")
            texts_.emplace_back();
        else if (element == "rPh")
            in_reading_ = true;
        else if (element == "t")
            in_text_ = !in_reading_;
    }
    void ends(std::string_view element) override
    {
        if (element == "rPh")
            in_reading_ = false;
        else if (element == "t")
            in_text_ = false;
    }
    void text(std::string_view piece) override
    {
        if (in_text_ && !texts_.empty())
            texts_.back() += piece;
    }

private:
    std::vector<std::string>& texts_;
    bool in_text_ = false;
    bool in_reading_ = false;
};

// 0, the general format, where it is not said.
int format_number(const pugi::xml_node& node)
{
    auto text = attribute(node, "numFmtId");
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Numbers 14–22, 27–36, 45–58 of 18.8.30 are built in; those that show a day are these.
bool is_built_in_day(int format)
{
    return (14 <= format && format <= 17) || format == 22 || (27 <= format && format <= 31) || format == 36 ||
           (50 <= format && format <= 58);
}

std::vector<bool> date_styles_of(const pugi::xml_document& styles)
{
    std::map<int, bool> own;
    auto root = styles.document_element();
    for (const auto& format : child(root, "numFmts").children())
        own[format_number(format)] = shows_a_day(attribute(format, "formatCode"));
    std::vector<bool> found;
    for (const auto& style : child(root, "cellXfs").children()) {
        int format = format_number(style);
        auto known = own.find(format);
        found.push_back(known == own.end() ? is_built_in_day(format) : known->second);
    }
    return found;
}

} // namespace

bool shows_a_day(std::string_view format)
{
    bool quoted = false;
    bool bracketed = false;
    bool day = false;
    bool year = false;
    for (std::size_t i = 0; i < format.size() && (quoted || format[i] != ';'); ++i) {
        char letter = format[i];
        if (letter == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (letter == '\\' || letter == '_' || letter == '*')
            ++i;
        else if (letter == '[' || letter == ']')
            bracketed = letter == '[';
        else if (!bracketed && std::strchr("dD", letter))
            day = true;
        else if (!bracketed && std::strchr("yYeE", letter))
            year = letter != 'E' && letter != 'e' ? true : year;
    }
    return day || year;
}

Result<XlsxBook> read_xlsx_book(const ZipArchive& archive)
{
    auto part = book_part(archive);
    if (!archive.has(part))
        return no_book();
    auto book = TRY(document(archive, part));
    auto relations = TRY(relations_of(archive, part));
    XlsxBook found;
    auto root = book.document_element();
    auto since = attribute(child(root, "workbookPr"), "date1904");
    found.since_1904 = since == "1" || since == "true";
    for (const auto& sheet : child(root, "sheets").children()) {
        auto relation = relations.parts.find(attribute(sheet, "id"));
        if (relation == relations.parts.end() || !archive.has(relation->second))
            continue; // a sheet of charts, or one that is not there
        auto state = attribute(sheet, "state");
        found.sheets.push_back({clean_text(attribute(sheet, "name")), state == "hidden" || state == "veryHidden"});
        found.parts.push_back(relation->second);
    }
    if (found.sheets.empty())
        return no_book();
    if (!relations.styles.empty() && archive.has(relations.styles))
        found.date_styles = date_styles_of(TRY(document(archive, relations.styles)));
    if (!relations.shared_strings.empty() && archive.has(relations.shared_strings)) {
        SharedTexts listener(found.texts);
        XmlStream stream(listener);
        bool is_sound = true;
        TRY_DO(archive.stream(relations.shared_strings,
                              [&](std::string_view piece) { return is_sound = stream.feed(piece); }));
        if (!is_sound || !stream.finish())
            return no_book();
    }
    return found;
}

} // namespace phusa
