package org.gongkai.model;

import java.nio.file.Path;

/**
 * A file of the column whose text is read as it was typed.
 *
 * @param file relative to the column's folder, with forward slashes
 * @param path where it lies on this machine
 * @param shown for a notice or page, whose text without markup it is; null for others
 */
public record ColumnText(String file, Path path, Kind kind, Body shown) {

    /** What the file is. */
    public enum Kind {
        NOTICE,
        TASKS,
        PAGE,
        /** units.yml, catalog.yml, site.yml */
        REGISTER,
        /** Published with a notice or page. */
        ATTACHMENT
    }
}
