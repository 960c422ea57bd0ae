#!/usr/bin/env bash
# A PostgreSQL 15 of our own for the tests: on a free port, in a scratch folder, as an unprivileged user, gone afterwards.
#
#   tests/harness/postgres.sh COMMAND...   runs COMMAND with PHUSA_TEST_POSTGRESQL set, then stops the server
#   . tests/harness/postgres.sh            gives start_postgres and stop_postgres
#
# PHUSA_TEST_POSTGRESQL is postgresql://phusa@127.0.0.1:PORT/postgres, a superuser without a password on loopback: a test
# makes its own database there (CREATE DATABASE, database.mjs) and drops it. Nothing is synced to disk: not for keeping.

postgres_bin=/usr/lib/postgresql/15/bin
postgres_scratch=

as_postgres_user() {
    if [ "$(id -u)" = 0 ]; then
        (cd "$postgres_scratch" && runuser -u nobody -- "$@")
    else
        (cd "$postgres_scratch" && "$@")
    fi
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (: </dev/tcp/127.0.0.1/$port) 2>/dev/null || { printf '%s\n' $port; return; }
    done
}

start_postgres() {
    local port attempt
    [ -x "$postgres_bin/initdb" ] || { echo "PostgreSQL 15 is missing: run bin/setup" >&2; return 1; }
    postgres_scratch=$(mktemp -d "${TMPDIR:-/tmp}/phusa-postgres.XXXXXX")
    [ "$(id -u)" != 0 ] || chown nobody "$postgres_scratch"
    as_postgres_user "$postgres_bin/initdb" --pgdata="$postgres_scratch/data" --username=phusa --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null || return 1
    for attempt in 1 2 3 4 5; do
        port=$(free_port)
        if as_postgres_user "$postgres_bin/pg_ctl" --pgdata="$postgres_scratch/data" --log="$postgres_scratch/log" --wait --silent \
            --options="-p $port -h 127.0.0.1 -k $postgres_scratch -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
            start >/dev/null; then
            export PHUSA_TEST_POSTGRESQL=postgresql://phusa@127.0.0.1:$port/postgres
            return
        fi
    done
    cat "$postgres_scratch/log" >&2
    return 1
}

stop_postgres() {
    [ -n "$postgres_scratch" ] || return 0
    [ ! -f "$postgres_scratch/data/postmaster.pid" ] ||
        as_postgres_user "$postgres_bin/pg_ctl" --pgdata="$postgres_scratch/data" --mode=immediate --wait --silent stop >/dev/null || true
    rm -rf "$postgres_scratch"
    postgres_scratch=
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    [ $# -gt 0 ] || { echo "usage: $0 COMMAND..." >&2; exit 2; }
    trap stop_postgres EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    start_postgres
    "$@"
fi
