#include "storage/sql/numbers.hpp"

#include "storage/sql/connection.hpp"

#include <cassert>

namespace phusa::storage
{

std::int64_t take_numbers(Transaction& transaction, std::string_view noun, std::int64_t count)
{
    auto& connection = transaction.connection();
    auto changed = connection.query("UPDATE next_id SET value = value + ? WHERE noun = ?").bind(count, noun).run();
    assert(changed == 1);
    auto last = connection.query("SELECT value FROM next_id WHERE noun = ?").bind(noun).value<std::int64_t>();
    return *last - count + 1;
}

} // namespace phusa::storage
