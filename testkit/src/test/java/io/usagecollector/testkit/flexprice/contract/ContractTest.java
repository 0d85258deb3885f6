package io.usagecollector.testkit.flexprice.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rules of the Flexprice API, each a test over HTTP whose name states it. They hold for the
 * stand-in, and for a real server when FLEXPRICE_TEST_URL and FLEXPRICE_TEST_KEY are set (and
 * FLEXPRICE_TEST_ENVIRONMENT_ID for a key that needs the header). One instance a class, so that
 * what it sets up on the server is shared by its tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Contract.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface ContractTest {}
