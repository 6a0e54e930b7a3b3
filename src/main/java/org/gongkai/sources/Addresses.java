package org.gongkai.sources;

import java.util.Set;

/**
 * The addresses that a column's files have, known before any of them is read.
 *
 * @param notices ids, {@code <year>/<name>}
 * @param pages names
 * @param basePath the path under which the site lies, with slashes at both ends
 */
record Addresses(Set<String> notices, Set<String> pages, String basePath) {}
