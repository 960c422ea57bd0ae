#include "documents/own_file.hpp"

#include <stdexcept>
#include <stdlib.h>
#include <unistd.h>

namespace phusa
{

std::filesystem::path make_own_file(const std::filesystem::path& folder)
{
    auto name = (folder / "phusa-XXXXXX").string();
    int file = ::mkstemp(name.data()); // mode 0600
    if (file < 0)
        throw std::runtime_error("không tạo được tệp tạm để ghi bảng tính");
    ::close(file);
    return name;
}

} // namespace phusa
