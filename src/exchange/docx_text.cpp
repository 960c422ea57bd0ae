#include "exchange/docx_text.hpp"

#include "base/limits.hpp"
#include "exchange/docx_listener.hpp"
#include "exchange/xml_limits.hpp"
#include "exchange/xml_stream.hpp"
#include "exchange/zip_archive.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace phusa
{

namespace
{

// What Word writes where a file has a password, and what it wrote before 2007.
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::unexpected<Problem> damaged()
{
    return problem(Problem::Kind::invalid,
                   "Tệp Word bị hỏng hoặc không phải tệp .docx; hãy mở bằng Word rồi lưu lại dạng .docx.");
}

std::unexpected<Problem> too_large(std::string_view what)
{
    return problem(Problem::Kind::too_large, std::string(what) + "; hãy tách ra rồi soát từng phần.");
}

// The parts of some kinds that another part refers to.
class Relations : public XmlListener
{
public:
    using Kinds = std::vector<std::string_view>;

    Relations(std::string part, Kinds kinds) : part_(std::move(part)), kinds_(std::move(kinds)) {}

    void begins(std::string_view element, const Attributes& attributes) override
    {
        if (element != "Relationship" || attributes["TargetMode"] == "External")
            return;
        auto type = attributes["Type"];
        auto kind = std::ranges::find_if(kinds_, [&](auto each) { return type.ends_with(each); });
        if (kind != kinds_.end())
            found_.emplace(kind - kinds_.begin(), beside(attributes["Target"]));
    }
    void ends(std::string_view) override {}
    void text(std::string_view) override {}

    // Each once; in the order of the kinds.
    std::vector<std::string> parts() const
    {
        std::vector<std::string> parts;
        for (const auto& [kind, part] : found_)
            parts.push_back(part);
        return parts;
    }

private:
    // "footnotes.xml" or "/word/footnotes.xml".
    std::string beside(std::string_view target) const
    {
        if (target.starts_with('/'))
            return std::string(target.substr(1));
        return part_.substr(0, part_.rfind('/') + 1).append(target);
    }

    std::string part_;
    Kinds kinds_;
    std::set<std::pair<std::ptrdiff_t, std::string>> found_ = {};
};

class DocxReader
{
public:
    explicit DocxReader(ZipArchive archive) : archive_(std::move(archive)) {}

    Result<DocxText> read()
    {
        auto bodies = TRY(related("", {"/officeDocument"}));
        auto body = bodies.empty() ? std::string("word/document.xml") : bodies.front();
        if (!archive_.has(body))
            return damaged();
        auto parts = TRY(related(body, {"/footnotes", "/endnotes", "/header", "/footer"}));
        parts.insert(parts.begin(), body);
        DocxListener listener;
        for (const auto& part : parts) {
            if (!archive_.has(part))
                continue;
            listener.begin_part();
            TRY_DO(hear(part, listener, [&] { return listener.is_too_long(); }));
            if (listener.is_too_long())
                return too_large("Văn bản dài quá 1 MB");
        }
        return listener.take();
    }

private:
    Result<std::vector<std::string>> related(const std::string& part, const Relations::Kinds& kinds)
    {
        auto slash = part.rfind('/') + 1; // npos + 1 is 0
        auto name = part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
        Relations relations(part, kinds);
        if (archive_.has(name))
            TRY_DO(hear(name, relations, [] { return false; }));
        return relations.parts();
    }

    Result<void> hear(const std::string& part, XmlListener& listener, const std::function<bool()>& is_enough)
    {
        XmlStream xml(listener);
        bool is_well_formed = true;
        TRY_DO(archive_.stream(part, [&](std::string_view piece) {
            heard_bytes_ += piece.size();
            is_well_formed = xml.feed(piece);
            return is_well_formed && heard_bytes_ <= limit::report_xml_bytes_max && !is_enough();
        }));
        if (is_enough())
            return {};
        if (heard_bytes_ > limit::report_xml_bytes_max)
            return too_large("Tệp Word bung ra quá lớn");
        if (!is_well_formed || !xml.finish())
            return damaged();
        return {};
    }

    ZipArchive archive_;
    std::size_t heard_bytes_ = 0; // of all parts
};

} // namespace

bool is_word_file(std::string_view bytes) { return bytes.starts_with("PK") || bytes.starts_with(compound_file); }

Result<DocxText> read_docx(Content content)
{
    if (content.bytes().starts_with(compound_file))
        return problem(Problem::Kind::invalid,
                       "Tệp Word có mật khẩu hoặc là tệp .doc kiểu cũ; hãy mở bằng Word, bỏ mật "
                       "khẩu rồi lưu lại dạng .docx.");
    auto archive = ZipArchive::open(std::move(content));
    if (!archive)
        return damaged();
    return DocxReader(std::move(*archive)).read();
}

} // namespace phusa
