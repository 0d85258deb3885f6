package io.usagecollector.bloblang.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MapObjTest {
  /** Small and large, with an index and without, by the same key object and by an equal one. */
  @Property
  void anObjectHoldsWhatALinkedMapHolds(
      @ForAll @Size(max = 80) List<@IntRange(min = -20, max = 40) Integer> changes) {
    MapObj object = new MapObj();
    Map<String, Integer> model = new LinkedHashMap<>();
    for (int change : changes) {
      String key = "k" + Math.abs(change);
      if (change < 0) {
        object.remove(Str.of(key));
        model.remove(key);
      } else {
        object.put(Str.of(key), IntNum.of(change));
        model.put(key, change);
      }
    }
    for (MapObj map : List.of(object, object.copy(null))) {
      assertThat(map.keys().stream().map(Str::toString)).containsExactlyElementsOf(model.keySet());
      for (int i = 0; i <= 40; i++) {
        Integer expected = model.get("k" + i);
        assertThat(String.valueOf(map.get("k" + i))).isEqualTo(String.valueOf(expected));
      }
    }
  }
}
