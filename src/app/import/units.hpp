#pragma once

#include "app/actor.hpp"
#include "app/app.hpp"
#include "base/result.hpp"
#include "domain/account.hpp"
#include "domain/organisation.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace phusa
{

class Gate;

// Finds the cells that a sheet names, by code or by name, within what the importer may change.
//
// A name that several bear is told apart by what stands above it: "Chi bộ thôn 1, Đảng bộ xã An Bình". Units that are
// no more are found as well, where no unit of today answers: old admissions took place in them. For any thread.
class UnitFinder
{
public:
    // `within`: only units there. Both must outlive the finder.
    UnitFinder(App& app, const Gate& gate, Right right, std::optional<OrganisationId> within);
    ~UnitFinder();

    // The Problem says what is unknown, ambiguous, or not the importer's.
    Result<OrganisationId> find(const std::string& text, const std::string& above);
    // Whether people of this unit may be changed by the importer.
    bool is_reachable(OrganisationId unit);
    std::string name_of(OrganisationId unit) const;
    std::string code_of(OrganisationId unit) const;

private:
    struct Unit {
        Organisation last; // its last version
        std::string folded;
        bool is_alive = false;
    };

    bool reaches(OrganisationId unit);
    Result<OrganisationId> look_up(const std::string& text, const std::string& above);
    std::vector<const Unit*> bearing(const std::vector<std::string>& names) const;
    bool stands_below(const Unit& unit, const std::vector<std::string>& above) const;
    Result<OrganisationId> checked(const Unit& unit);
    const Unit* unit(OrganisationId id) const;

    App& app_;
    const Gate& gate_;
    Right right_;
    std::optional<OrganisationId> within_;
    std::unordered_map<OrganisationId, Unit> units_;
    std::unordered_map<std::string, std::vector<const Unit*>> by_name_;
    std::unordered_map<std::string, std::vector<const Unit*>> by_code_;
    std::mutex mutex_; // of what was found before
    std::unordered_map<std::string, Result<OrganisationId>> found_;
    std::unordered_map<OrganisationId, bool> reachable_;
};

} // namespace phusa
