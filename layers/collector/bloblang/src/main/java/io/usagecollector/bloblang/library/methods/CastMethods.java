package io.usagecollector.bloblang.library.methods;

import static io.usagecollector.bloblang.library.methods.NumberMethods.NUMBERS;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.number.Casts;
import io.usagecollector.bloblang.value.IntNum;
import java.util.List;

/** Methods that make a number of one of the fixed widths. */
public final class CastMethods implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of(
        "int64", "int32", "int16", "int8", "uint64", "uint32", "uint16", "uint8", "float64",
        "float32");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "int64" ->
          cast(name, IntNum.Width.INT64)
              .example("root.n = this.n.int64()", "{\"n\":\"0x1F\"}", "{\"n\":31}");
      case "int32" ->
          cast(name, IntNum.Width.INT32)
              .example("root.n = this.n.int32()", "{\"n\":\"12\"}", "{\"n\":12}");
      case "int16" ->
          cast(name, IntNum.Width.INT16)
              .example("root.n = this.n.int16()", "{\"n\":\"12\"}", "{\"n\":12}");
      case "int8" ->
          cast(name, IntNum.Width.INT8)
              .example("root.n = this.n.int8()", "{\"n\":\"12\"}", "{\"n\":12}");
      case "uint64" ->
          cast(name, IntNum.Width.UINT64)
              .example("root.n = this.n.uint64()", "{\"n\":\"12\"}", "{\"n\":12}");
      case "uint32" ->
          cast(name, IntNum.Width.UINT32)
              .example("root.n = this.n.uint32()", "{\"n\":\"12\"}", "{\"n\":12}");
      case "uint16" ->
          cast(name, IntNum.Width.UINT16)
              .example("root.n = this.n.uint16()", "{\"n\":\"12\"}", "{\"n\":12}");
      case "uint8" ->
          cast(name, IntNum.Width.UINT8)
              .example("root.n = this.n.uint8()", "{\"n\":\"12\"}", "{\"n\":12}");
      case "float64" ->
          MethodSpec.of(name, NUMBERS, "A 64-bit float from a number or its text.")
              .plugin()
              .example("root.n = this.n.float64()", "{\"n\":\"0.1\"}", "{\"n\":0.1}")
              .pure(CoercionMethods::toNumber);
      case "float32" ->
          MethodSpec.of(
                  name,
                  NUMBERS,
                  "A 32-bit float from a number or its text; it prints by its own digits.")
              .plugin()
              .example("root.n = this.n.float32()", "{\"n\":\"0.1\"}", "{\"n\":0.1}")
              .pure(Casts::toFloat32);
      default -> throw Table.noRow(name);
    };
  }

  private static MethodSpec cast(String name, IntNum.Width width) {
    return MethodSpec.of(
            name,
            NUMBERS,
            "A "
                + width.goName()
                + " from a number or its text; an error if it does not fit exactly.")
        .plugin()
        .pure(value -> Casts.to(value, width));
  }
}
