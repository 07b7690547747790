-- Looked for before each look for pages to send, among all there ever were.
create index page_abandoned on page (next_attempt_at) where status = 'SENDING' and not wanted;
