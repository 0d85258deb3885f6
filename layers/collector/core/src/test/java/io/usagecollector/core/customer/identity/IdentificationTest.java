package io.usagecollector.core.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.identity.Identity.Why;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is ensured is what is billed. */
class IdentificationTest {
  private static final Identification LITERAL = new Identification(OwnerPrefix.LITERAL);
  private static final Identification STRIP = new Identification(OwnerPrefix.STRIP);

  private static final String SPACE =
      "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2007\u200a\u2028\u2029\u202f\u205f\u3000";

  private static Identity known(String key) {
    return new Identity.Known(new CustomerKey(key));
  }

  private static Identity unknown(Why why) {
    return new Identity.Unknown(why);
  }

  /** Texts in which all that matters comes often. */
  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.oneOf(
            Arbitraries.of(":", "owner:", "owner", "\u001c", "\u001f", "é", "😀", "A"),
            Arbitraries.strings().withChars(SPACE).ofLength(1),
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3))
        .list()
        .ofMaxSize(7)
        .map(all -> String.join("", all));
  }

  @Provide
  Arbitrary<String> spaces() {
    return Arbitraries.strings().withChars(SPACE).ofMaxLength(3);
  }

  @Property
  void whatIsEnsuredIsWhatIsBilledHoweverItIsSpaced(
      @ForAll OwnerPrefix prefix,
      @ForAll("parts") String client,
      @ForAll("parts") String user,
      @ForAll("spaces") String space) {
    var identification = new Identification(prefix);
    Identity ensured = identification.of(client, user);
    Assume.that(
        !ensured.equals(unknown(Why.MISSING)) && !ensured.equals(unknown(Why.COLON_IN_CLIENT)));
    String billed = space + client + space + ":" + space + user + space;
    assertThat(identification.ofCustomer(billed)).isEqualTo(ensured);
    assertThat(identification.ofAuthId(billed)).isEqualTo(ensured);
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll OwnerPrefix prefix, @ForAll("parts") String customer) {
    var identification = new Identification(prefix);
    Assume.that(identification.ofCustomer(customer) instanceof Identity.Known);
    Identity.Known once = (Identity.Known) identification.ofCustomer(customer);
    assertThat(identification.ofCustomer(once.key().value())).isEqualTo(once);
  }

  /** Or one of them would be billed for the other. */
  @Property
  void usersOfTwoClientsHaveTwoKeys(
      @ForAll("parts") String client,
      @ForAll("parts") String other,
      @ForAll("parts") String user,
      @ForAll("parts") String othersUser) {
    Assume.that(!WhiteSpace.trim(client).equals(WhiteSpace.trim(other)));
    Identity one = LITERAL.of(client, user);
    Assume.that(one instanceof Identity.Known);
    assertThat(LITERAL.of(other, othersUser)).isNotEqualTo(one);
  }

  /** An owner's wallet is nobody's user's. */
  @Property
  void anOwnersKeyIsNoUsersKey(
      @ForAll("parts") String client,
      @ForAll("parts") String owner,
      @ForAll("parts") String other,
      @ForAll("parts") String user) {
    Identity wallet = STRIP.of(client, "owner:" + owner);
    Assume.that(wallet instanceof Identity.Known);
    Assume.that(!WhiteSpace.trim(user).startsWith("owner:"));
    assertThat(STRIP.of(other, user)).isNotEqualTo(wallet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u00a0", "\u2007", "\u202f", "\u2028", "\u3000", "\u000b"})
  void whiteSpaceIsWhatGoTrims(String space) {
    assertThat(LITERAL.of(space + "a" + space, space + "b" + space)).isEqualTo(known("a:b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001c", "\u001d", "\u001e", "\u001f", "\u200b", "\ufeff"})
  void whatGoDoesNotTrimIsPartOfTheId(String space) {
    assertThat(LITERAL.of(space + "a", "b" + space)).isEqualTo(known(space + "a:b" + space));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          a:b|a:b
           a : b |a:b
          a:b:c|a:b:c
          a: b:c|a:b:c
          abc|abc
           abc |abc
          :b|:b
          a:|a:
          :|:
          app:owner:1|app:owner:1
          """)
  void anEventsCustomerIsOfAClientIfItHasTwoParts(String customer, String key) {
    assertThat(LITERAL.ofCustomer(customer)).isEqualTo(known(key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          app:owner:1|1
          app:owner: 1 |1
          app: owner:1|1
          app:user|app:user
          app:co-owner:1|app:co-owner:1
          app:Owner:1|app:Owner:1
          owner:1|owner:1
          1|1
          """)
  void anOwnerIsBilledByTheirOwnIdWhateverTheApp(String customer, String key) {
    assertThat(STRIP.ofCustomer(customer)).isEqualTo(known(key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          app:owner:|OWNER_WITHOUT_ID
          app:owner: |OWNER_WITHOUT_ID
          app:owner:other:user|COLON_IN_OWNER
          app:owner:owner:1|COLON_IN_OWNER
          """)
  void anOwnerWithoutAnIdOfTheirOwnIsNobody(String customer, Why why) {
    assertThat(STRIP.ofCustomer(customer)).isEqualTo(unknown(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":", "a:", ":b", "abc", "a: ", " :b"})
  void anAuthIdWithoutTwoPartsNamesNobody(String authId) {
    assertThat(LITERAL.ofAuthId(authId)).isEqualTo(unknown(Why.MISSING));
  }

  @Test
  void aColonInAClientWouldReachIntoTheUser() {
    assertThat(LITERAL.of("a:b", "c")).isEqualTo(unknown(Why.COLON_IN_CLIENT));
  }

  @Test
  void aCustomerOfWhiteSpaceIsNobody() {
    assertThat(LITERAL.ofCustomer(" \u0085")).isEqualTo(unknown(Why.MISSING));
  }

  @Test
  void whatNoServiceKeepsIsNobody() {
    assertThat(LITERAL.of("a", "b".repeat(253))).isInstanceOf(Identity.Known.class);
    assertThat(LITERAL.of("a", "b".repeat(254))).isEqualTo(unknown(Why.TOO_LONG));
    assertThat(LITERAL.of("a", "😀".repeat(253))).isInstanceOf(Identity.Known.class);
    assertThat(LITERAL.of("a", "b\u0000")).isEqualTo(unknown(Why.UNKEPT));
    assertThat(LITERAL.of("a", "\ud800")).isEqualTo(unknown(Why.UNKEPT));
    assertThat(LITERAL.ofCustomer("\u001c")).isEqualTo(unknown(Why.UNKEPT));
  }
}
