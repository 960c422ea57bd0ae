#include "web/views/templates.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <thread>

namespace phusa::web
{

namespace
{

using Files = std::map<std::string, std::string, std::less<>>;

Templates templates(Files files)
{
    return Templates([files = std::move(files)](std::string_view name) {
        auto found = files.find(name);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    });
}

std::string shown(std::string text, const View& view) { return templates({{"a", std::move(text)}}).render("a", view); }

} // namespace

TEST(Templates, EscapeWhatCouldBreakOut)
{
    View view;
    view.set("name", "<b title='x' id=\"y\">&Đào</b>").set("body", "<p>").set("icon_html", "<i>");
    EXPECT_EQ(shown("{{name}}", view), "&lt;b title=&#39;x&#39; id=&quot;y&quot;&gt;&amp;Đào&lt;/b&gt;");
    EXPECT_EQ(shown("{{{body}}}{{{icon_html}}}{{body}}", view), "<p><i>&lt;p&gt;");
}

TEST(Templates, ShowListsSectionsAndDottedNames)
{
    View rows;
    rows.add(View().set("name", "An").set("tags", View(View::List{"x", "y"})));
    rows.add(View().set("name", "Bình").set("tags", View::List{}));
    View view;
    view.set("rows", rows).set("unit", View().set("name", "Chi bộ 1").set("head", View().set("name", "Lê")));
    view.set("yes", true).set("no", false).set("empty", "").set("count", 1234);
    EXPECT_EQ(shown("{{#rows}}{{name}}:{{#tags}}[{{.}}]{{/tags}}{{^tags}}-{{/tags}};{{/rows}}", view),
              "An:[x][y];Bình:-;");
    EXPECT_EQ(shown("{{unit.head.name}} {{#unit}}{{name}}{{/unit}} {{unit.none.name}}", view), "Lê Chi bộ 1 ");
    EXPECT_EQ(shown("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^no}}3{{/no}}{{#empty}}4{{/empty}}{{^empty}}5{{/empty}}", view),
              "135");
    EXPECT_EQ(shown("{{#none}}1{{/none}}{{^none}}2{{/none}}{{none}}{{count}}{{yes}}", view), "21234");
    EXPECT_EQ(shown("{{#unit}}{{#rows}}{{unit.name}}{{/rows}}{{/unit}}", view), "Chi bộ 1Chi bộ 1");
}

TEST(Templates, ListsInsideListsStayInStep)
{
    View outer;
    for (int i = 0; i < 3; ++i) {
        View inner;
        for (int j = 0; j < 2; ++j)
            inner.add(View().set("n", i * 10 + j).set("again", View::List{"a", "b"}));
        outer.add(View().set("inner", std::move(inner)));
    }
    View view;
    view.set("outer", std::move(outer));
    EXPECT_EQ(shown("{{#outer}}{{#inner}}{{n}}{{#again}}{{.}}{{/again}}{{#again}}{{n}}{{/again}},{{/inner}}|{{/outer}}",
                    view),
              "0ab00,1ab11,|10ab1010,11ab1111,|20ab2020,21ab2121,|");
}

TEST(Templates, PutPartialsIn)
{
    auto all = templates({{"people/list", "<ul>{{#rows}}{{>layout/row}}{{/rows}}</ul>"},
                          {"layout/row", "<li>{{>layout/name}}</li>\n"},
                          {"layout/name", "{{name}}"}});
    View view;
    view.set("rows", View::List{View().set("name", "An"), View().set("name", "<")});
    EXPECT_EQ(all.render("people/list", view), "<ul><li>An</li><li>&lt;</li></ul>");
}

TEST(Templates, APartialMayContainItself)
{
    auto all =
        templates({{"tree", "<ul>{{>node}}</ul>"},
                   {"node", "{{#units}}<li>{{name}}{{#has_units}}<ul>{{>node}}</ul>{{/has_units}}</li>{{/units}}"}});
    View cell = View().set("name", "Chi bộ").set("has_units", false).set("units", View::List{});
    View commune = View().set("name", "Xã").set("has_units", true).set("units", View::List{cell, cell});
    View view;
    view.set("units", View::List{commune});
    EXPECT_EQ(all.render("tree", view), "<ul><li>Xã<ul><li>Chi bộ</li><li>Chi bộ</li></ul></li></ul>");
}

TEST(Templates, DropIndentationButNotInTextAreas)
{
    EXPECT_EQ(shown("<p>\n    a  \n\n\t<b>\n  {{#yes}}\n  c\n  {{/yes}}\n</p>", View().set("yes", true)),
              "<p>\na\n<b>\nc\n</p>");
    EXPECT_EQ(shown("<textarea>\n  {{text}}</textarea>", View().set("text", " x\n  y")),
              "<textarea>\n   x\n  y</textarea>");
}

TEST(Templates, AMissingOrBrokenFileIsNamed)
{
    auto all = templates({{"page", "{{>layout/none}}"}, {"open", "{{#a}}x"}, {"tag", "{{a"}, {"close", "{{/a}}"}});
    for (auto name : {"none", "page", "open", "tag", "close"})
        EXPECT_THROW(all.render(name, {}), std::runtime_error) << name;
    try {
        all.check({"page"});
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(),
                     "there is no template src/web/layout/none.mustache, which src/web/page.mustache asks for");
    }
}

TEST(Templates, KeepNothingWhileTheyAreWritten)
{
    std::string text = "1";
    Templates all([&](std::string_view) { return std::optional(text); }, Templates::Keep::nothing);
    EXPECT_EQ(all.render("a", {}), "1");
    text = "2";
    EXPECT_EQ(all.render("a", {}), "2");
}

// One parsed copy serves all threads; run under the thread sanitizer this shows that nothing is written to.
TEST(Templates, ServeManyThreadsAtOnce)
{
    auto all = templates({{"page", "{{#rows}}{{>row}}{{/rows}}{{^none}}{{title}}{{/none}}{{>tree}}"},
                          {"row", "<li>{{name}}</li>"},
                          {"tree", "{{#sub}}{{title}}{{>tree}}{{/sub}}"}});
    std::vector<std::jthread> threads;
    std::vector<std::string> results(8);
    for (std::size_t i = 0; i < results.size(); ++i)
        threads.emplace_back([&, i] {
            View view;
            view.set("title", std::to_string(i)).set("rows", View::List{View().set("name", "n" + std::to_string(i))});
            view.set("sub", View::List{View().set("sub", View::List{View().set("sub", false)})});
            for (int round = 0; round < 200; ++round)
                results[i] = all.render("page", view);
        });
    threads.clear();
    for (std::size_t i = 0; i < results.size(); ++i)
        EXPECT_EQ(results[i],
                  "<li>n" + std::to_string(i) + "</li>" + std::to_string(i) + std::to_string(i) + std::to_string(i));
}

// Every page that this program carries.
TEST(Templates, OfThisProgramAreWhole) { EXPECT_NO_THROW(check_templates()); }

} // namespace phusa::web
