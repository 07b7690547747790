package dev.vigie.alertingest.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An alert on its way to its row.
 *
 * @param group the hash of the group that it was last reported in
 * @param mutedBy what keeps it from being told
 * @param seenAt when it was last reported
 */
record StoredAlert(AlertKey key, Alert alert, @Nullable String group, @Nullable String mutedBy, Instant seenAt) {
}
