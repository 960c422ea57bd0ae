#pragma once

#include "storage/database.hpp"

namespace phusa::storage
{

// Before the first filling of a register, when nearly nobody is in it: the indexes that only lists lean on are left out
// and made from all rows at once just before the commit, sorted, which costs half. They are back however the
// transaction ends. Nothing where more people are there, and nothing on PostgreSQL, where everybody who reads would
// wait for it.
void index_late(Transaction& transaction);

} // namespace phusa::storage
