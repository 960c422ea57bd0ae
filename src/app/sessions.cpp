#include "app/sessions.hpp"

#include "app/recording.hpp"
#include "base/limits.hpp"
#include "base/sealing.hpp"
#include "storage/accounts.hpp"
#include "storage/api_tokens.hpp"
#include "storage/role_grants.hpp"
#include "storage/sign_ins.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

constexpr std::chrono::minutes seen_every{1}; // "last seen" costs a write

bool is_over(const storage::SignIn& sign_in, Clock::Time now)
{
    return sign_in.expires <= now || sign_in.seen + limit::session_idle_max <= now;
}

} // namespace

std::string token_hash(std::string_view token) { return to_hex(sha256(token)); }

OpenedSession open_session(App& app, storage::Transaction& transaction, const Actor& actor, std::string_view peer)
{
    OpenedSession opened{.token = random_token()};
    auto now = app.clock().now();
    storage::open_sign_in(transaction, {.token_hash = token_hash(opened.token),
                                        .account = *actor.account,
                                        .csrf = random_token(),
                                        .opened = now,
                                        .seen = now,
                                        .expires = now + limit::session_life_max});
    record(app, transaction, actor,
           {.action = "session.open",
            .subject = fmt::format("account:{}", actor.account->value),
            .details = {{"peer", std::string(peer)}}});
    return opened;
}

std::optional<SignedIn> signed_in_as(App& app, storage::Session& session, AccountId id)
{
    auto stored = storage::account(session, id);
    if (!stored || stored->account.disabled)
        return std::nullopt;
    SignedIn signed_in;
    signed_in.must_change_password = stored->account.must_change_password;
    signed_in.actor = {.account = id,
                       .name = std::move(stored->account.name),
                       .display_name = std::move(stored->account.display_name),
                       .grants = {}};
    auto today = app.today();
    for (const auto& grant : storage::role_grants_of(session, id))
        if (grant.valid.covers(today))
            signed_in.actor.grants.push_back(grant);
    return signed_in;
}

std::optional<SignedIn> session_of(App& app, std::string_view token)
{
    auto hash = token_hash(token);
    auto now = app.clock().now();
    std::optional<SignedIn> signed_in;
    bool is_to_touch = false;
    {
        auto session = app.database().read();
        auto stored = storage::sign_in(session, hash);
        if (!stored || is_over(*stored, now))
            return std::nullopt;
        signed_in = signed_in_as(app, session, stored->account);
        if (!signed_in)
            return std::nullopt;
        signed_in->csrf = std::move(stored->csrf);
        is_to_touch = now - stored->seen >= seen_every;
    }
    if (is_to_touch) {
        auto transaction = app.database().write();
        storage::touch_sign_in(transaction, hash, now);
        transaction.commit();
    }
    return signed_in;
}

std::optional<SignedIn> bearer_of(App& app, std::string_view token)
{
    auto now = app.clock().now();
    std::optional<SignedIn> signed_in;
    std::optional<storage::ApiToken> stored;
    {
        auto session = app.database().read();
        stored = storage::api_token(session, token_hash(token));
        if (!stored || stored->revoked || (stored->expires && *stored->expires <= now))
            return std::nullopt;
        signed_in = signed_in_as(app, session, stored->account);
        // Whoever must choose a new password first has no other way in either.
        if (!signed_in || signed_in->must_change_password)
            return std::nullopt;
    }
    if (!stored->last_used || now - *stored->last_used >= seen_every) {
        auto transaction = app.database().write();
        storage::touch_api_token(transaction, stored->id, now);
        transaction.commit();
    }
    return signed_in;
}

void sign_out(App& app, std::string_view token)
{
    auto transaction = app.database().write();
    auto stored = storage::sign_in(transaction, token_hash(token));
    if (!stored)
        return;
    storage::close_sign_in(transaction, stored->token_hash);
    storage::close_expired_sign_ins(transaction, app.clock().now());
    auto owner = storage::account(transaction, stored->account);
    record(app, transaction,
           {.account = stored->account, .name = owner->account.name, .display_name = {}, .grants = {}},
           {.action = "session.close", .subject = fmt::format("account:{}", stored->account.value)});
    transaction.commit();
}

void end_other_sessions(App& app, const Actor& actor, std::string_view token)
{
    auto transaction = app.database().write();
    storage::close_sign_ins_of(transaction, *actor.account, token_hash(token));
    record(app, transaction, actor,
           {.action = "session.end_others", .subject = fmt::format("account:{}", actor.account->value)});
    transaction.commit();
}

} // namespace phusa
