#include "exchange/spreadsheet/reading_ahead.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace phusa
{

namespace
{

using Rows = std::vector<SheetRow>;

constexpr std::size_t piece_rows = 128;
constexpr std::size_t pieces_max = 16;

// Rows on their way from the thread that reads to the one that takes.
class Passage
{
public:
    // False: nobody wants more.
    bool give(Rows&& piece)
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_closed_ || pieces_.size() < pieces_max; });
        if (is_closed_)
            return false;
        pieces_.push_back(std::move(piece));
        changed_.notify_all();
        return true;
    }
    // No more rows come.
    void end()
    {
        std::lock_guard lock(mutex_);
        is_ended_ = true;
        changed_.notify_all();
    }
    // The next rows; none: that was all.
    Rows next()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_ended_ || !pieces_.empty(); });
        if (pieces_.empty())
            return {};
        auto piece = std::move(pieces_.front());
        pieces_.pop_front();
        changed_.notify_all();
        return piece;
    }
    // Nobody takes any more.
    void close()
    {
        std::lock_guard lock(mutex_);
        is_closed_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Rows> pieces_;
    bool is_ended_ = false;
    bool is_closed_ = false;
};

// The reading side. What it found is looked at once the thread has ended.
struct Reader {
    Result<void> result = {};
    std::exception_ptr thrown = {};

    void read(const Workbook& book, std::size_t sheet, Passage& passage)
    {
        try {
            Rows piece;
            bool is_wanted = true;
            result = book.read(sheet, [&](SheetRow&& row) {
                piece.push_back(std::move(row));
                if (piece.size() == piece_rows)
                    is_wanted = passage.give(std::exchange(piece, {}));
                return is_wanted;
            });
            if (is_wanted && !piece.empty())
                passage.give(std::move(piece));
        } catch (...) {
            thrown = std::current_exception();
        }
        passage.end();
    }
};

// Closes the passage however the taking side is left, and waits for the thread.
struct Running {
    Passage& passage;
    std::thread thread;

    void stop()
    {
        passage.close();
        if (thread.joinable())
            thread.join();
    }
    ~Running() { stop(); }
};

} // namespace

Result<void> read_ahead(const Workbook& book, std::size_t sheet, const std::function<bool(SheetRow&&)>& take)
{
    Passage passage;
    Reader reader;
    Running running{.passage = passage, .thread = std::thread([&] { reader.read(book, sheet, passage); })};
    bool is_wanted = true;
    for (Rows piece; is_wanted && !(piece = passage.next()).empty();)
        for (auto& row : piece)
            if (is_wanted = take(std::move(row)); !is_wanted)
                break;
    running.stop();
    if (reader.thrown)
        std::rethrow_exception(reader.thrown);
    // Whoever has enough does not ask how the rest is.
    return is_wanted ? reader.result : Result<void>();
}

} // namespace phusa
