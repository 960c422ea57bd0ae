#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/made_paper.hpp"
#include "domain/membership.hpp"
#include "domain/recorded_act.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// One set of forms: "12-HD/BTCTW ngày 18/01/2022". In use until the next one begins.
struct PaperSet {
    std::string key; // "2022"
    std::string name;
    Date from;
    bool is_inferred = false; // its first day was not read
};

// Which unit of a dossier issues a paper and gives its number.
enum class IssuingUnit : std::uint8_t { cell, section, grassroots, deciding, youth_union, trade_union };

struct PaperBody {
    std::string key; // "cell"
    IssuingUnit unit = IssuingUnit::cell;
    std::string upper; // the two lines at the top left, with {{fields}}
    std::string issuer;
    std::string sign; // "CB" of "05-NQ/CB"
};

// The text of a form in one or more sets, as its file has it.
struct FormText {
    std::vector<std::string> sets;
    bool is_built = false; // from known fields; its wording was not obtained
    std::string head;      // party, person, state, youth_union, none
    std::string size;      // a4, a5, booklet
    std::string upper;
    std::string issuer;
    std::string number;
    std::string place;
    std::string heading; // of a công văn
    std::string body;
    std::vector<std::string> signatures; // "T/M CHI BỘ | BÍ THƯ | note | name"
    std::vector<std::string> recipients;
};

// One form: what it is called, by which act it comes, who issues and signs it.
struct PaperForm {
    std::string code; // "6-KNĐ"
    std::string title;
    ActKind act = ActKind::application;
    Matter about = Matter::admission;
    std::optional<Introducer> by = {};
    std::optional<CertificateKind> certificate = {};
    std::optional<TransferStage> stage = {};
    std::optional<bool> readmission = {};         // only for it, or never for it
    std::optional<SideAct> side = {};             // instead of `act`
    std::vector<MembershipEventKind> events = {}; // instead of `act`: what befell the member
    std::string type;                             // of its number: "NQ"; empty for papers without one
    std::string issuer;                           // key of a PaperBody; empty for what a person writes
    std::string signs;
    bool by_hand = false;  // printed blank, for handwriting
    bool is_extra = false; // belongs to the work, not to the dossier's list of papers
    std::vector<FormText> texts;

    const FormText* text_in(std::string_view set) const;
};

// regulations/papers/: sets, issuing bodies, terms and forms.
struct PaperBook {
    std::vector<PaperSet> sets; // by `from`
    std::vector<PaperBody> bodies;
    std::vector<CommitteeTerm> terms; // by `from`; of bodies that did not tell their own
    std::vector<PaperForm> forms;     // in the order of the files

    const PaperForm* form(std::string_view code) const;
    const PaperBody* body(std::string_view key) const;
    const PaperSet* set(std::string_view key) const;
    // For days before the first, the first.
    const PaperSet& set_on(Date day) const;
    const CommitteeTerm& term_on(Date day) const;
};

// Reads the files: first sets.toml, then forms. Every key is known, every form has a text in every set that it names,
// codes are unique. The Problem names the file, the form and the key.
Result<PaperBook> parse_paper_book(std::string_view sets_toml, std::span<const std::string_view> forms_toml);
// That of the files that travel inside the program.
const PaperBook& paper_book();

} // namespace phusa
