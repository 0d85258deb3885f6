@NullMarked
package io.usagecollector.bench;

import org.jspecify.annotations.NullMarked;
