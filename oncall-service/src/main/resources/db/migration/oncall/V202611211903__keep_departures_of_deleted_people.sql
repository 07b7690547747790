-- Whoever is deleted has left for good: shifts of the time before stay what they were.
alter table departure drop constraint departure_person_fkey, drop constraint departure_takes_over_fkey;
