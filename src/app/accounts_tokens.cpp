#include "app/account_reach.hpp"
#include "app/accounts.hpp"
#include "app/recording.hpp"
#include "app/sessions.hpp"
#include "base/limits.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "storage/accounts.hpp"
#include "storage/api_tokens.hpp"
#include "storage/database.hpp"

#include <algorithm>

namespace phusa
{

namespace
{

// A day ends at midnight in Viet Nam, which is UTC+7 all year.
Clock::Time end_of_day(Date day) { return Clock::Time(day.plus_days(1).sys_days()) - std::chrono::hours(7); }

Date last_day(Clock::Time end)
{
    return Date(std::chrono::floor<std::chrono::days>(end + std::chrono::hours(7) - std::chrono::milliseconds(1)));
}

bool is_live(const storage::ApiToken& token, Clock::Time now)
{
    return !token.revoked && (!token.expires || *token.expires > now);
}

// The owner, or somebody who may change the account.
Result<Account> owned_or_changeable(App& app, storage::Session& session, const Actor& actor, AccountId owner)
{
    if (actor.account == owner)
        if (auto account = account_with_grants(session, owner))
            return std::move(*account);
    return changeable(app, Gate(app, actor), session, actor, owner);
}

} // namespace

Result<std::string> make_api_token(App& app, const Actor& actor, AccountId owner, std::string_view label,
                                   std::optional<Date> expires)
{
    auto name = clean_text(label);
    if (name.empty() || code_points(name) > limit::name_length_max)
        return invalid("label", "Hãy ghi khoá này dùng vào việc gì, không quá 120 ký tự.");
    if (expires && *expires < app.today())
        return invalid("expires", "Ngày hết hạn không được ở trong quá khứ.");
    if (!actor.is_program() && actor.account != owner)
        return problem(Problem::Kind::refused, "Mỗi người tự tạo khoá truy cập cho tài khoản của mình.");
    auto token = random_token();
    auto transaction = app.database().write();
    auto account = account_with_grants(transaction, owner);
    if (!account || account->disabled)
        return problem(Problem::Kind::not_found, "Không có tài khoản này, hoặc tài khoản đã bị khoá.");
    auto id =
        storage::add_api_token(transaction, {.id = {},
                                             .token_hash = token_hash(token),
                                             .account = owner,
                                             .label = name,
                                             .created = app.clock().now(),
                                             .expires = expires ? std::optional(end_of_day(*expires)) : std::nullopt,
                                             .last_used = {},
                                             .revoked = {}});
    record(app, transaction, actor,
           {.action = "token.make",
            .subject = subject_of(owner),
            .details = {{"name", account->name},
                        {"token", std::to_string(id.value)},
                        {"label", name},
                        {"expires", expires ? expires->iso() : ""}}});
    transaction.commit();
    return token;
}

Result<std::vector<ApiToken>> list_api_tokens(App& app, const Actor& actor, AccountId owner)
{
    auto session = app.database().read();
    TRY(owned_or_changeable(app, session, actor, owner));
    std::vector<ApiToken> live;
    for (const auto& token : storage::api_tokens_of(session, owner))
        if (is_live(token, app.clock().now()))
            live.push_back({.id = ApiTokenId(token.id.value),
                            .label = token.label,
                            .created = token.created,
                            .expires = token.expires ? std::optional(last_day(*token.expires)) : std::nullopt,
                            .last_used = token.last_used});
    std::ranges::sort(live, std::ranges::greater(), &ApiToken::id);
    return live;
}

Result<void> revoke_api_token(App& app, const Actor& actor, AccountId owner, ApiTokenId token)
{
    auto transaction = app.database().write();
    auto account = TRY(owned_or_changeable(app, transaction, actor, owner));
    TRY_DO(storage::revoke_api_token(transaction, owner, storage::ApiTokenId(token.value), app.clock().now()));
    record(app, transaction, actor,
           {.action = "token.revoke",
            .subject = subject_of(owner),
            .details = {{"name", account.name}, {"token", std::to_string(token.value)}}});
    transaction.commit();
    return {};
}

} // namespace phusa
