#include "cli/input_file.hpp"

#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <iterator>

namespace phusa
{

Result<std::string> read_input(const std::string& path)
{
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (!file.is_open() || file.bad())
        return invalid("FILE", fmt::format("không đọc được tệp “{}”; hãy kiểm tra đường dẫn", path));
    return bytes;
}

} // namespace phusa
