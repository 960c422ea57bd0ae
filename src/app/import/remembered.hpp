#pragma once

#include "app/import/head.hpp"
#include "app/import/kind.hpp"

#include <map>
#include <string>

namespace phusa
{

namespace storage
{
class Session;
class Transaction;
} // namespace storage

// What was chosen by hand for the same heads before: column of the sheet to key, "" for none.
std::map<std::size_t, std::string> remembered_columns(storage::Session& session, ImportKind kind,
                                                      const SheetHead& head);
void remember_columns(storage::Transaction& transaction, ImportKind kind, const SheetHead& head,
                      const std::map<std::size_t, std::string>& columns);

// Lays choices over what was recognised; a column that two would have goes to the chosen one. The Problem names a key
// or a column that there is not.
Result<void> choose_columns(SheetHead& head, std::span<const ImportColumn> columns,
                            const std::map<std::size_t, std::string>& chosen, Recognised how);

} // namespace phusa
