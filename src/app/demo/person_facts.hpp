#pragma once

#include "app/demo/homes.hpp"
#include "app/demo/life.hpp"
#include "app/demo/newcomer.hpp"
#include "domain/person.hpp"

#include <string>

namespace phusa::demo
{

// What is written about one person. Identity numbers begin with 999 and phone numbers with 000, which nobody has.
class PersonFacts
{
public:
    PersonFacts(std::uint64_t seed, const Structure& structure, const Homes& homes, const Newcomer& who, Date as_of);

    PartialDate born() const { return person_.born; }
    Person at(const Stay& stay) const;
    std::string identity() const;

private:
    void invent_youth(Random& random);
    void invent_learning(Random& random);
    void invent_places(Random& random);
    void invent_numbers(Random& random);
    std::string work_at(const Stay& stay) const;

    const Structure& structure_;
    const Newcomer& who_;
    Date as_of_;
    std::uint32_t job_ = 0; // which of the titles of an occupation
    std::size_t home_ = 0;
    std::string hamlet_;
    Person person_;
};

// "Giáo viên, Trường THCS Đông Hoà".
std::string work_title(const Newcomer& who, Setting setting, const std::string& workplace, std::uint32_t job);

} // namespace phusa::demo
