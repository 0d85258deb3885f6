package io.usagecollector.core.sink.form;

import io.usagecollector.bloblang.value.Str;
import org.jspecify.annotations.Nullable;

/**
 * Which times a service bills as they are told.
 *
 * @param key where an event has its time
 * @param strict whether it reads RFC 3339 alone, not all of Go's wider grammar
 * @param first the first second that is billed rightly
 * @param last the last one
 * @param within both, and what becomes of a time outside, as it goes on after "within"
 * @param years both, in years
 */
public record BillableTimes(
    Str key, boolean strict, long first, long last, String within, String years) {
  boolean cover(EventTime time) {
    return time.epochSecond() >= first && time.epochSecond() <= last;
  }

  @Nullable EventTime read(String text) {
    return strict ? EventTime.readStrictly(text) : EventTime.read(text);
  }
}
