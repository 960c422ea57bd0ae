#pragma once

#include "domain/made_paper.hpp"
#include "storage/database.hpp"

#include <vector>

// Numbers of documents. One writer at a time keeps them whole: a number that is drawn in a transaction that is rolled
// back was never given, and one that is released is the next to be drawn.
namespace phusa::storage
{

// The lowest number that is free, from 1 or from the one after those given before this program.
int free_number(Session& session, const NumberSeries& series);
// Gives it, in the same transaction.
void give_number(Transaction& transaction, const NumberSeries& series, int number, MadePaperId paper, AuditNumber by);
// Free again: the paper was never signed.
void release_number(Transaction& transaction, MadePaperId paper);
// Numbers up to `given` were given outside the program.
void set_numbers_given(Transaction& transaction, const NumberSeries& series, int given, AuditNumber by);

// Of a body, as its office sees them.
struct SeriesState {
    NumberSeries series;
    int given = 0; // outside the program
    int last = 0;  // the highest one given, also outside
    int count = 0; // given by the program
};
std::vector<SeriesState> number_series_of(Session& session, OrganisationId body);

} // namespace phusa::storage
