#include "base/embedded.hpp"
#include "web/style_guide/sample.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace phusa::web::style_guide
{

namespace
{

// Views that stand around a page or inside another view, or have a page of their own.
const std::set<std::string, std::less<>> shown_elsewhere{"page", "plain"};

std::string page() { return render("style_guide/show", sample().set("assets", View().set("icons_svg", "/icons.svg"))); }

// Every `name="…"` of the page.
std::multiset<std::string> values_of(const std::string& html, std::string_view attribute)
{
    std::multiset<std::string> values;
    auto opening = " " + std::string(attribute) + "=\"";
    for (auto at = html.find(opening); at != std::string::npos; at = html.find(opening, at + 1)) {
        auto begin = at + opening.size();
        values.insert(html.substr(begin, html.find('"', begin) - begin));
    }
    return values;
}

// The names of the partials that a mustache file and its partials use.
void add_partials(std::string_view name, std::set<std::string, std::less<>>& found)
{
    auto text = embedded_file("src/web/" + std::string(name) + ".mustache").value();
    for (auto at = text.find("{{>"); at != std::string_view::npos; at = text.find("{{>", at + 1)) {
        auto used = text.substr(at + 3, text.find("}}", at) - at - 3);
        if (found.emplace(used).second)
            add_partials(used, found);
    }
}

} // namespace

TEST(StyleGuide, ShowsEveryReusableView)
{
    std::set<std::string, std::less<>> shown;
    add_partials("style_guide/show", shown);
    add_partials("layout/page", shown);
    for (auto path : embedded_paths("src/web/layout/")) {
        auto name = path.substr(path.rfind('/') + 1);
        name.remove_suffix(std::string_view(".mustache").size());
        EXPECT_TRUE(shown.contains("layout/" + std::string(name)) || shown_elsewhere.contains(name)) << name;
    }
}

TEST(StyleGuide, NamesEveryPlaceOnce)
{
    auto ids = values_of(page(), "id");
    EXPECT_GT(ids.size(), 20);
    for (const auto& id : ids)
        EXPECT_EQ(ids.count(id), 1) << id;
}

TEST(StyleGuide, LinksLeadSomewhere)
{
    auto html = page();
    auto ids = values_of(html, "id");
    for (const auto& href : values_of(html, "href")) {
        EXPECT_FALSE(href.empty());
        bool leads = !href.starts_with('#') || ids.contains(href.substr(1));
        EXPECT_TRUE(leads) << href;
    }
}

TEST(StyleGuide, DescribesFieldsByWhatIsThere)
{
    auto html = page();
    auto ids = values_of(html, "id");
    for (const auto& described : values_of(html, "aria-describedby")) {
        for (std::size_t at = 0; at < described.size();) {
            auto end = std::min(described.find(' ', at), described.size());
            EXPECT_TRUE(ids.contains(described.substr(at, end - at))) << described;
            at = end + 1;
        }
    }
}

} // namespace phusa::web::style_guide
