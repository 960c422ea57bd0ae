#pragma once

#include "domain/dossier.hpp"

#include <span>
#include <string>
#include <string_view>

namespace phusa
{

// One fact of a dossier that a correction may change, as act_fields() for acts.
struct DossierField {
    std::string_view key;
    std::string_view title;
    std::string (*shown)(const Dossier&);
    bool (*same)(const Dossier&, const Dossier&);
    void (*copy)(const Dossier& from, Dossier& to);
};
std::span<const DossierField> dossier_fields();

} // namespace phusa
