package org.gongkai.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.cache.Digest;
import org.gongkai.cache.Digests;
import org.gongkai.model.Appearance;
import org.gongkai.model.Category;
import org.gongkai.model.Column;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Origin;
import org.gongkai.model.Problems;
import org.gongkai.model.Processors;
import org.gongkai.model.Site;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.Term;
import org.gongkai.model.Topic;
import org.gongkai.model.UnitRegister;
import org.gongkai.model.Waiver;
import org.gongkai.model.WorkingDays;

/**
 * Reads a column's folder.
 *
 * <p>Start here: {@code new Sources(generator, cleaner, known, digests).read(root, asOf, drafts,
 * problems)}.
 */
public final class Sources {
    private static final String WORKDAYS = "workdays.yml";
    private static final String SYNONYMS = "synonyms.txt";
    private static final String TERMS = "terms.yml";
    private static final String TEMPLATES = "templates";
    private static final String TEMPLATE_END = ".ftlh";
    private static final String WAIVERS = "waivers.yml";

    private final Path generator;
    private final HtmlCleaner cleaner;
    private final NoticeMemory known;
    private final Digests digests;
    private final UnaryOperator<String> pinyin;

    public Sources(Path generator, HtmlCleaner cleaner, NoticeMemory known, Digests digests) {
        this(generator, cleaner, known, digests, Slugs::pinyin);
    }

    /**
     * @param generator the generator's own folder, which lends {@code assets/} and {@code site.yml}
     *     to a column without
     * @param known notices that need not be read again
     * @param pinyin names in pinyin, perhaps as they were remembered
     */
    public Sources(
            Path generator,
            HtmlCleaner cleaner,
            NoticeMemory known,
            Digests digests,
            UnaryOperator<String> pinyin) {
        this.generator = generator;
        this.cleaner = cleaner;
        this.known = known;
        this.digests = digests;
        this.pinyin = pinyin;
    }

    /**
     * Reads the column; what is wrong with it is added to the problems, and what could be read is
     * returned.
     *
     * @param asOf the day on which validity is judged
     * @param drafts whether drafts are published too
     */
    public Column read(Path root, LocalDate asOf, boolean drafts, Problems problems)
            throws IOException {
        ContentFiles files = new ContentFiles(root, problems);
        SiteSettings settings = settings(root, problems);
        Addresses addresses =
                new Addresses(
                        names(files.notices(), ContentFiles.NoticeFile::id),
                        names(files.pages(), ContentFiles.PageFile::base),
                        settings.basePath());
        UnitRegister register =
                optional(files.register("units.yml"), "content/units.yml", problems)
                        .map(source -> new UnitRegisterReader(problems, pinyin).read(source))
                        .orElseGet(() -> new UnitRegister(List.of(), List.of()));
        // Its addresses need a dictionary that takes as long to load as a hundred notices to read.
        ForkJoinTask<List<Category>> catalog =
                ForkJoinPool.commonPool().submit(() -> catalog(files, problems));
        MarkdownReader markdown = new MarkdownReader(cleaner, problems);
        Set<String> draftFiles = ConcurrentHashMap.newKeySet();
        List<Notice> notices =
                new ValidityResolver(asOf, drafts)
                        .resolve(
                                readNotices(
                                        root,
                                        files,
                                        addresses,
                                        register.namesOnly(),
                                        markdown,
                                        draftFiles,
                                        problems));
        PageReader pageReader =
                new PageReader(root, addresses, templates(root), markdown, problems);
        List<ContentPage> pages =
                readAll(files.pages(), pageReader::read).stream()
                        .filter(page -> drafts || !page.draft())
                        .sorted(
                                Comparator.comparingInt(ContentPage::order)
                                        .thenComparing(ContentPage::name))
                        .toList();
        reportUnused(root, files, settings, notices, pageReader);
        List<Notice> published =
                notices.stream()
                        .filter(notice -> notice.isPublic(drafts))
                        .sorted(Notice.NEWEST_FIRST)
                        .toList();
        List<Notice> withheld =
                notices.stream().filter(notice -> !notice.isPublic(drafts)).toList();
        Site site =
                new Site(
                        settings,
                        asOf,
                        published,
                        pages,
                        register,
                        catalog.join(),
                        topics(published),
                        synonyms(files, problems));
        Set<String> unbuiltDrafts = new HashSet<>();
        if (!drafts) {
            unbuiltDrafts.addAll(draftFiles);
            unbuiltDrafts.addAll(pageReader.draftFiles());
        }
        return new Column(
                site,
                withheld,
                unbuiltDrafts,
                assets(root, settings),
                workingDays(files, problems),
                new TextFiles(root, files).of(site, withheld),
                terms(files, problems),
                waivers(files, problems));
    }

    /** The names of the column's own templates and of the generator's. */
    private List<String> templates(Path root) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path folder : List.of(root.resolve(TEMPLATES), generator.resolve(TEMPLATES))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(TEMPLATE_END))
                            .map(name -> name.substring(0, name.length() - TEMPLATE_END.length()))
                            .forEach(names::add);
                }
            }
        }
        return List.copyOf(names);
    }

    private static void reportUnused(
            Path root,
            ContentFiles files,
            SiteSettings settings,
            List<Notice> notices,
            PageReader pages) {
        Set<String> used = new HashSet<>(pages.used());
        Set<String> read = new HashSet<>();
        for (Notice notice : notices) {
            read.add(notice.id());
            notice.publishedFiles().forEach(file -> used.add(file.source()));
        }
        if (settings.appearance().emblem() != null) {
            Path emblem = settings.appearance().emblem().file().toAbsolutePath().normalize();
            Path folder = root.toAbsolutePath().normalize();
            if (emblem.startsWith(folder)) {
                used.add(folder.relativize(emblem).toString().replace('\\', '/'));
            }
        }
        Set<String> unclear = new HashSet<>();
        for (ContentFiles.NoticeFile file : files.notices()) {
            if (!read.contains(file.id())) {
                unclear.add("content/notices/" + file.year());
            }
        }
        if (pages.count() < files.pages().size()) {
            unclear.add("content/pages");
        }
        files.reportUnused(used, unclear);
    }

    private List<Notice> readNotices(
            Path root,
            ContentFiles files,
            Addresses addresses,
            UnitRegister names,
            MarkdownReader markdown,
            Set<String> draftFiles,
            Problems problems)
            throws IOException {
        Digest register = digests.of(names).orElseThrow();
        return readAll(
                files.notices(),
                file ->
                        known.read(
                                file,
                                register,
                                new Surroundings(root, addresses),
                                problems,
                                (bytes, surroundings, own) ->
                                        new NoticeReader(
                                                        root,
                                                        surroundings,
                                                        markdown.telling(own),
                                                        new TaskTableReader(names, own),
                                                        draftFiles,
                                                        own)
                                                .read(file, bytes)));
    }

    private List<Category> catalog(ContentFiles files, Problems problems) {
        try {
            return optional(files.register("catalog.yml"), "content/catalog.yml", problems)
                    .map(source -> new CatalogReader(problems, pinyin).read(source))
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the column's site.yml says, or the generator's where it has none. */
    public SiteSettings settings(Path root, Problems problems) throws IOException {
        Path own = root.resolve("site.yml");
        Path file = isThere(own) ? own : generator.resolve("site.yml");
        return optional(file, "site.yml", problems)
                .map(source -> new SiteSettingsReader(problems).read(source))
                .orElseGet(() -> SiteSettingsReader.unnamed(new Origin("site.yml", Map.of())));
    }

    private static List<List<String>> synonyms(ContentFiles files, Problems problems)
            throws IOException {
        return optional(files.register(SYNONYMS), "content/" + SYNONYMS, problems)
                .map(source -> new SynonymReader(problems).read(source))
                .orElse(List.of());
    }

    /** The column's own list of terms, or the generator's. */
    private List<Term> terms(ContentFiles files, Problems problems) throws IOException {
        Path own = files.register(TERMS);
        Path file = isThere(own) ? own : generator.resolve("content").resolve(TERMS);
        return optional(file, "content/" + TERMS, problems)
                .map(source -> new TermReader(problems).read(source))
                .orElse(List.of());
    }

    private static List<Waiver> waivers(ContentFiles files, Problems problems) throws IOException {
        return optional(files.register(WAIVERS), "content/" + WAIVERS, problems)
                .map(source -> new WaiverReader(problems).read(source))
                .orElse(List.of());
    }

    private WorkingDays workingDays(ContentFiles files, Problems problems) throws IOException {
        WorkingDaysReader reader = new WorkingDaysReader(problems);
        try (InputStream in = Sources.class.getResourceAsStream(WORKDAYS)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            reader.add(new SourceFile(WORKDAYS, Path.of(WORKDAYS), text));
        }
        optional(files.register(WORKDAYS), "content/" + WORKDAYS, problems).ifPresent(reader::add);
        return reader.workingDays();
    }

    private static Optional<SourceFile> optional(Path file, String name, Problems problems)
            throws IOException {
        return isThere(file) ? SourceFile.read(name, file, problems) : Optional.empty();
    }

    /** Whether there is a file, or a folder in its place, which is then told. */
    private static boolean isThere(Path file) {
        return Files.isRegularFile(file) || Files.isDirectory(file);
    }

    private static <F> Set<String> names(List<F> files, Function<F, String> name) {
        return files.stream().map(name).collect(Collectors.toSet());
    }

    /**
     * Reads one file; what goes wrong with the machine is thrown, what is wrong with the file is a
     * problem.
     */
    @FunctionalInterface
    interface Reader<F, T> {
        Optional<T> read(F file) throws IOException;
    }

    static <F, T> List<T> readAll(List<F> files, Reader<F, T> reader) throws IOException {
        try {
            return Processors.map(
                            files,
                            file -> {
                                try {
                                    return reader.read(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<Topic> topics(List<Notice> notices) {
        Slugs slugs = new Slugs(pinyin);
        slugs.take("page");
        return notices.stream()
                .flatMap(notice -> notice.metadata().subjects().stream())
                .distinct()
                .sorted()
                .map(name -> new Topic(name, slugs.of(name)))
                .sorted(Comparator.comparing(Topic::slug))
                .toList();
    }

    /**
     * The generator's assets, with the column's own in their place or beside them, and the emblem.
     */
    private List<Column.Asset> assets(Path root, SiteSettings settings) throws IOException {
        Map<String, Column.Asset> assets = new LinkedHashMap<>();
        for (Path folder : List.of(generator.resolve("assets"), root.resolve("assets"))) {
            for (Path file : filesBelow(folder)) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                assets.put(path, new Column.Asset(file, path));
            }
        }
        Appearance.Emblem emblem = settings.appearance().emblem();
        if (emblem != null) {
            assets.put(emblem.url(), new Column.Asset(emblem.file(), emblem.url()));
        }
        return new ArrayList<>(assets.values());
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(
                            file ->
                                    StreamSupport.stream(
                                                    folder.relativize(file).spliterator(), false)
                                            .allMatch(ContentFiles::isMeant))
                    .sorted()
                    .toList();
        }
    }
}
