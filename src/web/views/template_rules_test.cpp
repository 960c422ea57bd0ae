#include "web/views/template_rules.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace phusa::web
{

TEST(TemplateRules, AllowOrdinaryPages)
{
    for (auto text :
         {"<a href=\"{{href}}\" class='b {{#on}}c{{/on}}'>x</a>",
          "<option value=\"1\"{{#selected}} selected{{/selected}}>",
          "<script src=\"{{assets.app_js}}\" type=\"module\"></script>", "{{{body}}} {{{chart_html}}} {{& body }}",
          "1 < 2 = {{x}}", "<!-- <style> -->", "<input {{>layout/attributes}} required>", "<p>on=1 style=2</p>",
          "{{! <style> in a comment }}", "<td data-online=\"{{x}}\">"})
        EXPECT_NO_THROW(check_template_rules("a", text)) << text;
}

TEST(TemplateRules, RefuseWhatThePolicyStopsOrValuesCouldBreak)
{
    for (auto text :
         {"<a href={{href}}>", "<a href = {{href}}>", "<style>p{}</style>", "<p style=\"color:red\">", "<p STYLE='x'>",
          "<a onclick=\"x()\">", "<a hx-on:click=\"x()\">", "<script>x()</script>",
          "<script type=\"module\">x</script>", "<a href=\"javascript:x()\">", "<a href=\"JavaScript:x()\">",
          "{{{name}}}", "{{&name}}", "<p title=\"{{{name}}}\">", "{{=<% %>=}}", "<p title=\"x>", "{{name", "<!-- x"})
        EXPECT_THROW(check_template_rules("a", text), std::runtime_error) << text;
}

TEST(TemplateRules, NameTheLine)
{
    try {
        check_template_rules("people/show", "<p>\n<b>\n<i style=\"x\">");
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(),
                     "src/web/people/show.mustache:3: the attribute style is stopped by the Content-Security-Policy");
    }
}

} // namespace phusa::web
