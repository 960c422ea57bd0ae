#pragma once

#include "storage/people_columns.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <thread>

namespace phusa::storage
{

// Keeps PeopleColumns of one database as fresh as the database: each question first compares counters that every
// write raises, and what changed since is read before it is answered, whoever wrote it.
//
// A program that asks for a list or two (the command line) is answered by SQL; from the third on the columns are read
// in the background, and until they are there SQL answers.
class PeopleMemory
{
public:
    // `snapshot` opens a session of its own for the background.
    explicit PeopleMemory(std::function<Session()> snapshot) : snapshot_(std::move(snapshot)) {}

    // nullopt where SQL must answer: not read yet, a filter that columns do not know, or too much has changed at once.
    std::optional<Result<PeopleColumns::Found>> page(Session& session, const PeopleAsk& ask);
    // Reads everything now: for tests and benchmarks.
    void read_now();

private:
    // How far each kind of version had been counted when something was read.
    struct Counters {
        std::int64_t people = -1;
        std::int64_t admissions = -1;
        std::int64_t organisations = -1;
        friend bool operator==(const Counters&, const Counters&) = default;
    };
    struct Kept {
        PeopleColumns columns;
        Counters counters;
    };

    static Counters counters_of(Session& session);
    static std::unique_ptr<Kept> read_all(Session& session, const std::stop_token& stop);
    static bool catch_up(Session& session, Kept& kept, const Counters& now);
    bool is_fresh(Session& session);
    void read_in_background();

    std::function<Session()> snapshot_;
    std::atomic<int> asked_ = 0;
    std::shared_mutex guard_; // of kept_
    std::unique_ptr<Kept> kept_;
    std::atomic<bool> reading_ = false;
    std::mutex starting_; // of reader_
    std::jthread reader_; // last: it ends before what it uses
};

} // namespace phusa::storage
