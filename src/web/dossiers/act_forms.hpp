#pragma once

#include "domain/act.hpp"
#include "domain/recorded_act.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace phusa::web::dossiers
{

// What a form asks beside the day, the paper's details and a note.
enum class Part : std::uint8_t {
    about,      // kết nạp, công nhận, xoá tên
    consent,    // what the committee agrees to
    introducer, // the official member who introduces: who, months together, in place of another
    helper,     // the official member who helps
    letters,    // one row for each person whom the verification concerns
    committee,  // members of the committee, votes for
    received,   // the day on which the cell received the decision
    number,     // number of the paper
    issuer,     // who issued it
};

class Parts
{
public:
    constexpr Parts(std::initializer_list<Part> parts)
    {
        for (auto part : parts)
            bits_ |= bit(part);
    }
    constexpr bool contains(Part part) const { return (bits_ & bit(part)) != 0; }

private:
    static constexpr unsigned bit(Part part) { return 1U << static_cast<unsigned>(part); }

    unsigned bits_ = 0;
};

// One form with which something is recorded. Votes of the cell have a page of their own (vote.cpp).
struct ActForm {
    std::string_view slug; // of its address: "don-xin"
    ActKind kind = ActKind::application;
    std::string_view title;
    std::string_view lead; // what the paper is, and its form's number
    std::string_view day;  // label of the day
    Parts parts;
    std::optional<SideAct> side = {};
    CertificateKind certificate = CertificateKind::awareness;
    Introducer by = Introducer::member;

    // The key by which DossierView::may_record names it.
    std::string_view key() const { return side ? key_of(*side) : key_of(kind); }
};

std::span<const ActForm> act_forms();
const ActForm* act_form(std::string_view slug);
// The form for what a dossier asks for next; nullptr for a cell's vote.
const ActForm* act_form(ActKind kind, Matter about);
const ActForm* act_form(SideAct side);
// The form that fits what was recorded; nullptr for a cell's vote and for a transfer, which slips make.
const ActForm* act_form(const RecordedAct& act);

// The act before anything is typed.
RecordedAct blank_act(const ActForm& form, DossierId dossier, Date today, std::optional<Matter> about);

} // namespace phusa::web::dossiers
