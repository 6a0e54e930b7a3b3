package org.gongkai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.checks.ContentChecks;
import org.gongkai.checks.SafeHtml;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.checks.page.PageRun;
import org.gongkai.jbake.TemplateFailure;
import org.gongkai.model.CheckLevel;
import org.gongkai.model.Column;
import org.gongkai.model.Page;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.UnitTasks;
import org.gongkai.pages.PageRenderer;
import org.gongkai.publish.CopiedFiles;
import org.gongkai.publish.DataFiles;
import org.gongkai.publish.OutputFolder;
import org.gongkai.publish.Redirects;
import org.gongkai.publish.Sitemap;
import org.gongkai.search.SearchExport;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchIndexer;
import org.gongkai.sources.Sources;

/**
 * The whole way from an editor's files to a site: sources, checks, pages, data, publishing.
 *
 * @param generator the generator's own folder, which lends a column the templates and assets that
 *     it lacks
 * @param source the column's folder
 * @param asOf the day on which everything is judged; a build looks at no other clock
 * @param drafts whether drafts are published too
 * @param strict whether warnings fail the build
 */
public record SiteBuild(
        Path generator, Path source, LocalDate asOf, boolean drafts, boolean strict) {

    /** What a build made. */
    public record Result(
            boolean published, int notices, int tasks, int pages, List<CheckLevel> pageChecks) {}

    /**
     * Builds into the folder; where there are problems that forbid it, nothing of the folder is
     * touched.
     */
    public Result run(Path out, Problems problems) throws IOException {
        Column column = check(problems);
        if (mayPublish(problems)) {
            try (OutputFolder output = new OutputFolder(out, source)) {
                Path folder = output.folder();
                Map<String, UnitTasks> unitTasks = UnitTasks.byUnit(column.site());
                // The checks of pages look at their style sheets.
                new CopiedFiles(column, source).write(folder);
                PageRun checks = pageChecks(column, out, folder, problems);
                List<Page> pages =
                        new PageRenderer(
                                        column.site(), unitTasks, source, templateFolders(), folder)
                                .render(page -> checks.checkPage(page.path()));
                try (SearchIndex index = new SearchIndexer().index(column.site())) {
                    new SearchExport(index).write(folder);
                }
                new DataFiles(column.site(), unitTasks).write(folder);
                new Redirects(column.site()).write(folder);
                new Sitemap(column.site().settings()).write(folder, pages);
                checks.finish();
                if (mayPublish(problems)) {
                    output.publish();
                    return result(column, true, pages.size());
                }
            } catch (TemplateFailure e) {
                report(e, problems);
            }
        }
        return result(column, false, 0);
    }

    /** Reads and checks without building. */
    public Column check(Problems problems) throws IOException {
        Column column =
                new Sources(generator, new SafeHtml()::clean).read(source, asOf, drafts, problems);
        new ContentChecks().run(column, problems);
        column.unbuiltDrafts().forEach(problems::soften);
        return column;
    }

    /** Checks every page of a site that was built before; there may be none. */
    public void checkPages(Column column, Path out, Problems problems) throws IOException {
        if (Files.isDirectory(out)) {
            PageRun checks = pageChecks(column, out, out, problems);
            PageRun.pagesIn(out).parallelStream().forEach(checks::check);
            checks.finish();
        }
    }

    /** What only a person can judge is asked for by {@code check --pages} alone. */
    private PageRun pageChecks(Column column, Path out, Path folder, Problems problems) {
        Path root = source.toAbsolutePath().normalize();
        Path shown =
                out.toAbsolutePath().normalize().startsWith(root)
                        ? root.relativize(out.toAbsolutePath().normalize())
                        : out.getFileName();
        String prefix = shown.toString().replace('\\', '/') + "/";
        return new PageRun(
                new PageChecks(), folder, prefix, column.site().settings(), problems, null);
    }

    /** Whether what was found lets a site be published. */
    public boolean mayPublish(Problems problems) {
        return !problems.hasErrors() && !(strict && !problems.sorted().isEmpty());
    }

    private List<Path> templateFolders() {
        return List.of(source.resolve("templates"), generator.resolve("templates"));
    }

    private void report(TemplateFailure failure, Problems problems) {
        boolean own = Files.exists(source.resolve("templates").resolve(failure.template()));
        problems.error(
                "template",
                new Place("templates/" + failure.template(), failure.line()),
                "模板出错：" + failure.getMessage() + "。",
                own ? "请改正模板；删除它就会改用自带的模板。" : "这是自带的模板，请把这一行交给技术人员。");
    }

    private static Result result(Column column, boolean published, int pages) {
        int tasks =
                column.site().notices().stream().mapToInt(notice -> notice.taskList().size()).sum();
        return new Result(
                published,
                column.site().notices().size(),
                tasks,
                pages,
                column.site().settings().pageChecks());
    }
}
