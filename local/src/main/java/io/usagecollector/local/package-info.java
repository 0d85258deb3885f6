@NullMarked
package io.usagecollector.local;

import org.jspecify.annotations.NullMarked;
