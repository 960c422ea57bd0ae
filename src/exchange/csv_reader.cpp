#include "exchange/csv_reader.hpp"

#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

char separator_of(std::string_view text)
{
    std::array<std::pair<char, int>, 3> found{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool quoted = false;
    for (char letter : text) {
        if (letter == '"')
            quoted = !quoted;
        else if (!quoted && letter == '\n')
            break;
        else if (!quoted)
            for (auto& [separator, count] : found)
                count += letter == separator;
    }
    return std::ranges::max_element(found, {}, &std::pair<char, int>::second)->first;
}

// Reads field after field.
class Reader
{
public:
    Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool at_end() const { return at_ >= text_.size(); }
    // The next field; false where a quote is never closed.
    bool read(std::string& field)
    {
        field.clear();
        return !at_end() && text_[at_] == '"' ? read_quoted(field) : read_bare(field);
    }
    // Steps over what follows a field: true when the row goes on.
    bool row_goes_on()
    {
        if (at_end())
            return false;
        if (text_[at_] == separator_) {
            ++at_;
            return true;
        }
        if (text_[at_] == '\r')
            ++at_;
        if (!at_end() && text_[at_] == '\n')
            ++at_;
        return false;
    }

private:
    bool read_bare(std::string& field)
    {
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            field += text_[at_++];
        return true;
    }

    bool read_quoted(std::string& field)
    {
        for (++at_; !at_end(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '"')
                    ++at_;
                else {
                    ++at_;
                    return read_bare(field); // what some programs write behind the closing quote
                }
            }
            field += text_[at_];
        }
        return false;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
};

} // namespace

Result<void> read_csv(std::string_view text, const TakeCsvRow& take)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (!is_valid_utf8(text))
        return problem(Problem::Kind::invalid, "Tệp không ở bảng mã UTF-8; hãy lưu lại dưới dạng “CSV UTF-8”.");
    Reader reader(text, separator_of(text));
    for (std::uint32_t row = 1; !reader.at_end(); ++row) {
        std::vector<std::string> fields;
        do {
            if (!reader.read(fields.emplace_back()))
                return problem(Problem::Kind::invalid,
                               fmt::format("Dòng {}: dấu ngoặc kép mở ra mà không đóng lại.", row));
        } while (reader.row_goes_on());
        bool is_empty = fields.size() == 1 && fields.front().empty();
        if (!is_empty && !take(row, std::move(fields)))
            break;
    }
    return {};
}

} // namespace phusa
