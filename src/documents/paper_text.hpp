#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// What stands at the top of a paper.
enum class PaperHead : std::uint8_t {
    party,       // bodies on the left, the Party on the right, place and day below it
    person,      // the Party in the middle: what somebody writes in their own name
    state,       // bodies on the left, the State's title on the right
    youth_union, // bodies on the left, the Youth Union on the right
    none,
};

enum class PaperSize : std::uint8_t { a4, a5_landscape, booklet /* 145 × 205 mm */ };

// One who signs: authority, office, name; any may be empty.
struct PaperSignature {
    std::string authority; // "T/M CHI BỘ"
    std::string office;    // "BÍ THƯ"
    std::string note;      // "(Ký, ghi rõ họ và tên)"
    std::string name;      // "{{nguoi_ky}}"
};

// A paper as its description has it, before it is laid out.
struct PaperText {
    PaperHead head = PaperHead::party;
    PaperSize size = PaperSize::a4;
    std::string upper;  // superior body, in capitals
    std::string issuer; // issuing body, in capitals
    std::string number; // "Số {{so_ky_hieu}}", or empty
    std::string about;  // of a công văn: "về việc …", below the number
    std::string place;  // "{{dia_danh}}, {{ngay_thang}}", or empty
    // One paragraph a line; how it is set is said by its first sign:
    //   =  name of the paper    ~  what it is about, with hyphens below    >  "Kính gửi", in the middle, italic
    //   !  bold in the middle   #  bold                                    .  no first-line indent
    //   _ N  N lines of dots    | a | b |  table row, the first of each table is its head    @page  a new page
    //   anything else is body text
    std::string body;
    std::vector<PaperSignature> signatures;
    std::vector<std::string> recipients; // below "Nơi nhận:"
    std::string mark;                    // stands in the template only: "Bản dựng theo trường dữ liệu …"
};

} // namespace phusa
