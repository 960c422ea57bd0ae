-- Whose account it is, where that person is in this register: rights by relation follow from it.
ALTER TABLE account ADD COLUMN person_id {{integer}};
