package org.gongkai.model;

/**
 * A file that is published with a notice or page: an 附件, or a picture or file that its text links
 * to.
 *
 * @param name what citizens read; null for a file that only the text links to
 * @param source the file, relative to the column's folder
 * @param path where it is published, relative to the site's root
 * @param bytes its size
 */
public record Attachment(String name, String source, String path, long bytes) {
    /** Its address, relative to the page that it is published with. */
    public String url() {
        String[] parts = path.split("/", -1);
        int folders = parts[0].equals("pages") ? 2 : 3;
        return Urls.encodePath(
                String.join("/", java.util.Arrays.copyOfRange(parts, folders, parts.length)));
    }

    public String extension() {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/')
                ? path.substring(dot + 1).toUpperCase(java.util.Locale.ROOT)
                : "";
    }

    /** Its size as a person would say it. */
    public String size() {
        if (bytes < 1024) {
            return bytes + " 字节";
        }
        return bytes < 1024 * 1024
                ? Math.round(bytes / 1024.0) + " KB"
                : Math.round(bytes / 1024.0 / 102.4) / 10.0 + " MB";
    }
}
