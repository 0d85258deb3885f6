package io.usagecollector.local.trigger;

import java.time.Instant;
import java.util.Comparator;

/**
 * A record on its way.
 *
 * @param place where it lies
 * @param json the record as it stands in an event, UTF-8
 * @param read when it was read
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
record Parcel(RecordPlace place, byte[] json, Instant read) {
  static final Comparator<Parcel> BY_PLACE = Comparator.comparing(Parcel::place);

  int bytes() {
    return json.length;
  }
}
