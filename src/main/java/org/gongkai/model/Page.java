package org.gongkai.model;

import java.time.LocalDate;

/**
 * A page that was rendered.
 *
 * @param path its file, relative to the site's root
 * @param url its address, relative to the site's root
 * @param modified when what it shows last changed; null where nobody can say
 * @param listed whether it belongs in the sitemap
 */
public record Page(String path, String url, LocalDate modified, boolean listed) {}
