#pragma once

#include "domain/audit_round.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace phusa
{

// How many of a unit's dossiers are drawn: the share of them rounded up, so that a unit with any has at least one.
int drawn_of(int dossiers, int share_percent);

// The draw. Anyone can make it again with pencil, the list of lots and a program for SHA-256:
//
// Unit by unit, by number; in each the dossiers stand by number, each with its tickets in a row. Of SHA-256 over the
// text "seed/unit/turn" (decimal, turns from 1) the first 8 bytes are a number; its remainder when divided by the
// tickets that are left says which ticket wins, the first being 0. The winner's tickets leave, and the next turn
// follows until the unit has as many as drawn_of says.
//
// Answers the places of the winners in `lots`, ascending. The order of `lots` does not matter; no dossier twice.
std::vector<std::size_t> draw_lots(std::span<const AuditLot> lots, int share_percent, std::int64_t seed);

// The number of one turn, which the draw divides by the tickets that are left.
std::uint64_t number_of_turn(std::int64_t seed, OrganisationId unit, int turn);

} // namespace phusa
