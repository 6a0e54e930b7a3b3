package org.gongkai;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.gongkai.cache.BuildCache;
import org.gongkai.cache.Digest;
import org.gongkai.cache.Digests;
import org.gongkai.cache.FileMarks;
import org.gongkai.cache.FolderMarks;
import org.gongkai.cache.GeneratorDigest;
import org.gongkai.cache.KeptPages;
import org.gongkai.cache.KeptPieces;
import org.gongkai.cache.KeptSearch;
import org.gongkai.cache.RecordFormat;
import org.gongkai.cache.Stamp;
import org.gongkai.checks.SafeHtml;
import org.gongkai.checks.TextMemory;
import org.gongkai.checks.page.PageRun;
import org.gongkai.model.Attachment;
import org.gongkai.model.Column;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.UnitRegister;
import org.gongkai.model.UnitTasks;
import org.gongkai.publish.DataFiles;
import org.gongkai.publish.OldSite;
import org.gongkai.publish.OutputFolder;
import org.gongkai.search.KeptIndex;
import org.gongkai.search.KeptShards;
import org.gongkai.sources.KnownNotices;
import org.gongkai.sources.KnownPinyin;
import org.gongkai.sources.Sources;

/** What an earlier build of a site knew, as each step of a build asks for it. */
final class Memory implements Closeable {
    private final BuildCache cache;
    private final RecordFormat format = new RecordFormat();
    private final KnownNotices notices;
    private final Digests digests;
    private final FileMarks sources;
    private final FileMarks published;
    private final FolderMarks folders;
    private final KnownPinyin pinyin;
    private FileMarks quiet;
    private KeptSearch.Before search;

    private Memory(BuildCache cache) {
        this.cache = cache;
        this.sources = new FileMarks(cache.section("sources"));
        this.notices = new KnownNotices(cache, format, sources);
        this.pinyin = new KnownPinyin(cache.section("pinyin"), format);
        this.published = new FileMarks(cache.section("published"));
        this.folders = new FolderMarks(cache.section("folders"));
        this.digests =
                new Digests(format)
                        .remember(Notice.class, this::parts)
                        .tell(UnitTasks.Entry.class, Memory::parts)
                        .remember(UnitRegister.class, Memory::parts)
                        .remember(SiteSettings.class)
                        .remember(Site.class);
    }

    /** One that knows nothing and keeps nothing. */
    static Memory none() {
        return new Memory(BuildCache.none());
    }

    /** One that knows nothing yet. */
    static Memory fresh(Path file) {
        return new Memory(BuildCache.fresh(file, GeneratorDigest.ofThisProgram()));
    }

    /** What was written to the file; nothing where another version of this program wrote it. */
    static Memory open(Path file) {
        return new Memory(BuildCache.open(file, GeneratorDigest.ofThisProgram()));
    }

    /** A notice is what was read, and what the others make of it. */
    private List<Object> parts(Notice notice) {
        return notices.digest(notice.id())
                .<List<Object>>map(
                        read -> Arrays.asList(read, notice.references(), notice.standing()))
                .orElseGet(() -> format.components(notice));
    }

    /** Its task is one of its notice. */
    private static List<Object> parts(UnitTasks.Entry entry) {
        return List.of(entry.notice(), entry.task().place());
    }

    private static List<Object> parts(UnitRegister register) {
        return List.of(List.copyOf(register.units()), register.collectives());
    }

    Digests digests() {
        return digests;
    }

    /** The texts in which nothing has to be looked for again; the notices were read by now. */
    TextMemory texts(Column column) {
        Digest by = digests.of(column.terms()).orElseThrow();
        quiet = new FileMarks(cache.section("quiet"), by);
        return new QuietTexts(quiet, sources, notices::digest);
    }

    KnownNotices notices() {
        return notices;
    }

    /**
     * Reads a column, less what is known of it.
     *
     * @param generator the generator's own folder
     */
    Sources sources(Path generator) {
        return new Sources(generator, new SafeHtml()::clean, notices, digests, pinyin);
    }

    /** The site that an earlier build made. */
    OldSite oldSite(Path out) throws IOException {
        return new OldSite(out, published);
    }

    /** How the folders of the old site look, and of the one before. */
    FolderMarks folders() {
        return folders;
    }

    KeptPages pages(BiPredicate<String, Stamp> take, PageRun checks, Site site) {
        return new KeptPages(
                cache.section("pages"),
                cache.section("facts"),
                format,
                digests.of(site.settings().forPages()).orElseThrow(),
                take,
                checks::checkPage,
                checks::recall);
    }

    /**
     * Looks whether the files of the old search are as they were, while the content is read: that
     * leaves time for it.
     */
    void lookAhead(OldSite oldSite) {
        KeptSearch.Before before = KeptSearch.Before.read(cache.section("search"), format);
        before.files().forEach(oldSite::holds);
        search = before;
    }

    /** The data, most of which is copied from the files of the old site. */
    DataFiles data(Site site, Map<String, UnitTasks> unitTasks, OldSite oldSite) {
        return new DataFiles(
                site,
                unitTasks,
                new KeptPieces(cache.section("pieces"), oldSite::asLeft),
                digests::of);
    }

    KeptSearch search(Path folder, OutputFolder output) {
        return new KeptSearch(
                cache.section("search"),
                search,
                format,
                digests,
                folder,
                output::holds,
                output::take,
                output::takeAs);
    }

    /** The files of the old search, to be left out of the new one where they are the same. */
    KeptShards shards(KeptSearch search) {
        return new KeptShards(cache.section("shards").get("all"), search::holds);
    }

    void remember(KeptShards shards) {
        cache.section("shards").put("all", shards.memo());
    }

    void keepShards() {
        cache.section("shards").keep("all");
    }

    /** The index of the old site, beside the cache. */
    KeptIndex index(Path out) {
        Path file = OutputFolder.cache(out);
        return new KeptIndex(
                file.resolveSibling(file.getFileName() + "-index"),
                GeneratorDigest.ofThisProgram().toString(),
                notice -> digests.of(notice).orElseThrow().toString());
    }

    /**
     * Checks what concerns several pages, unless an earlier build found nothing where all that such
     * a check looks at was the same.
     *
     * @param site where all of its files are
     */
    void checkAllPages(PageRun checks, KeptPages kept, Column column, Path site) {
        Digest of =
                digests.of(
                                List.of(
                                        column.site().settings().forPages(),
                                        kept.facts(),
                                        column.assets().stream().map(Column.Asset::path).toList(),
                                        published(column.site())))
                        .orElseThrow();
        BuildCache.Section section = cache.section("links");
        byte[] known = section.get("clean");
        if ((known != null && format.read(known).equals(of)) || checks.finish(site)) {
            section.put("clean", format.write(of));
        }
    }

    /** The files of notices and pages. */
    private static List<String> published(Site site) {
        return Stream.concat(
                        site.notices().stream().flatMap(Notice::publishedFiles),
                        site.pages().stream().flatMap(ContentPage::publishedFiles))
                .map(Attachment::path)
                .toList();
    }

    /** Whether something that was relied on could not be read, so that nothing counts. */
    boolean isDamaged() {
        return cache.isDamaged();
    }

    /**
     * Keeps it for the next build. The site stands already, so that a disk that is full or may not
     * be written to costs time alone.
     */
    void write() {
        sources.keep();
        pinyin.keep();
        published.keep();
        folders.keep();
        quiet.keep();
        try {
            cache.write();
        } catch (IOException e) {
            // The next build makes all anew.
        }
    }

    @Override
    public void close() throws IOException {
        cache.close();
    }
}
