#include "storage/name_word_rows.hpp"

#include "storage/name_words.hpp"
#include "storage/people.hpp"

namespace phusa::storage
{

NameWordRows::NameWordRows(Transaction& transaction)
    : bulk_(transaction.connection(), "name_word", {"word", "person_id"})
{
}

void NameWordRows::put(const Person& person)
{
    if (!person.valid.until)
        put(person.id, folded_names(person));
}

void NameWordRows::put(PersonId id, std::string_view folded_names)
{
    for (const auto& word : words_of_folded(folded_names))
        bulk_.row(word, id);
}

void add_name_words(Transaction& transaction, PersonId id)
{
    if (auto found = person(transaction, id))
        for (const auto& word : words_of_folded(folded_names(*found)))
            transaction.connection()
                .query("INSERT INTO name_word (word, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .bind(word, id)
                .run();
}

void remove_name_words(Transaction& transaction, const Person& before)
{
    for (const auto& word : words_of_folded(folded_names(before)))
        transaction.connection()
            .query("DELETE FROM name_word WHERE word = ? AND person_id = ?")
            .bind(word, before.id)
            .run();
}

} // namespace phusa::storage
