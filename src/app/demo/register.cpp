#include "app/demo/register.hpp"

#include "app/demo/dossiers.hpp"
#include "app/demo/life.hpp"
#include "app/demo/newcomer.hpp"
#include "app/demo/person_facts.hpp"
#include "app/demo/random.hpp"

#include <fmt/format.h>

#include <cassert>

namespace phusa::demo
{

namespace
{

// The sign of the body that decides: "HU" district, "ThU" city, "ĐU" the others.
std::string_view deciding_body(const Cell& cell, Date on)
{
    if (on >= reorganisation_day() || !cell.district)
        return "ĐU";
    return geography().districts[*cell.district].kind == "huyện" ? "HU" : "ThU";
}

class Registrar
{
public:
    Registrar(std::uint64_t seed, Date as_of, Register& made)
        : seed_(seed), as_of_(as_of), register_(made), homes_(made.structure)
    {
    }

    void enter(const Newcomer& who)
    {
        Random random(seed_, "papers", who.number);
        PersonFacts facts(seed_, register_.structure, homes_, who, as_of_);
        auto life = live(seed_, register_.structure, homes_, who, as_of_);
        for (auto& event : life.events)
            finish(event, who, random);
        const auto& admission = register_.admissions.emplace_back(admission_of(who, facts, random));
        add_versions(life, facts, admission);
        std::ranges::move(life.events, std::back_inserter(register_.events));
        ++register_.persons;
    }

    // Somebody whose dossier is under way. Before the application no more is kept than who it is (DESIGN §8).
    void enter_candidate(const Newcomer& who)
    {
        auto there = who;
        there.cell = cell_there(who);
        PersonFacts facts(seed_, register_.structure, homes_, there, as_of_);
        constexpr int followed_days = 400;
        auto first = as_of_.plus_days(-followed_days);
        auto person = facts.at({.first = first, .cell = there.cell});
        person.valid.first = first;
        person.standing = Standing::none;
        for (auto* text : {&person.card_number, &person.file_number, &person.birthplace, &person.home,
                           &person.residence, &person.stay, &person.foreign_language})
            text->clear();
        person.ethnicity = 0;
        person.religion = 0;
        // Reckoned from the admission, which is yet to come.
        for (auto* day : {&person.youth_union_joined, &person.employed, &person.enlisted, &person.discharged})
            if (*day && (*day)->last() > as_of_)
                day->reset();
        register_.people.push_back({std::move(person), std::string()});
        register_.candidates.push_back(there);
        ++register_.persons;
    }

private:
    // The cell of the admission may not be there yet on the as-of day.
    OrganisationId cell_there(const Newcomer& who) const
    {
        const auto& cell = register_.structure.cell(who.cell);
        if (cell.is_there(as_of_))
            return who.cell;
        for (const auto& other : register_.structure.cells)
            if (other.commune == cell.commune && other.is_there(as_of_))
                return other.id;
        return who.cell;
    }

    std::string decision_number(OrganisationId cell, Date on, Random& random) const
    {
        return fmt::format("{}-QĐ/{}", random.between(1, 950), deciding_body(register_.structure.cell(cell), on));
    }

    Admission admission_of(const Newcomer& who, const PersonFacts& facts, Random& random) const
    {
        Admission admission;
        admission.id = AdmissionId(who.number);
        admission.person = PersonId(who.number);
        admission.cell = who.cell;
        // Of a few, mostly old, only the decision is known.
        bool no_ceremony = random.chance(who.counted_on.year() < 1990 ? 0.05 : 0.004);
        int ahead = random.between(5, 30);
        admission.decided_on = no_ceremony ? who.counted_on : who.counted_on.plus_days(-ahead);
        if (!no_ceremony)
            admission.ceremony_on = who.counted_on;
        admission.decision_number = decision_number(who.cell, who.counted_on, random);
        admission.born = facts.born();
        admission.sex = who.sex;
        auto person = facts.at({.first = who.counted_on, .cell = who.cell});
        admission.ethnicity = person.ethnicity;
        admission.religion = person.religion;
        admission.occupation = who.occupation;
        admission.general_education = who.general_education;
        admission.qualification = who.qualification;
        admission.youth_union_member = who.youth_union_member;
        admission.private_owner = who.occupation == Occupation::enterprise_leader && random.chance(0.3);
        admission.population_policy = random.chance(0.0015);
        admission.foreign_marriage = random.chance(0.0005);
        admission.readmission = who.age_months > 30 * 12 && random.chance(0.002);
        return admission;
    }

    void finish(MembershipEvent& event, const Newcomer& who, Random& random)
    {
        event.id = MembershipEventId(static_cast<std::int64_t>(++events_));
        event.person = PersonId(who.number);
        bool by_decision = event.kind != MembershipEventKind::died && event.kind != MembershipEventKind::moved_in &&
                           event.kind != MembershipEventKind::moved_out;
        if (!by_decision)
            return;
        if (!event.decided_on)
            event.decided_on = event.on;
        event.decision_number = decision_number(who.cell, *event.decided_on, random);
    }

    // A version holds from one stay to the next; its standing is that of its last day.
    void add_versions(const Life& life, const PersonFacts& facts, const Admission& admission)
    {
        for (std::size_t i = 0; i < life.stays.size(); ++i) {
            const auto& stay = life.stays[i];
            auto person = facts.at(stay);
            bool is_last = i + 1 == life.stays.size();
            person.valid.first = stay.first;
            if (!is_last)
                person.valid.until = life.stays[i + 1].first;
            auto day = is_last ? as_of_ : person.valid.until->plus_days(-1);
            person.standing = standing_on(day, std::span(&admission, 1), life.events);
            if (person.standing == Standing::probationary || person.standing == Standing::none)
                person.card_number.clear();
            bool after_cards = is_last && person.standing != Standing::died;
            register_.people.push_back({std::move(person), after_cards ? facts.identity() : std::string()});
        }
    }

    std::uint64_t seed_;
    Date as_of_;
    Register& register_;
    Homes homes_;
    std::size_t events_ = 0;
};

} // namespace

Register make_register(std::uint64_t seed, Date as_of)
{
    assert(as_of >= admission_file().article.last);
    Register made;
    made.structure = make_structure(seed, as_of);
    Registrar registrar(seed, as_of, made);
    auto last = last_candidate_day(as_of);
    for (const auto& who : make_newcomers(seed, made.structure, last.year())) {
        if (who.counted_on <= as_of)
            registrar.enter(who);
        else if (who.counted_on <= last)
            registrar.enter_candidate(who);
    }
    return made;
}

} // namespace phusa::demo
