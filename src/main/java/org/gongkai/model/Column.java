package org.gongkai.model;

import java.util.List;
import java.util.Set;

/**
 * 栏目: all that was read from a column's folder.
 *
 * @param site what may be published
 * @param withheld the notices that may not, for the checks alone
 * @param unbuiltDrafts the files of drafts that are not built, also of those too unfinished to be
 *     read
 * @param assets files of {@code assets/}, the generator's first and the column's own after them
 * @param workingDays the calendar
 */
public record Column(
        Site site,
        List<Notice> withheld,
        Set<String> unbuiltDrafts,
        List<Asset> assets,
        WorkingDays workingDays) {
    public Column {
        withheld = List.copyOf(withheld);
        unbuiltDrafts = Set.copyOf(unbuiltDrafts);
        assets = List.copyOf(assets);
    }

    /**
     * A file that is published as it is.
     *
     * @param file where it lies on this machine
     * @param path where it is published, relative to the site's root
     */
    public record Asset(java.nio.file.Path file, String path) {}
}
