#pragma once

#include "base/result.hpp"

#include <memory>
#include <string_view>

namespace phusa
{

// What happens while XML streams by. Names come without their namespace: "c" for <x:c>.
class XmlListener
{
public:
    // The attributes of one element, valid while it begins.
    class Attributes
    {
    public:
        explicit Attributes(const char** pairs) : pairs_(pairs) {}
        // Empty where there is none; `name` without namespace.
        std::string_view operator[](std::string_view name) const;

    private:
        const char** pairs_;
    };

    virtual ~XmlListener() = default;
    virtual void begins(std::string_view element, const Attributes& attributes) = 0;
    virtual void ends(std::string_view element) = 0;
    virtual void text(std::string_view piece) = 0;
};

// Reads XML piece by piece without keeping it (expat). Document types, and with them entities, are refused; so is what
// is deeper than limit::xml_depth_max, and a tag longer than limit::xml_token_bytes_max, for which expat keeps memory.
class XmlStream
{
public:
    explicit XmlStream(XmlListener& listener);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    // False where it is not well-formed.
    bool feed(std::string_view piece);
    bool finish();

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

} // namespace phusa
