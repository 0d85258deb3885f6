/** What proves the speed. Nothing here is deployed, and nothing here gates a build. */
@NullMarked
package io.usagecollector.bench;

import org.jspecify.annotations.NullMarked;
