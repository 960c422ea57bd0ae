#pragma once

#include "base/case_file.hpp"
#include "domain/membership.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"
#include "storage/people.hpp"

#include <map>
#include <string>
#include <vector>

namespace phusa
{

// The register of a case of tests/stats/forms, as its lines tell it. Units are named by their codes, people by their
// names; ids are given from 1001, so that they do not meet those of the cast.
class FormCase
{
public:
    explicit FormCase(const std::string& path);

    struct Question {
        std::string code, unit, period, structure, place;
        std::vector<CaseRow> rows; // key, now, before
    };

    std::vector<Organisation> units;
    std::vector<Succession> successions;
    std::vector<OrganisationFact> facts;
    std::vector<Admission> admissions;
    std::vector<MembershipEvent> events;
    std::vector<Question> questions;

    // With one version for each cell in which they were, one after the other.
    std::vector<storage::NewPerson> people() const;

private:
    struct Human {
        Person person;
        std::vector<std::pair<Date, OrganisationId>> cells;
    };

    void take(const CaseRow& row);
    void take_unit(const CaseRow& row);
    void take_admission(const CaseRow& row);
    void take_event(const CaseRow& row);
    void take_masses(const CaseRow& row);
    Human& human(const std::string& name);
    OrganisationId unit(const CaseRow& row, std::size_t cell) const;

    std::map<std::string, Human> humans_;
};

} // namespace phusa
