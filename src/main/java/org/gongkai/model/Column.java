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
 * @param texts the files whose text is published, for the checks
 * @param terms 错敏词
 * @param waivers 豁免
 */
public record Column(
        Site site,
        List<Notice> withheld,
        Set<String> unbuiltDrafts,
        List<Asset> assets,
        WorkingDays workingDays,
        List<ColumnText> texts,
        List<Term> terms,
        List<Waiver> waivers) {
    public Column {
        withheld = List.copyOf(withheld);
        unbuiltDrafts = Set.copyOf(unbuiltDrafts);
        assets = List.copyOf(assets);
        texts = List.copyOf(texts);
        terms = List.copyOf(terms);
        waivers = List.copyOf(waivers);
    }

    /**
     * A file that is published as it is.
     *
     * @param file where it lies on this machine
     * @param path where it is published, relative to the site's root
     */
    public record Asset(java.nio.file.Path file, String path) {}
}
