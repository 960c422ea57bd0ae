#include "storage/failure.hpp"

namespace phusa::storage
{

StorageFailure::StorageFailure(Kind kind, std::string code, const std::string& advice)
    : std::runtime_error(code.empty() ? advice : advice + " (mã " + code + ")"), kind_(kind), code_(std::move(code))
{
}

} // namespace phusa::storage
