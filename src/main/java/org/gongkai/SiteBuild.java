package org.gongkai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.cache.KeptPages;
import org.gongkai.cache.KeptSearch;
import org.gongkai.checks.ContentChecks;
import org.gongkai.checks.TextMemory;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.checks.page.PageFiles;
import org.gongkai.checks.page.PageRun;
import org.gongkai.checks.page.SiteMarks;
import org.gongkai.jbake.TemplateFailure;
import org.gongkai.model.CheckLevel;
import org.gongkai.model.Column;
import org.gongkai.model.Page;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Processors;
import org.gongkai.model.Site;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.UnitTasks;
import org.gongkai.pages.PageRenderer;
import org.gongkai.publish.CopiedFiles;
import org.gongkai.publish.DataFiles;
import org.gongkai.publish.OldSite;
import org.gongkai.publish.OutputFolder;
import org.gongkai.publish.Redirects;
import org.gongkai.publish.Sitemap;
import org.gongkai.search.KeptIndex;
import org.gongkai.search.KeptShards;
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
 * @param clean whether nothing that an earlier build knew is used
 */
public record SiteBuild(
        Path generator,
        Path source,
        LocalDate asOf,
        boolean drafts,
        boolean strict,
        boolean clean) {

    public SiteBuild(Path generator, Path source, LocalDate asOf, boolean drafts, boolean strict) {
        this(generator, source, asOf, drafts, strict, false);
    }

    /**
     * What a build made.
     *
     * @param noticesRead how many notices were read anew
     * @param pagesMade how many pages were made anew
     * @param searchMade whether the search was made anew
     * @param searchBytes how much the files of the search hold
     */
    public record Result(
            boolean published,
            int notices,
            int tasks,
            int pages,
            List<CheckLevel> pageChecks,
            int noticesRead,
            int pagesMade,
            boolean searchMade,
            long searchBytes) {}

    /**
     * Builds into the folder; where there are problems that forbid it, nothing of the folder is
     * touched.
     */
    public Result run(Path out, Problems problems) throws IOException {
        return run(out, problems, Progress.UNWATCHED);
    }

    /** The same, while somebody watches. */
    public Result run(Path out, Problems problems, Progress progress) throws IOException {
        Path file = OutputFolder.cache(out);
        Optional<Result> result = clean ? Optional.empty() : runOn(file, out, problems, progress);
        if (result.isPresent()) {
            return result.get();
        }
        try (Memory memory = Memory.fresh(file)) {
            return run(out, memory, problems, progress);
        }
    }

    /** Builds with what an earlier build knew; empty where that turns out to be damaged. */
    private Optional<Result> runOn(Path file, Path out, Problems problems, Progress progress)
            throws IOException {
        Problems found = new Problems();
        try (Memory memory = Memory.open(file)) {
            Result result;
            try {
                result = run(out, memory, found, progress);
            } catch (IOException | RuntimeException e) {
                if (memory.isDamaged()) {
                    return Optional.empty();
                }
                throw e;
            }
            if (memory.isDamaged()) {
                return Optional.empty();
            }
            found.sorted().forEach(problems::add);
            return Optional.of(result);
        }
    }

    private Result run(Path out, Memory memory, Problems problems, Progress progress)
            throws IOException {
        progress.begins(Progress.Stage.CONTENT);
        OldSite oldSite = memory.oldSite(out);
        Column column;
        try (Beside looking = Beside.start(() -> memory.lookAhead(oldSite))) {
            column = check(problems, memory.sources(generator), memory::texts);
            looking.join();
        }
        progress.ends(Progress.Stage.CONTENT);
        if (mayPublish(problems)) {
            try (OutputFolder output = new OutputFolder(oldSite, source, memory.folders())) {
                Path folder = output.folder();
                PageRun checks = pageChecks(column, out, folder, problems);
                KeptPages kept = memory.pages(output::take, checks, column.site());
                KeptSearch search = memory.search(folder, output);
                List<Page> pages;
                try (Beside searching =
                        Beside.start(
                                () ->
                                        makeSearch(
                                                column.site(),
                                                search,
                                                memory,
                                                out,
                                                folder,
                                                progress))) {
                    pages = makePages(column, kept, memory, oldSite, folder, progress);
                    searching.join();
                }
                progress.begins(Progress.Stage.LINKS);
                memory.checkAllPages(checks, kept, column, output.assemble());
                progress.ends(Progress.Stage.LINKS);
                if (mayPublish(problems) && !memory.isDamaged()) {
                    progress.begins(Progress.Stage.EXCHANGE);
                    output.publish();
                    memory.write();
                    progress.ends(Progress.Stage.EXCHANGE);
                    return result(
                            column,
                            true,
                            pages.size(),
                            memory.notices().read(),
                            kept.made(),
                            !search.kept(),
                            search.bytes());
                }
            } catch (TemplateFailure e) {
                report(e, problems);
            }
        }
        return result(column, false, 0, memory.notices().read(), 0, false, 0);
    }

    /** Makes the pages, and beside them the data. */
    private List<Page> makePages(
            Column column,
            KeptPages kept,
            Memory memory,
            OldSite oldSite,
            Path folder,
            Progress progress)
            throws IOException {
        progress.begins(Progress.Stage.PAGES);
        // The checks of pages look at their style sheets.
        new CopiedFiles(column, source).write(folder);
        Map<String, UnitTasks> unitTasks = UnitTasks.byUnit(column.site());
        DataFiles data = memory.data(column.site(), unitTasks, oldSite);
        try (Beside writing = Beside.start(() -> makeData(data, column, folder, progress))) {
            List<Page> pages =
                    pageRenderer(column, () -> unitTasks, folder)
                            .make(kept, memory.digests(), progress::done);
            new Sitemap(column.site().settings()).write(folder, pages);
            progress.ends(Progress.Stage.PAGES);
            writing.join();
            return pages;
        }
    }

    PageRenderer pageRenderer(
            Column column, Supplier<Map<String, UnitTasks>> unitTasks, Path folder) {
        return new PageRenderer(column.site(), unitTasks, source, templateFolders(), folder);
    }

    private void makeSearch(
            Site site, KeptSearch kept, Memory memory, Path out, Path folder, Progress progress)
            throws IOException {
        progress.begins(Progress.Stage.SEARCH);
        Site searched = searched(site);
        if (kept.isKept(searched)) {
            memory.keepShards();
        } else {
            KeptShards shards = memory.shards(kept);
            SearchIndexer indexer = new SearchIndexer();
            KeptIndex known = clean ? memory.index(out).anew() : memory.index(out);
            // Drafts lie nowhere but in their own files.
            try (SearchIndex index =
                    drafts ? indexer.index(searched) : indexer.index(searched, known)) {
                String name = new SearchExport(index, shards).write(folder);
                kept.take(shards.kept(), name);
            }
            memory.remember(shards);
            kept.remember(searched);
        }
        progress.ends(Progress.Stage.SEARCH);
    }

    private static void makeData(DataFiles data, Column column, Path folder, Progress progress)
            throws IOException {
        progress.begins(Progress.Stage.DATA);
        writeData(data, column, folder);
        progress.ends(Progress.Stage.DATA);
    }

    private static void writeSearch(Site searched, Path folder) throws IOException {
        try (SearchIndex index = new SearchIndexer().index(searched)) {
            new SearchExport(index).write(folder);
        }
    }

    private static void writeData(DataFiles data, Column column, Path folder) throws IOException {
        data.write(folder);
        new Redirects(column.site()).write(folder);
    }

    /** Writes what is made of all notices together: the search index, the data, the sitemap. */
    static void writeSummaries(
            Column column, Map<String, UnitTasks> unitTasks, List<Page> pages, Path folder)
            throws IOException {
        writeSearch(searched(column.site()), folder);
        writeData(new DataFiles(column.site(), unitTasks), column, folder);
        new Sitemap(column.site().settings()).write(folder, pages);
    }

    /** What says who publishes the column, read alone. */
    public SiteSettings settings(Problems problems) throws IOException {
        return Memory.none().sources(generator).settings(source, problems);
    }

    /** Reads and checks without building. */
    public Column check(Problems problems) throws IOException {
        return check(problems, Memory.none().sources(generator), column -> TextMemory.NONE);
    }

    private Column check(Problems problems, Sources sources, Function<Column, TextMemory> texts)
            throws IOException {
        Column column = sources.read(source, asOf, drafts, problems);
        new ContentChecks(texts.apply(column)).run(column, problems);
        column.unbuiltDrafts().forEach(problems::soften);
        return column;
    }

    /** Checks every page of a site that was built before; there may be none. */
    public void checkPages(Column column, Path out, Problems problems) throws IOException {
        if (Files.isDirectory(out)) {
            Problems found = new Problems();
            PageRun checks = pageChecks(column, out, out, found);
            List<String> pages = PageFiles.in(out).pages();
            Processors.each(pages, checks::check);
            checks.finish();
            SiteMarks.passOn(found.sorted(), pages.size(), new Place("site.yml", 1), problems);
        }
    }

    /** What only a person can judge is asked for by {@code check --pages} alone. */
    PageRun pageChecks(Column column, Path out, Path folder, Problems problems) {
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

    void report(TemplateFailure failure, Problems problems) {
        boolean own = Files.exists(source.resolve("templates").resolve(failure.template()));
        problems.error(
                "template",
                new Place("templates/" + failure.template(), failure.line()),
                "模板出错：" + failure.getMessage() + "。",
                own ? "请改正模板；删除它就会改用自带的模板。" : "这是自带的模板，请把这一行交给技术人员。");
    }

    /** What the search is made of: less than a site, so that it need not be made anew so often. */
    private static Site searched(Site site) {
        return new Site(
                site.settings().forPages(),
                site.asOf(),
                site.notices(),
                site.pages(),
                site.units().namesOnly(),
                site.catalog(),
                site.topics(),
                site.synonyms());
    }

    private static Result result(
            Column column,
            boolean published,
            int pages,
            int noticesRead,
            int pagesMade,
            boolean searchMade,
            long searchBytes) {
        int tasks =
                column.site().notices().stream().mapToInt(notice -> notice.taskList().size()).sum();
        return new Result(
                published,
                column.site().notices().size(),
                tasks,
                pages,
                column.site().settings().pageChecks(),
                noticesRead,
                pagesMade,
                searchMade,
                searchBytes);
    }
}
