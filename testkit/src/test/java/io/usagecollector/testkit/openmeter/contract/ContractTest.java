package io.usagecollector.testkit.openmeter.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rules of the OpenMeter API, each a test over HTTP whose name states it. They hold for the
 * stand-in, and for a real server that has both APIs, v1 and v3, when OPENMETER_TEST_URL is set to
 * its {@code scheme://host:port} (and OPENMETER_TEST_TOKEN, where it asks for a bearer token). One
 * instance a class, so that what it sets up on the server is shared by its tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Contract.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface ContractTest {}
