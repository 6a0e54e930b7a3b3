package org.gongkai.model;

/**
 * 旧地址: where a notice once was, and where a page now leads on to it.
 *
 * @param file the file of that page, relative to the site's root
 */
public record FormerAddress(String file, Place at) {
    private static final String INDEX = "index.html";

    /** The address as a reader knows it, not encoded, relative to the site's root. */
    public String path() {
        return file.endsWith("/" + INDEX)
                ? file.substring(0, file.length() - INDEX.length())
                : file;
    }
}
