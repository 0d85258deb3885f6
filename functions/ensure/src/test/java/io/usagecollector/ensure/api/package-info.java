/** The API's document: printed from the code, and held against answers. */
@NullMarked
package io.usagecollector.ensure.api;

import org.jspecify.annotations.NullMarked;
