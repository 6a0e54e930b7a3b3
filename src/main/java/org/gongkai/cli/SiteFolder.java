package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.gongkai.checks.page.SiteOwner;
import org.gongkai.model.SiteSettings;

/**
 * Where a built site lies.
 *
 * @param named the folder as {@code --out} names it; null for the usual one
 */
record SiteFolder(Path named) {
    static final Path USUAL = Path.of("public");

    Path path() {
        return (named == null ? USUAL : named).toAbsolutePath().normalize();
    }

    /**
     * Whether nobody named it, and the site in the usual place is not of the column with these
     * settings: the program's own folder often holds the site of its sample column.
     */
    boolean isOfAnotherColumn(SiteSettings settings) throws IOException {
        return named == null && SiteOwner.isOther(path(), settings);
    }
}
