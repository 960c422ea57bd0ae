#include "web/site/form.hpp"

#include "base/text.hpp"

#include <fmt/core.h>

#include <charconv>

namespace phusa::web
{

void FormReader::wrong(std::string_view name, std::string message)
{
    wrong_.push_back({.name = std::string(name), .message = std::move(message)});
}

std::string FormReader::text(std::string_view name, Need need, std::size_t length_max)
{
    auto text = clean_text(fields_.text(name));
    for (auto& letter : text)
        if (letter == '\n')
            letter = ' ';
    if (need == Need::required && text.empty())
        wrong(name, "Hãy điền mục này.");
    if (code_points(text) > length_max)
        wrong(name, fmt::format("Dài quá {} ký tự; hãy rút gọn.", length_max));
    return text;
}

std::string FormReader::note(std::string_view name, Need need)
{
    auto text = clean_text(fields_.text(name));
    if (need == Need::required && text.empty())
        wrong(name, "Hãy điền mục này.");
    if (code_points(text) > limit::note_length_max)
        wrong(name, fmt::format("Dài quá {} ký tự; hãy rút gọn.", limit::note_length_max));
    return text;
}

std::string FormReader::secret(std::string_view name, Need need)
{
    std::string secret(fields_.text(name));
    if (need == Need::required && secret.empty())
        wrong(name, "Hãy điền mục này.");
    return secret;
}

std::optional<PartialDate> FormReader::partial_date(std::string_view name, Need need)
{
    auto typed = text(name, need);
    if (typed.empty())
        return std::nullopt;
    auto read = PartialDate::from_vietnamese(typed);
    if (!read) {
        wrong(name, read.error().message);
        return std::nullopt;
    }
    return *read;
}

std::optional<Date> FormReader::date(std::string_view name, Need need)
{
    auto read = partial_date(name, need);
    if (!read)
        return std::nullopt;
    if (!read->day())
        wrong(name, "Hãy ghi đủ ngày, tháng, năm, như 03/02/2026.");
    return read->day();
}

std::optional<std::int64_t> FormReader::number(std::string_view name, Need need)
{
    auto typed = text(name, need);
    if (typed.empty())
        return std::nullopt;
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error != std::errc() || end != typed.data() + typed.size()) {
        wrong(name, "Hãy ghi một số.");
        return std::nullopt;
    }
    return value;
}

std::optional<Problem> FormReader::problem() const
{
    if (wrong_.empty())
        return std::nullopt;
    return Problem{.kind = Problem::Kind::invalid, .message = wrong_.front().message, .fields = wrong_};
}

} // namespace phusa::web
