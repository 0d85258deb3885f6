@NullMarked
package io.usagecollector.core;

import org.jspecify.annotations.NullMarked;
