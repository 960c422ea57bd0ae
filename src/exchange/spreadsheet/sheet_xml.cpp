#include "exchange/spreadsheet/sheet_xml.hpp"

#include "exchange/xml_limits.hpp"

#include <algorithm>
#include <cstring>

namespace phusa
{

namespace
{

constexpr std::string_view spaces = " \t\r\n";

std::size_t position(std::string_view text, std::string_view wanted, std::size_t from)
{
    const auto* found =
        static_cast<const char*>(memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size()));
    return found ? static_cast<std::size_t>(found - text.data()) : std::string_view::npos;
}

// Behind the next end tag that begins so; npos where it is not there, or not whole.
std::size_t behind_end_tag(std::string_view text, std::string_view tag, std::size_t from)
{
    for (auto at = position(text, tag, from); at != std::string_view::npos; at = position(text, tag, at + 1)) {
        auto close = text.find_first_not_of(spaces, at + tag.size());
        if (close == std::string_view::npos)
            return close;
        if (text[close] == '>')
            return close + 1;
    }
    return std::string_view::npos;
}

} // namespace

std::size_t element_begin(std::string_view xml, std::string_view name)
{
    for (auto at = xml.find(name); at != std::string_view::npos; at = xml.find(name, at + 1)) {
        auto begin = xml.rfind('<', at);
        bool is_element = begin != std::string_view::npos &&
                          (begin + 1 == at || (xml[at - 1] == ':' && xml.find_first_of(" >/\"'", begin) > at));
        if (is_element)
            return begin;
    }
    return std::string_view::npos;
}

bool SheetXml::feed(std::string_view piece)
{
    if (place_ == Place::behind)
        return true;
    waiting_ += piece;
    if (place_ == Place::before && !begin_rows())
        return false;
    if (place_ == Place::within && !read_rows())
        return false;
    return place_ == Place::behind || waiting_.size() <= limit::row_bytes_max;
}

bool SheetXml::begin_rows()
{
    constexpr std::string_view name = "sheetData";
    auto begin = element_begin(waiting_, name);
    auto close = begin == std::string::npos ? begin : waiting_.find('>', begin);
    if (close == std::string::npos)
        return true; // perhaps in the next piece
    if (position(waiting_, "<!DOCTYPE", 0) < begin)
        return false;
    auto prefix = waiting_.substr(begin + 1, waiting_.find(name, begin) - begin - 1);
    names_ = SheetNames(prefix);
    row_end_ = "</" + names_.row;
    end_ = "</" + prefix + std::string(name);
    place_ = waiting_[close - 1] == '/' ? Place::behind : Place::within;
    waiting_.erase(0, close + 1);
    return true;
}

// All whole rows that wait.
bool SheetXml::read_rows()
{
    std::size_t begin = 0;
    for (auto end = behind_end_tag(waiting_, row_end_, 0); end != std::string::npos && place_ == Place::within;
         end = behind_end_tag(waiting_, row_end_, begin)) {
        if (!read(begin, end))
            return false;
        begin = end;
    }
    begin = std::min(waiting_.find_first_not_of(spaces, begin), waiting_.size());
    auto end = position(waiting_, end_, begin);
    if (place_ == Place::within && end != std::string::npos) {
        // Rows that have nothing in them, "<row r="9"/>", may still stand before the end.
        if (end > begin && !read(begin, end))
            return false;
        place_ = Place::behind;
    }
    waiting_.erase(0, begin);
    return true;
}

// In place: the part is not needed again.
bool SheetXml::read(std::size_t begin, std::size_t end)
{
    constexpr auto how = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata_single;
    if (!fragment_.load_buffer_inplace(waiting_.data() + begin, end - begin, how, pugi::encoding_utf8))
        return false;
    for (const auto& row : fragment_.children())
        if (row.name() == names_.row && !take_(names_, row)) {
            place_ = Place::behind;
            break;
        }
    return true;
}

bool SheetXml::finish()
{
    if (place_ != Place::before)
        return place_ == Place::behind;
    // A sheet without rows.
    return position(waiting_, "<!DOCTYPE", 0) == std::string::npos &&
           fragment_.load_buffer(waiting_.data(), waiting_.size());
}

} // namespace phusa
