#pragma once

#include "base/date.hpp"
#include "domain/validity.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <typeindex>
#include <unordered_map>

namespace phusa
{

// What was reckoned from the whole register, kept until something is written or the day ends. One value per type.
//
// Any thread may ask. The first one to ask after a write reckons, the others who want the same type wait for it; what
// somebody still holds stays as it is.
class Reckoned
{
public:
    template<typename T>
    std::shared_ptr<const T> get(AuditNumber written, Date today, const std::function<std::shared_ptr<const T>()>& make)
    {
        auto& shelf = shelf_of(typeid(T));
        std::scoped_lock lock(shelf.mutex);
        if (!shelf.value || shelf.written != written || shelf.today != today) {
            shelf.value = make();
            shelf.written = written;
            shelf.today = today;
        }
        return std::static_pointer_cast<const T>(shelf.value);
    }

private:
    struct Shelf {
        std::mutex mutex;
        std::shared_ptr<const void> value;
        AuditNumber written;
        Date today;
    };

    Shelf& shelf_of(std::type_index type)
    {
        std::scoped_lock lock(mutex_);
        auto& shelf = shelves_[type];
        if (!shelf)
            shelf = std::make_unique<Shelf>();
        return *shelf;
    }

    std::mutex mutex_;
    std::unordered_map<std::type_index, std::unique_ptr<Shelf>> shelves_;
};

} // namespace phusa
