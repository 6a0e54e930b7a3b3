package org.gongkai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gongkai.checks.ContentChecks;
import org.gongkai.checks.page.PageRun;
import org.gongkai.model.Column;
import org.gongkai.model.PersonalNumbers;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.UnitTasks;
import org.gongkai.pages.PagesOnRequest;
import org.gongkai.publish.CopiedFiles;

/**
 * A column as it stands after an edit, its pages made only when they are asked for. Each is the
 * same, byte for byte, as a build would make it.
 */
final class Edition {
    private static final String OUT = "public";

    /** Files of other kinds are no pages, and not looked for among them. */
    private static final Pattern PAGE = Pattern.compile(".*\\.(?:html|xml)");

    private final Column column;
    private final Path folder;
    private final PagesOnRequest pages;
    private final Map<String, Path> attachments;
    private final Map<String, Path> made = new ConcurrentHashMap<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final Problems ofPages = new Problems();
    private final PageRun pageChecks;
    private Map<String, UnitTasks> unitTasks;

    /**
     * @param folder an empty folder for what is made
     */
    Edition(SiteBuild build, Column column, Path folder) throws IOException {
        this.column = column;
        this.folder = folder;
        CopiedFiles copied = new CopiedFiles(column, build.source());
        try (Beside copying = Beside.start(() -> copied.writeAssets(folder))) {
            this.pages = build.pageRenderer(column, this::unitTasks, folder).onRequest();
            this.attachments = copied.attachments();
            copying.join();
        }
        this.pageChecks = build.pageChecks(column, build.source().resolve(OUT), folder, ofPages);
    }

    private synchronized Map<String, UnitTasks> unitTasks() {
        if (unitTasks == null) {
            unitTasks = UnitTasks.byUnit(column.site());
        }
        return unitTasks;
    }

    Path folder() {
        return folder;
    }

    /** The path under which a server may show the site, with slashes at both ends. */
    String basePath() {
        return column.site().settings().basePath();
    }

    boolean hasPage(String path) {
        return PAGE.matcher(path).matches() && pages.has(path);
    }

    /**
     * The file of a page that there is.
     *
     * @throws org.gongkai.jbake.TemplateFailure where a template can't be read or run
     */
    Path page(String path) {
        return made.computeIfAbsent(
                path,
                missing -> {
                    pages.render(missing);
                    return folder.resolve(missing);
                });
    }

    /** Whether a page is shown for the first time: of several threads, one is told so. */
    boolean isFirst(String path) {
        return shown.add(path);
    }

    /** A file that is published as it is. */
    Optional<Path> copied(String path) {
        return Optional.ofNullable(attachments.get(path)).or(() -> inside(folder, path));
    }

    /** A file below a folder; empty where there is none. */
    static Optional<Path> inside(Path folder, String path) {
        try {
            Path file = folder.resolve(path).normalize();
            return Optional.of(file)
                    .filter(each -> each.startsWith(folder))
                    .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with the content. */
    List<Problem> contentProblems() {
        Problems problems = new Problems();
        new ContentChecks().run(column, problems);
        return problems.sorted();
    }

    /** What is wrong with a page that was made. */
    List<Problem> pageProblems(String path) {
        pageChecks.checkPage(path);
        String file = PersonalNumbers.masked(OUT + "/" + path);
        return ofPages.sorted().stream().filter(each -> each.file().equals(file)).toList();
    }

    /** Writes the search index, the data and the sitemap. */
    void writeSummaries(Path to) throws IOException {
        SiteBuild.writeSummaries(column, unitTasks(), pages.pages(), to);
    }
}
