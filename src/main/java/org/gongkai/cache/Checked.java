package org.gongkai.cache;

/**
 * What the checks say of a page.
 *
 * @param clean whether they found nothing, so that they need not look at the same page again
 * @param facts what they have to be told of it when it is kept; null for a file that is no page
 */
public record Checked(boolean clean, Object facts) {}
