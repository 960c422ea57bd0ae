#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// A page as grey points, 0 black to 255 white.
struct GreyPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> points; // row by row, without gaps

    // Dark points in a hundred thousand, a small edge left out: shadows of the glass lie there.
    int ink() const;
    // In 16 greys, which is what makes it small.
    std::string png() const;
};

// Draws the pages of a PDF. For the child that is shut in.
class PdfPictures
{
public:
    // Throws std::runtime_error where it cannot be read. `pdf` has to live as long.
    explicit PdfPictures(std::string_view pdf);
    ~PdfPictures();
    PdfPictures(const PdfPictures&) = delete;
    PdfPictures& operator=(const PdfPictures&) = delete;

    int count() const;
    // `number` from 1. A page that would be larger than any paper is drawn smaller.
    GreyPicture draw(int number, int dots_an_inch) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// What the QR codes of a page say, and by how many degrees clockwise (a multiple of 90) to turn the page so that the
// code beginning with `sign` stands upright; 0 where there is none.
struct ReadCodes {
    std::vector<std::string> texts;
    int turn = 0;
};
ReadCodes codes_on(const GreyPicture& picture, std::string_view sign);

} // namespace phusa
