package io.usagecollector.tooling.lint;

import io.usagecollector.tooling.lint.rule.BareKey;
import io.usagecollector.tooling.lint.rule.BareNameReadsInput;
import io.usagecollector.tooling.lint.rule.ChanceDecidesIdentity;
import io.usagecollector.tooling.lint.rule.ClockDecidesIdentity;
import io.usagecollector.tooling.lint.rule.ComparedWithNullText;
import io.usagecollector.tooling.lint.rule.DeprecatedName;
import io.usagecollector.tooling.lint.rule.DropThenSet;
import io.usagecollector.tooling.lint.rule.FloatAsText;
import io.usagecollector.tooling.lint.rule.FloatAsTime;
import io.usagecollector.tooling.lint.rule.HalfDrop;
import io.usagecollector.tooling.lint.rule.MetaInBody;
import io.usagecollector.tooling.lint.rule.MetaIsNeverEmpty;
import io.usagecollector.tooling.lint.rule.MisprintedNumber;
import io.usagecollector.tooling.lint.rule.MixedAndOr;
import io.usagecollector.tooling.lint.rule.NullAsIdentity;
import io.usagecollector.tooling.lint.rule.NullIsNoDrop;
import io.usagecollector.tooling.lint.rule.NumberAsId;
import io.usagecollector.tooling.lint.rule.OldMetadata;
import io.usagecollector.tooling.lint.rule.OrAfterString;
import io.usagecollector.tooling.lint.rule.PairAsValue;
import io.usagecollector.tooling.lint.rule.Rule;
import java.util.List;

/** All rules. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          MetaInBody.RULE,
          NullIsNoDrop.RULE,
          HalfDrop.RULE,
          DropThenSet.RULE,
          OrAfterString.RULE,
          NullAsIdentity.RULE,
          ChanceDecidesIdentity.RULE,
          ClockDecidesIdentity.RULE,
          FloatAsTime.RULE,
          NumberAsId.RULE,
          FloatAsText.RULE,
          MisprintedNumber.RULE,
          OldMetadata.RULE,
          MetaIsNeverEmpty.RULE,
          BareNameReadsInput.RULE,
          BareKey.RULE,
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
