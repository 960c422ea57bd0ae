#include "app/accounts.hpp"

#include "app/unit_names.hpp"
#include "web/api/api.hpp"
#include "web/site/form.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

#include <algorithm>

namespace phusa::web::api
{

namespace
{

constexpr std::string_view grant_schema = R"({
    "type": "object", "required": ["id", "role", "organisation", "from", "until"],
    "properties": {
        "id": {"type": "integer"}, "role": {"type": "string"},
        "organisation": {"type": "object", "required": ["id", "name"],
            "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
        "from": {"type": "string", "format": "date"},
        "until": {"type": ["string", "null"], "format": "date", "description": "The first day without it."}}})";

constexpr std::string_view account_schema = R"({
    "type": "object", "required": ["id", "name", "display_name", "disabled", "created", "last_signed_in", "person", "grants"],
    "properties": {
        "id": {"type": "integer"}, "name": {"type": "string"}, "display_name": {"type": "string"},
        "person": {"type": ["integer", "null"], "description": "Whose account it is, in this register."},
        "disabled": {"type": "boolean"}, "created": {"type": "string", "format": "date-time"},
        "last_signed_in": {"type": ["string", "null"], "format": "date-time"},
        "grants": {"type": "array", "items": {"$ref": "#/components/schemas/Grant"}}}})";

constexpr std::string_view new_account_schema = R"({
    "type": "object", "required": ["name", "display_name", "password", "role", "organisation"],
    "additionalProperties": false,
    "properties": {
        "name": {"type": "string"}, "display_name": {"type": "string"}, "password": {"type": "string"},
        "role": {"type": "string"}, "organisation": {"type": "integer"},
        "until": {"type": "string", "format": "date", "description": "The first day without the role."},
        "person": {"type": "integer", "description": "Whose account it is, in this register."}}})";

constexpr std::string_view linked_person_schema = R"({
    "type": "object", "required": ["person"], "additionalProperties": false,
    "properties": {"person": {"type": "integer"}}})";

constexpr std::string_view new_grant_schema = R"({
    "type": "object", "required": ["role", "organisation"], "additionalProperties": false,
    "properties": {
        "role": {"type": "string"}, "organisation": {"type": "integer"},
        "from": {"type": "string", "format": "date", "description": "Today where absent."},
        "until": {"type": "string", "format": "date", "description": "The first day without it."}}})";

boost::json::value json_of(App& app, const RoleGrant& grant)
{
    boost::json::object object{
        {"id", grant.id.value},
        {"role", key_of(grant.role)},
        {"organisation", {{"id", grant.organisation.value}, {"name", unit_name(app, grant.organisation)}}},
        {"from", grant.valid.first.iso()},
        {"until", nullptr}};
    if (grant.valid.until)
        object["until"] = grant.valid.until->iso();
    return object;
}

boost::json::value json_of(App& app, const Actor& actor, const Account& account)
{
    boost::json::array grants;
    for (const auto& grant : account.grants)
        grants.push_back(json_of(app, grant));
    boost::json::object object{{"id", account.id.value},
                               {"name", account.name},
                               {"display_name", account.display_name},
                               {"disabled", account.disabled},
                               {"created", iso_time(account.created)},
                               {"last_signed_in", nullptr},
                               {"person", nullptr},
                               {"grants", std::move(grants)}};
    if (account.last_signed_in)
        object["last_signed_in"] = iso_time(*account.last_signed_in);
    if (auto person = linked_person(app, actor, account.id); person && *person)
        object["person"] = (*person)->id.value;
    return object;
}

// By name; the cursor is the last name of the page before.
Result<Response> list(Site& site, const Request& request)
{
    auto rows = TRY(rows_asked(request));
    auto found = TRY(list_accounts(site.app(), asking(request), request.query.text("q")));
    auto total = found.size();
    auto cursor = request.query.text("cursor");
    auto first = std::ranges::find_if(found, [cursor](const Account& account) { return account.name > cursor; });
    boost::json::array items;
    for (; first != found.end() && items.size() < rows; ++first)
        items.push_back(json_of(site.app(), asking(request), *first));
    boost::json::object page{{"items", std::move(items)}, {"next", nullptr}, {"total", total}};
    if (first != found.end())
        page["next"] = std::prev(first)->name;
    return json(boost::json::serialize(page));
}

Result<Response> show(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Account>("id"));
    auto account = TRY(show_account(site.app(), asking(request), id));
    return json(boost::json::serialize(json_of(site.app(), asking(request), account)));
}

Result<Response> add(Site& site, const Request& request)
{
    auto fields =
        TRY(read_json(request, {"name", "display_name", "password", "role", "organisation", "until", "person"}));
    FormReader form(fields);
    NewAccount wanted{.name = form.text("name", Need::required),
                      .display_name = form.text("display_name", Need::required),
                      .password = form.secret("password"),
                      .role = form.choice("role", role, Need::required),
                      .organisation = form.id<struct phusa::Organisation>("organisation", Need::required),
                      .until = form.date("until"),
                      .person = form.id<struct phusa::Person>("person")};
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    auto id = TRY(add_account(site.app(), asking(request), wanted));
    auto account = TRY(show_account(site.app(), asking(request), id));
    return json(boost::json::serialize(json_of(site.app(), asking(request), account)), 201);
}

Result<Response> grant(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Account>("id"));
    TRY(show_account(site.app(), asking(request), id)); // the gate before what was sent
    auto fields = TRY(read_json(request, {"role", "organisation", "from", "until"}));
    FormReader form(fields);
    auto wanted = form.choice("role", role, Need::required);
    auto unit = form.id<struct phusa::Organisation>("organisation", Need::required);
    Validity valid{.first = form.date("from").value_or(site.app().today()), .until = form.date("until")};
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    TRY_DO(grant_role(site.app(), asking(request), id, *wanted, unit.value_or(OrganisationId()), valid));
    auto account = TRY(show_account(site.app(), asking(request), id));
    return json(boost::json::serialize(json_of(site.app(), asking(request), account)), 201);
}

Result<Response> set_person(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Account>("id"));
    TRY(show_account(site.app(), asking(request), id)); // the gate before what was sent
    auto fields = TRY(read_json(request, {"person"}));
    FormReader form(fields);
    auto person = form.id<struct phusa::Person>("person", Need::required);
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    TRY_DO(link_person(site.app(), asking(request), id, person));
    auto account = TRY(show_account(site.app(), asking(request), id));
    return json(boost::json::serialize(json_of(site.app(), asking(request), account)));
}

Result<Response> unset_person(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Account>("id"));
    TRY_DO(link_person(site.app(), asking(request), id, std::nullopt));
    return Response{.status = 204};
}

Result<Response> end(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct phusa::Account>("id"));
    auto ended = TRY(request.id<struct phusa::RoleGrant>("grant"));
    TRY_DO(end_grant(site.app(), asking(request), id, ended));
    return Response{.status = 204};
}

} // namespace

void add_account_doors(Site& site)
{
    site.api().add_schema("Grant", std::string(grant_schema));
    site.api().add_schema("Account", std::string(account_schema));
    site.api().add_schema("NewAccount", std::string(new_account_schema));
    site.api().add_schema("LinkedPerson", std::string(linked_person_schema));
    site.api().add_schema("NewGrant", std::string(new_grant_schema));
    add_api(site, Method::get, "/api/v1/accounts",
            {.summary = "Accounts within the asker's subtrees, by name",
             .answers = "Account",
             .is_list = true,
             .parameters = {{.name = "q", .description = "parts of the name, with or without marks"}}},
            list);
    add_api(site, Method::post, "/api/v1/accounts",
            {.summary = "Adds an account; its owner must change the password on first sign-in",
             .answers = "Account",
             .reads = "NewAccount"},
            add);
    add_api(site, Method::get, "/api/v1/accounts/{id:account}",
            {.summary = "One account with its grants", .answers = "Account"}, show);
    add_api(site, Method::post, "/api/v1/accounts/{id:account}/grants",
            {.summary = "Grants a role on an organisation and everything below it",
             .answers = "Account",
             .reads = "NewGrant"},
            grant);
    add_api(site, Method::post, "/api/v1/accounts/{id:account}/person",
            {.summary = "Says whose account it is: rights by relation follow from it",
             .answers = "Account",
             .reads = "LinkedPerson"},
            set_person);
    add_api(site, Method::del, "/api/v1/accounts/{id:account}/person", {.summary = "The account is nobody's any more"},
            unset_person);
    add_api(site, Method::del, "/api/v1/accounts/{id:account}/grants/{grant:role_grant}",
            {.summary = "Ends a grant at once"}, end);
}

} // namespace phusa::web::api
