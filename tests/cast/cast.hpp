#pragma once

#include "domain/account.hpp"
#include "domain/membership.hpp"
#include "domain/organisation.hpp"
#include "domain/person.hpp"

#include <vector>

// The one cast for all tests: invented people in one small tree. A test names a person and the one thing that differs.
//
//   99            Đảng bộ tỉnh Sông Bồi
//   99.001          Đảng bộ huyện Bãi Ngang             99.001-TTCT  Trung tâm Chính trị huyện Bãi Ngang
//   99.001.001        Đảng bộ xã Bồi Hạ                 99.001.001-TN  Đoàn xã Bồi Hạ stands beside it
//   …….000.001          Chi bộ thôn Đầu Làng            sen lua may gio song trang da
//   …….000.002          Chi bộ Trường Tiểu học Bồi Hạ   dao nuoc dia
//   99.002          Đảng bộ Khối các cơ quan tỉnh
//   99.002.001        Chi bộ Bảo tàng Phù Sa            que tre
//
// Values have their ids set and are copies: change them freely.
namespace phusa::cast
{

// The day on which the stories are told.
Date today(); // 2026-11-23

Organisation province();
Organisation district();
Organisation commune();
Organisation village_cell();
Organisation school_cell();
Organisation bloc();
Organisation museum_cell();
Organisation youth_union();
Organisation political_centre();
// All of them, parents before children.
std::vector<Organisation> organisations();

// A person with everything that befell them.
struct Character {
    Person person;
    std::vector<Admission> admissions = {};
    std::vector<MembershipEvent> events = {};
};

Character sen();   // a farmer's daughter of 20 in the Youth Union; has not applied
Character lua();   // a young farmer, on probation since 3/2/2026
Character may();   // secretary of the village cell, a member since 2010, never anything else
Character gio();   // an old soldier, born in a year without day or month, exempted for his health in 2019
Character song();  // a trader, expelled in 2015
Character trang(); // removed in 2014, admitted again in 2020, official since 2021
Character da();    // a cooperative's bookkeeper, died in 2022
Character dao();   // a teacher, admitted in 2010, official in 2011; moved from the village cell to the school in 2018
Character nuoc();  // a teacher who was a member already when she came from another province in 2023
Character dia();   // a teacher who moved to another province in 2024
Character que();   // a museum's doctor of history, of the Tày, Catholic, recognised in 2013
Character tre();   // a museum guard, admitted by a decision without a ceremony on record, resigned in 2017

std::vector<Character> everyone();

// Somebody who can sign in with that role, on the unit where it belongs: cell_secretary on the village cell,
// grassroots_office on the commune, deciding_office on the district, school on the political centre,
// mass_organisation on the youth union, helper on the village cell, all others on the province.
Account account(Role role);

} // namespace phusa::cast
