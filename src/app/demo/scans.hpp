#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/scans/shelf.hpp"

#include <memory>
#include <vector>

namespace phusa::storage
{
class Transaction;
}

namespace phusa::demo
{

struct DossierSet;

// The resolutions of dossiers that wait for their decision have scans: one drawn sheet that says what it is. The files
// are there before the rows; keep() them once the transaction is committed.
class DemoScans
{
public:
    explicit DemoScans(const App& app) : shelf_(app) {}

    void add(App& app, storage::Transaction& transaction, const Actor& actor, const DossierSet& dossiers);
    void keep();

private:
    ScanShelf shelf_;
    std::vector<std::unique_ptr<NewScanFile>> files_;
};

} // namespace phusa::demo
