/**
 * The API v1 of a self-hosted server: camel case, bodies in which unknown fields are passed over,
 * keys where ids may stand.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.routes.v1;

import org.jspecify.annotations.NullMarked;
