#pragma once

#include "storage/people_list.hpp"
#include "storage/sql/where.hpp"

#include <string>

namespace phusa::storage
{

// How a filter is answered: which rows to start from (SQL after FROM) and what must hold of them. In SQL a person is v.
//
// There are three ways to start, and the narrowest wins: from the admissions asked about, from the cells of the scope,
// or from everybody in the order of the list. Words of a name are looked for in each row: lists that a server shows are
// answered from memory (people_memory.hpp), and trees of words would cost every import an eighth of its time.
class PeopleSearch
{
public:
    enum class Start { admissions, cells, everybody };

    static PeopleSearch narrowest(Session& session, const PeopleFilter& filter);
    // Walks over everybody in the order of the list: best for scopes that hold many of them.
    static PeopleSearch walking(Session& session, const PeopleFilter& filter);

    Start start() const { return start_; }
    const std::string& from() const { return from_; }
    const std::string& where() const { return where_.sql(); }
    void bind_to(Query& query) const
    {
        inner_.bind_to(query);
        where_.bind_to(query);
    }
    // One more condition; its values are bound last.
    template<typename... T>
    void add(std::string_view condition, T... values)
    {
        where_.add(condition, std::move(values)...);
    }

private:
    PeopleSearch(Session& session, const PeopleFilter& filter, Start start);
    void start_from(const PeopleFilter& filter);
    void add_scope(Session& session, const PeopleFilter& filter);
    void add_words(const PeopleFilter& filter);

    Start start_;
    std::string from_ = "person_version v";
    Where inner_; // of the rows that are started from, inside `from_`
    Where where_;
};

} // namespace phusa::storage
