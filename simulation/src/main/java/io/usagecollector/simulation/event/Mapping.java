package io.usagecollector.simulation.event;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of the mapping. All versions agree on what makes an event the same event, its id, its
 * time and its customer, unless they are made to disagree; they differ in its other bytes.
 */
public enum Mapping implements RecordPipeline {
  FIRST("1", ""),
  SECOND("2", ""),
  /** Makes other ids of the same records: who changes a mapping so is billed twice. */
  DISAGREEING("3", "again-");

  private static final Str NAME = Str.of("event_name");
  private static final Str CUSTOMER = Str.of("external_customer_id");
  private static final Str ID = Str.of("event_id");
  private static final Str PROPERTIES = Str.of("properties");
  private static final Str PART = Str.of("part");
  private static final Str VERSION = Str.of("mapping");
  private static final int CUSTOMERS = 5;

  private final String version;
  private final String prefix;

  Mapping(String version, String prefix) {
    this.version = version;
    this.prefix = prefix;
  }

  public String version() {
    return version;
  }

  @Override
  public List<Part> process(SourceRecord record) {
    List<Kind> kinds = Words.of(record);
    List<Part> parts = new ArrayList<>(kinds.size());
    for (int ordinal = 0; ordinal < kinds.size(); ordinal++) {
      parts.add(part(PartId.of(record.at(), ordinal), kinds.get(ordinal)));
    }
    return parts;
  }

  private Part part(PartId id, Kind kind) {
    return switch (kind) {
      case FILTERED -> new Part.Filtered(id.ordinal());
      case FAULTY ->
          new Part.Faulted(id.ordinal(), Reason.of(Reason.Kind.MAPPING_FAULT, "it is faulty"));
      case GOOD, REFUSED, BREAKS, HANGS, RESETS, BLOCKED ->
          new Part.Ready(id.ordinal(), document(id, kind));
    };
  }

  /** Half of them name their id, the others leave it to the record's place. */
  private MapObj document(PartId id, Kind kind) {
    var document =
        new MapObj()
            .put(NAME, Str.of(kind.word()))
            .put(CUSTOMER, Str.of("customer-" + id.offset() % CUSTOMERS))
            .put(
                PROPERTIES,
                new MapObj().put(PART, Str.of(id.toString())).put(VERSION, Str.of(version)));
    boolean names = id.offset() % 2 == 0 || !prefix.isEmpty();
    return names ? document.put(ID, Str.of(prefix + "id-" + id)) : document;
  }
}
