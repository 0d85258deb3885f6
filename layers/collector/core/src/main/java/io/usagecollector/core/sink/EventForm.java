package io.usagecollector.core.sink;

import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.core.event.EventOrigin;

/** How one billing service writes an event, and what it asks of one. Thread-safe. */
public interface EventForm {
  /**
   * Makes the event of what a mapping made, or says why it is none. A pure function: the same
   * document of the same origin gives the same bytes, for ever. Changes nothing in the document.
   */
  Formed form(Obj document, EventOrigin origin);
}
