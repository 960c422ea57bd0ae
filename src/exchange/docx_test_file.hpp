#pragma once

#include "exchange/zipped_test.hpp"

#include <map>
#include <string>

// Word files of the tests, as small as they can be.
namespace phusa::docx
{

inline std::string part(const std::string& root, const std::string& content)
{
    return "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " +
           "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" + content + "</w:" + root + ">";
}
inline std::string body(const std::string& content) { return part("document", "<w:body>" + content + "</w:body>"); }
inline std::string document(const std::string& content) { return zipped({{"word/document.xml", body(content)}}); }
inline std::string run(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }
inline std::string in_paragraph(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }
inline std::string paragraph(const std::string& text) { return in_paragraph(run(text)); }

} // namespace phusa::docx
