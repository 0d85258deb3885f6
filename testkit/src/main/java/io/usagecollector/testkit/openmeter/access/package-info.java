/** Who may ask what at Konnect's address. A self-hosted server lets everybody in. */
@NullMarked
package io.usagecollector.testkit.openmeter.access;

import org.jspecify.annotations.NullMarked;
