#include "exchange/docx_text.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "exchange/xml_stream.hpp"
#include "exchange/zip_archive.hpp"

#include <utility>

namespace phusa
{

namespace
{

const std::string document_part = "word/document.xml";

class DocxListener : public XmlListener
{
public:
    void begins(std::string_view element, const Attributes&) override
    {
        if (element == "Fallback" || element == "moveFrom")
            ++hidden_; // the same once more, for old programs, or where it stood before it was moved
        if (hidden_ > 0)
            return;
        is_text_ = element == "t";
        if (element == "tbl")
            open_.emplace_back();
        else if (element == "tr" && !open_.empty())
            open_.back().rows.emplace_back();
        else if (element == "tc" && !open_.empty() && !open_.back().rows.empty())
            open_.back().begin = next_begin();
        else if (element == "p")
            begin_paragraph();
        else if (element == "tab" && in_paragraph_ > 0)
            put("\t");
        else if ((element == "br" || element == "cr") && in_paragraph_ > 0)
            put("\n");
        else if (element == "noBreakHyphen")
            put("-");
    }

    void ends(std::string_view element) override
    {
        if (element == "Fallback" || element == "moveFrom")
            --hidden_;
        if (hidden_ > 0)
            return;
        is_text_ = false;
        if (element == "p" && in_paragraph_ > 0) {
            // Behind a text box its paragraph goes on: the numbers of both must not run together.
            if (--in_paragraph_ > 0)
                put("\n");
        } else if (element == "tc" && !open_.empty() && !open_.back().rows.empty())
            open_.back().rows.back().push_back({open_.back().begin, length_});
        else if (element == "tbl" && !open_.empty()) {
            found_.tables.push_back(std::move(open_.back().rows));
            open_.pop_back();
        }
    }

    void text(std::string_view piece) override
    {
        if (is_text_ && hidden_ == 0)
            put(piece);
    }

    bool is_too_long() const { return found_.text.size() > limit::report_text_bytes_max; }
    DocxText take() { return std::move(found_); }

private:
    struct Open {
        std::vector<DocxText::Row> rows = {};
        std::size_t begin = 0; // of the cell that is open
    };

    std::size_t next_begin() const { return has_paragraph_ ? length_ + 1 : length_; }

    void begin_paragraph()
    {
        if (std::exchange(has_paragraph_, true))
            put("\n");
        ++in_paragraph_;
    }

    void put(std::string_view piece)
    {
        found_.text += piece;
        for (char letter : piece)
            length_ += (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U ? 1 : 0;
    }

    DocxText found_ = {};
    std::vector<Open> open_ = {};
    std::size_t length_ = 0; // code points
    int in_paragraph_ = 0;
    int hidden_ = 0;
    bool has_paragraph_ = false;
    bool is_text_ = false;
};

std::unexpected<Problem> damaged()
{
    return problem(Problem::Kind::invalid,
                   "Tệp Word bị hỏng hoặc không phải tệp .docx; hãy mở bằng Word rồi lưu lại dạng .docx.");
}

} // namespace

Result<DocxText> read_docx(Content content)
{
    auto archive = ZipArchive::open(std::move(content));
    if (!archive || !archive->has(document_part))
        return damaged();
    DocxListener listener;
    XmlStream xml(listener);
    bool is_well_formed = true;
    TRY_DO(archive->stream(document_part, [&](std::string_view piece) {
        is_well_formed = xml.feed(piece);
        return is_well_formed && !listener.is_too_long();
    }));
    if (listener.is_too_long())
        return problem(Problem::Kind::too_large, "Văn bản dài quá 1 MB; hãy tách ra rồi soát từng phần.");
    if (!is_well_formed || !xml.finish())
        return damaged();
    return listener.take();
}

} // namespace phusa
