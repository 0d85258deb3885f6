package io.usagecollector.bloblang.lint;

import java.util.List;

/** All rules. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          MetaInBody.RULE,
          NullIsNoDrop.RULE,
          HalfDrop.RULE,
          OrAfterString.RULE,
          NullAsIdentity.RULE,
          ChanceDecidesIdentity.RULE,
          ClockDecidesIdentity.RULE,
          FloatText.RULE,
          MisprintedNumber.RULE,
          OldMetadata.RULE,
          MetaIsNeverEmpty.RULE,
          BareNameReadsInput.RULE,
          PairAsValue.RULE,
          MixedAndOr.RULE,
          ComparedWithNullText.RULE,
          DeprecatedName.RULE);

  private Rules() {}

  /** Every rule, the dearest first. */
  public static List<Rule> all() {
    return ALL;
  }
}
