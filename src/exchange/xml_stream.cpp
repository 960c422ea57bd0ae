#include "exchange/xml_stream.hpp"

#include "exchange/xml_limits.hpp"

#include <exception>
#include <expat.h>
#include <new>

namespace phusa
{

namespace
{

std::string_view local(const char* name)
{
    std::string_view whole = name;
    return whole.substr(whole.find(':') + 1); // npos + 1 is 0
}

} // namespace

std::string_view XmlListener::Attributes::operator[](std::string_view name) const
{
    for (const char** pair = pairs_; *pair; pair += 2)
        if (local(pair[0]) == name)
            return pair[1];
    return {};
}

struct XmlStream::Parser {
    XmlListener& listener;
    XML_Parser expat = XML_ParserCreate(nullptr);
    std::exception_ptr thrown = {};
    std::size_t depth = 0;
    std::size_t silent_bytes = 0; // fed since the last thing that was told

    explicit Parser(XmlListener& of) : listener(of)
    {
        if (!expat)
            throw std::bad_alloc();
    }
    ~Parser() { XML_ParserFree(expat); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    // An exception may not pass through the C library: it stops reading and is thrown on behind it.
    template<typename Tell>
    void tell(Tell tell)
    {
        if (thrown)
            return;
        silent_bytes = 0;
        try {
            tell();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(expat, XML_FALSE);
        }
    }

    bool parse(std::string_view piece, bool last)
    {
        silent_bytes += piece.size();
        auto status = XML_Parse(expat, piece.data(), static_cast<int>(piece.size()), last);
        if (thrown)
            std::rethrow_exception(thrown);
        return status == XML_STATUS_OK && silent_bytes <= limit::xml_token_bytes_max;
    }

    static void begins(void* self, const char* name, const char** attributes)
    {
        auto& parser = *static_cast<Parser*>(self);
        if (++parser.depth > limit::xml_depth_max)
            XML_StopParser(parser.expat, XML_FALSE);
        parser.tell([&] { parser.listener.begins(local(name), XmlListener::Attributes(attributes)); });
    }
    static void ends(void* self, const char* name)
    {
        auto& parser = *static_cast<Parser*>(self);
        --parser.depth;
        parser.tell([&] { parser.listener.ends(local(name)); });
    }
    static void text(void* self, const char* piece, int length)
    {
        auto& parser = *static_cast<Parser*>(self);
        parser.tell([&] { parser.listener.text({piece, static_cast<std::size_t>(length)}); });
    }
    static void doctype(void* self, const char*, const char*, const char*, int)
    {
        XML_StopParser(static_cast<Parser*>(self)->expat, XML_FALSE);
    }
};

XmlStream::XmlStream(XmlListener& listener) : parser_(std::make_unique<Parser>(listener))
{
    XML_SetUserData(parser_->expat, parser_.get());
    XML_SetElementHandler(parser_->expat, Parser::begins, Parser::ends);
    XML_SetCharacterDataHandler(parser_->expat, Parser::text);
    XML_SetStartDoctypeDeclHandler(parser_->expat, Parser::doctype);
}

XmlStream::~XmlStream() = default;

bool XmlStream::feed(std::string_view piece) { return parser_->parse(piece, false); }
bool XmlStream::finish() { return parser_->parse({}, true); }

} // namespace phusa
