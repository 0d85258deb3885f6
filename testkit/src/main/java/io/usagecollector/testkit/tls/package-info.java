/** A certificate authority that lives as long as one run. Nothing of HTTP or billing lives here. */
@NullMarked
package io.usagecollector.testkit.tls;

import org.jspecify.annotations.NullMarked;
