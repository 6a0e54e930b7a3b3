package org.gongkai.pages;

/**
 * A value that notices share, with how many have it.
 *
 * @param url its list, relative to the site's root
 */
public record Facet(String label, String url, int count) {}
