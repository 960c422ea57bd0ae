#pragma once

#include "domain/person.hpp"
#include "storage/name_words.hpp"
#include "storage/search_keys.hpp"
#include "storage/sql/shelf.hpp"

namespace phusa::storage
{

template<>
struct Shelf<Person> {
    static constexpr std::string_view table = "person_version";
    static constexpr std::string_view joined =
        "LEFT JOIN person_identity i ON i.person_id = v.id AND i.replaced_in IS NULL";
    static constexpr std::string_view version_noun = "person_version";

    template<typename P, typename Visit>
    static void fields(P& person, Visit&& visit)
    {
        visit("id", person.id);
        visit("name", person.name);
        visit("other_name", person.other_name);
        visit("born", person.born);
        visit("sex", person.sex);
        visit("ethnicity", person.ethnicity);
        visit("religion", person.religion);
        visit("birthplace", person.birthplace);
        visit("home", person.home);
        visit("residence", person.residence);
        visit("stay", person.stay);
        visit("work", person.work);
        visit("occupation", person.occupation);
        visit("general_education", person.general_education);
        visit("qualification", person.qualification);
        visit("academic_title", person.academic_title);
        visit("political_theory", person.political_theory);
        visit("foreign_language", person.foreign_language);
        visit("youth_union_joined", person.youth_union_joined);
        visit("employed", person.employed);
        visit("enlisted", person.enlisted);
        visit("discharged", person.discharged);
        visit("phone", person.phone);
        visit("card_number", person.card_number);
        visit("file_number", person.file_number);
        visit("cell_id", person.cell);
        visit("standing", person.standing);
        visit("invented", person.invented);
        visit("valid_from", person.valid.first);
        visit("valid_until", person.valid.until);
    }
    template<typename Visit>
    static void derived(const Person& person, Visit&& visit)
    {
        visit("name_fold", folded_names(person));
        visit("name_sort", name_order(person));
    }
    template<typename Visit>
    static void derived(const SearchKeys& keys, Visit&& visit)
    {
        visit("name_fold", keys.names);
        visit("name_sort", keys.order);
    }
    template<typename Visit>
    static void extra(Person& person, Visit&& visit)
    {
        visit("coalesce(i.shown, '')", person.identity_masked);
    }
};

} // namespace phusa::storage
