#include "app/sign_in.hpp"

#include "app/recording.hpp"
#include "app/sessions.hpp"
#include "base/limits.hpp"
#include "base/sealing.hpp"
#include "base/text.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/sign_ins.hpp"

#include <fmt/core.h>

namespace phusa
{

namespace
{

// An office behind one address has many people; a machine that guesses has no patience.
constexpr int peer_failures_before_back_off = 30;

std::unexpected<Problem> wrong_pair()
{
    return problem(
        Problem::Kind::invalid,
        "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.");
}

std::unexpected<Problem> too_many(Clock::Time until, Clock::Time now)
{
    auto minutes = std::chrono::ceil<std::chrono::minutes>(until - now).count();
    return problem(
        Problem::Kind::too_many,
        fmt::format("Đã nhập sai nhiều lần. Hãy thử lại sau {} phút, hoặc nhờ người quản trị đặt lại mật khẩu.",
                    minutes));
}

// A hash of nothing that anybody knows: an unknown name takes as long as a known one.
const std::string& nobodys_hash()
{
    static const std::string hash = hash_password(random_token());
    return hash;
}

Actor as_actor(const Account& account)
{
    return {.account = account.id, .name = account.name, .display_name = account.display_name, .grants = {}};
}

// The name that was tried is kept only where it is an account's: people type their password there by mistake.
void record_refusal(App& app, storage::Transaction& transaction, const std::optional<storage::StoredAccount>& known,
                    std::string_view reason, std::string_view peer)
{
    Change change{.action = "session.refuse",
                  .subject = known ? fmt::format("account:{}", known->account.id.value) : "",
                  .details = {{"reason", std::string(reason)}, {"peer", std::string(peer)}}};
    record(app, transaction, known ? as_actor(known->account) : Actor::program("?"), change);
}

struct Try {
    std::string_view name;
    std::string_view peer;
    std::string name_key; // in the brake
    std::string peer_key;
    Clock::Time now;
};

std::optional<Clock::Time> blocked_until(App& app, const std::optional<storage::StoredAccount>& known, const Try& tried)
{
    auto until = app.brake().blocked_until(tried.peer_key, tried.now);
    if (known && known->blocked_until && *known->blocked_until > tried.now)
        until = std::max(until.value_or(tried.now), *known->blocked_until);
    if (!known)
        until = std::max(until, app.brake().blocked_until(tried.name_key, tried.now));
    return until;
}

void note_failure(App& app, const Try& tried, std::string_view reason)
{
    if (!tried.peer_key.empty())
        app.brake().note_failure(tried.peer_key, peer_failures_before_back_off, tried.now);
    auto transaction = app.database().write();
    auto known = storage::account_named(transaction, tried.name);
    if (known) {
        int failures = known->failures + 1;
        auto wait = sign_in_wait(failures, limit::sign_in_failures_before_back_off);
        auto until = wait.count() > 0 ? std::optional(tried.now + wait) : std::nullopt;
        storage::note_failure(transaction, known->account.id, failures, until);
    } else {
        app.brake().note_failure(tried.name_key, limit::sign_in_failures_before_back_off, tried.now);
    }
    record_refusal(app, transaction, known, known ? reason : "unknown", tried.peer);
    transaction.commit();
}

} // namespace

Result<OpenedSession> sign_in(App& app, std::string_view name, std::string_view password, std::string_view peer)
{
    auto wanted = lower_case(clean_text(name));
    Try tried{.name = wanted,
              .peer = peer,
              .name_key = "name:" + to_hex(sha256(wanted)),
              .peer_key = fmt::format("peer:{}", peer),
              .now = app.clock().now()};
    std::optional<storage::StoredAccount> known;
    {
        auto session = app.database().read();
        known = storage::account_named(session, wanted);
    }
    if (auto until = blocked_until(app, known, tried))
        return too_many(*until, tried.now);

    bool has_password = known && !known->password_hash.empty();
    bool is_right = password_matches(has_password ? known->password_hash : nobodys_hash(), password);
    if (!is_right || !has_password || known->account.disabled) {
        note_failure(app, tried, known && known->account.disabled && is_right ? "disabled" : "password");
        return wrong_pair();
    }
    auto transaction = app.database().write();
    // Read again: others may have guessed, disabled it or changed the password while ours was hashed.
    auto still = storage::account(transaction, known->account.id);
    if (!still || still->account.disabled || still->password_hash != known->password_hash)
        return wrong_pair();
    if (still->blocked_until && *still->blocked_until > tried.now)
        return too_many(*still->blocked_until, tried.now);
    storage::note_sign_in(transaction, known->account.id, tried.now);
    auto opened = open_session(app, transaction, as_actor(known->account), peer);
    transaction.commit();
    return opened;
}

Result<OpenedSession> change_own_password(App& app, const Actor& actor, std::string_view current,
                                          std::string_view wanted)
{
    TRY_DO(check_password(wanted, actor.name));
    std::optional<storage::StoredAccount> known;
    {
        auto session = app.database().read();
        known = storage::account(session, *actor.account);
    }
    auto now = app.clock().now();
    if (!known || known->account.disabled)
        return wrong_pair();
    if (known->blocked_until && *known->blocked_until > now)
        return too_many(*known->blocked_until, now);
    if (!password_matches(known->password_hash, current)) {
        note_failure(app, {.name = actor.name, .peer = {}, .name_key = {}, .peer_key = {}, .now = now}, "password");
        return invalid("current_password", "Mật khẩu hiện tại không đúng.");
    }
    if (current == wanted)
        return invalid("password", "Mật khẩu mới phải khác mật khẩu hiện tại.");
    auto hash = hash_password(wanted);
    auto transaction = app.database().write();
    storage::set_password(transaction, *actor.account, hash, false);
    storage::close_sign_ins_of(transaction, *actor.account);
    record(app, transaction, actor,
           {.action = "account.change_password", .subject = fmt::format("account:{}", actor.account->value)});
    auto opened = open_session(app, transaction, actor, {});
    transaction.commit();
    return opened;
}

} // namespace phusa
