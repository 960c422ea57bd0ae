#pragma once

#include "exchange/spreadsheet/merged_areas.hpp"
#include "exchange/spreadsheet/xlsx_book.hpp"
#include "exchange/xml_stream.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace phusa
{

// Makes rows of a sheet's XML (ECMA-376 Part 1, 18.3.1).
class SheetRows : public XmlListener
{
public:
    SheetRows(const XlsxBook& book, std::vector<MergedArea> merged, const std::function<bool(SheetRow&&)>& take);

    void begins(std::string_view element, const Attributes& attributes) override;
    void ends(std::string_view element) override;
    void text(std::string_view piece) override;

    bool is_done() const { return done_; }
    // What made it stop: too many rows or columns.
    const std::optional<Problem>& problem() const { return problem_; }

private:
    struct Merged {
        MergedArea area;
        Cell value;
    };

    void begin_row(const Attributes& attributes);
    void begin_cell(const Attributes& attributes);
    void end_cell();
    void end_row();
    void fill_merged();
    Cell value() const;
    Cell number() const;

    const XlsxBook& book_;
    const std::function<bool(SheetRow&&)>& take_;
    std::vector<Merged> merged_;
    SheetRow row_;
    std::size_t column_ = 0;
    std::string kind_;
    std::size_t style_ = 0;
    std::string text_;
    bool keeps_text_ = false;
    bool in_reading_ = false;
    bool done_ = false;
    std::optional<Problem> problem_;
};

} // namespace phusa
