#include "web/api/api.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace phusa::web
{
namespace
{

Request with_body(std::string body, std::string content_type = "application/json")
{
    return Request::read({.method = "POST",
                          .target = "/api/v1/things",
                          .headers = {{"Content-Type", std::move(content_type)}},
                          .body = std::move(body)})
        .value();
}

TEST(ReadJson, GivesTheFieldsOfAFormReader)
{
    auto fields = read_json(with_body(R"({"name":"Đào","count":7,"is_new":true,"until":null})"),
                            {"name", "count", "is_new", "until"});
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->text("name"), "Đào");
    EXPECT_EQ(fields->text("count"), "7");
    EXPECT_EQ(fields->text("is_new"), "true");
    EXPECT_FALSE(fields->has("until"));
}

TEST(ReadJson, NamesWhatItCannotRead)
{
    EXPECT_EQ(read_json(with_body(R"({"nam":"x"})"), {"name"}).error().fields.front().name, "nam");
    EXPECT_EQ(read_json(with_body(R"({"name":["x"]})"), {"name"}).error().fields.front().name, "name");
    EXPECT_EQ(read_json(with_body(R"({"name":"a\u0000b"})"), {"name"}).error().fields.front().name, "name");
    for (auto bad : {"", "[]", "7", "{", "{\"name\":}"})
        EXPECT_FALSE(read_json(with_body(bad), {"name"})) << bad;
    EXPECT_FALSE(read_json(with_body("name=x", "application/x-www-form-urlencoded"), {"name"}));
}

TEST(RowsAsked, HasADefaultAndALimit)
{
    EXPECT_EQ(rows_asked(Request::get("/x")).value(), limit::page_rows);
    EXPECT_EQ(rows_asked(Request::get("/x?limit=1")).value(), 1U);
    for (auto bad : {"0", "-1", "201", "ten", "1+"})
        EXPECT_FALSE(rows_asked(Request::get(std::string("/x?limit=") + bad))) << bad;
}

TEST(OpenApi, DescribesDoorsFromTheirPatterns)
{
    ApiDescription description;
    description.add_schema("Thing", R"({"type":"object"})");
    description.add({.method = Method::get,
                     .pattern = "/api/v1/things/{id:thing}/parts/{code}",
                     .operation = {.summary = "Parts", .answers = "Thing", .is_list = true}});
    auto document = boost::json::parse(description.openapi());
    const auto& get = document.at("paths").at("/api/v1/things/{id}/parts/{code}").at("get");
    EXPECT_EQ(get.at("parameters").at(0).at("schema").at("type").as_string(), "integer");
    EXPECT_EQ(get.at("parameters").at(1).at("schema").at("type").as_string(), "string");
    EXPECT_EQ(get.at("parameters").as_array().size(), 4U);
    EXPECT_TRUE(get.at("responses").as_object().contains("default"));
}

} // namespace
} // namespace phusa::web
