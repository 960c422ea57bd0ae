#include "documents/pdf_worker.hpp"

#include "documents/office_kit.hpp"
#include "documents/shut_in.hpp"

#include <cstdlib>
#include <filesystem>
#include <istream>
#include <ostream>
#include <poll.h>
#include <string>
#include <unistd.h>

namespace phusa
{

namespace
{

// Its memory goes back to the machine when nobody prints.
bool is_input_coming()
{
    constexpr int idle_milliseconds = 10 * 60 * 1000;
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    return poll(&input, 1, idle_milliseconds) > 0;
}

} // namespace

void pdf_worker(std::istream& in, std::ostream& out)
{
    auto here = std::filesystem::current_path();
    limit_resources();
    auto office = OfficeKit::installed();
    shut_in(here, office);
    OfficeKit kit(office, here / "profile");
    out << "ready\n" << std::flush;
    for (std::string name; is_input_coming() && std::getline(in, name);) {
        bool is_done = kit.convert_to_pdf(here / (name + ".docx"), here / (name + ".pdf"));
        out << (is_done ? "ok\n" : "bad\n") << std::flush;
    }
    // Without the destructors of LibreOffice, which wait for threads that never end.
    std::_Exit(0);
}

} // namespace phusa
