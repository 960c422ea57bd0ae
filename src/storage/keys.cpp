#include "storage/keys.hpp"

namespace phusa::storage
{

Keys Keys::of(const SecretKey& site_key)
{
    return {
        .identity_sealing = site_key.derived("idseal01"),
        .identity_hash = site_key.derived("idhash01"),
        .person_keys = site_key.derived("pkeys001"),
        .audit_head = site_key.derived("audhead1"),
        .backup = site_key.derived("backup01"),
    };
}

} // namespace phusa::storage
