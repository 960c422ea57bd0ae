#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "app/export.hpp"
#include "base/result.hpp"
#include "domain/data_check.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Chất lượng dữ liệu: what is missing, implausible or there twice, by unit. Everything here needs the right to change
// people, since it is a list of work.
namespace phusa
{

using FaultCounts = std::array<std::int64_t, 3>; // by FaultGroup

struct DataQuality {
    Organisation unit;
    std::vector<Organisation> path = {}; // from the top of the asker's view down to the unit
    std::int64_t people = 0;             // on record there
    std::int64_t people_with_faults = 0;
    FaultCounts groups = {};
    std::vector<std::int64_t> counts = {}; // by place in data_checks()

    struct Part {
        Organisation unit;
        std::int64_t people = 0;
        FaultCounts groups = {};
    };
    std::vector<Part> parts = {}; // the units directly below
};
// `unit` absent: where the asker's view begins.
Result<DataQuality> data_quality(App& app, const Actor& actor, std::optional<OrganisationId> unit);

struct FaultQuestion {
    std::optional<OrganisationId> organisation = {}; // and everything below it; else all the asker may change
    std::string check = {};                          // a key, or empty for all
    std::optional<FaultGroup> group = {};
    std::size_t first = 0; // how many to pass over
    std::size_t rows = 50;
};

struct FaultLine {
    const DataCheck* check = nullptr;
    PersonId person;
    std::string name = {};
    PartialDate born = {};
    OrganisationId cell = {};
    bool is_in_cell = false; // of today, where a correction sheet is
    std::string cell_name = {};
    std::string grassroots_name = {};
    Standing standing = Standing::none;
    struct Other {
        PersonId person;
        std::string name;
        PartialDate born;
        std::string cell_name;
    };
    std::optional<Other> other = {}; // of a duplicate
};

struct FaultPage {
    std::vector<FaultLine> rows;
    std::size_t first = 0;
    std::int64_t total = 0;
};
Result<FaultPage> list_faults(App& app, const Actor& actor, const FaultQuestion& question);
// The same rows for CSV, XLSX and JSON; recorded.
Result<TableStream> export_faults(App& app, const Actor& actor, const FaultQuestion& question);
// The counts of the units directly below, or of the unit itself where there are none, as a table.
Result<TableStream> export_fault_counts(App& app, const Actor& actor, std::optional<OrganisationId> unit);

} // namespace phusa
