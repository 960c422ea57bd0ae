#pragma once

#include "base/sealing.hpp"

namespace phusa::storage
{

// What storage seals and signs with: one key per purpose, all derived from the site key, which lies outside the
// database. Without them a stolen database shows no identity number and no personal value of an audit row.
struct Keys {
    SecretKey identity_sealing; // identity numbers at rest
    SecretKey identity_hash;    // looking one up without opening any
    SecretKey person_keys;      // the keys per person that seal personal values in audit rows
    SecretKey audit_head;       // signs the head of the audit chain, so that it cannot be recomputed without us
    SecretKey backup;           // backup files

    static Keys of(const SecretKey& site_key);
};

} // namespace phusa::storage
