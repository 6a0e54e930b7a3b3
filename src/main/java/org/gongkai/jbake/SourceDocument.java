package org.gongkai.jbake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * A content file as JBake sees it.
 *
 * @param type which template renders it
 * @param uri where it is written, relative to the site's root
 * @param date null where it has none
 * @param body HTML, which is read when it is asked for: that of all would fill the memory
 */
public record SourceDocument(
        Path file,
        String type,
        String uri,
        String title,
        LocalDate date,
        List<String> tags,
        Supplier<String> body) {}
