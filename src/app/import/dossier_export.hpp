#pragma once

#include "app/app.hpp"
#include "app/import/export_cells.hpp"
#include "domain/dossier.hpp"

#include <vector>

namespace phusa
{

// Dossiers in the columns that import reads, in pieces, in the order of their numbers: memory does not grow with them.
class DossierRows
{
public:
    DossierRows(App& app, Reach reach) : app_(app), reach_(std::move(reach)) {}

    // Empty at the end.
    std::vector<std::vector<Cell>> next();

private:
    App& app_;
    Reach reach_;
    DossierId last_;
    bool is_over_ = false;
};

} // namespace phusa
