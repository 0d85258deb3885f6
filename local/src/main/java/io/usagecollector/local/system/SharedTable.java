package io.usagecollector.local.system;

import java.net.URI;

/**
 * The table that the function's instances share.
 *
 * @param endpoint where its server listens
 * @param name the table's name
 */
record SharedTable(URI endpoint, String name) {}
