#include "storage/audit_chain.hpp"

#include <gtest/gtest.h>

namespace phusa::storage
{

// The worked example of docs/audit-chain.md, computed there by another program.
TEST(AuditChainTest, the_documented_example_has_its_documented_hash)
{
    StoredAuditRow row{.number = {1},
                       .at = "2026-11-23T06:04:44.123Z",
                       .actor = {},
                       .actor_name = "phusa demo",
                       .action = "demo.make",
                       .subject = "register",
                       .person = {},
                       .organisation = {},
                       .details = "{}",
                       .sealed = false,
                       .previous_hash = first_previous_hash(),
                       .hash = {}};
    EXPECT_EQ(hash_of(row), "7badc1783bc0d8066c21f44532f16ca8e0b861deb18c076be8a0990b0f036535");
}

// Fields are told apart by their lengths: what moves from one to the next changes the hash.
TEST(AuditChainTest, a_border_between_fields_cannot_be_shifted)
{
    StoredAuditRow row{.number = {1},
                       .at = {},
                       .actor = {},
                       .actor_name = "ab",
                       .action = "c",
                       .subject = {},
                       .person = {},
                       .organisation = {},
                       .details = {},
                       .sealed = false,
                       .previous_hash = {},
                       .hash = {}};
    auto shifted = row;
    shifted.actor_name = "a";
    shifted.action = "bc";
    EXPECT_NE(hash_of(row), hash_of(shifted));
}

} // namespace phusa::storage
