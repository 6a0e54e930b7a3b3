package org.gongkai.checks.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.cache.Checked;
import org.gongkai.cache.Written;
import org.gongkai.model.CheckLevel;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Processors;
import org.gongkai.model.Severity;
import org.gongkai.model.SiteSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * One run of the page checks over the pages in a folder.
 *
 * <p>Once the style sheets are there, call {@link #check} for each page, from many threads if you
 * like, and {@link #finish} once all files are there.
 */
public final class PageRun {
    private static final Checked NO_PAGE = new Checked(true, null);

    private final PageChecks checks;
    private final Path folder;
    private final String prefix;
    private final SiteSettings settings;
    private final Looks looks;
    private final Map<String, CheckLevel> levels;
    private final Problems problems;
    private final Problems reviews;
    private final TidyHtml tidy = new TidyHtml();
    private final Map<String, Supplier<PageFacts>> pages = new ConcurrentSkipListMap<>();
    private volatile boolean unsettled;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /**
     * What a check of several pages found on one.
     *
     * @param link on that page; null where it is about the page as a whole
     */
    private record SiteFinding(Rule rule, String link, String what, String fix) {}

    /**
     * @param folder where the pages lie
     * @param prefix what the names of files in problems begin with, such as {@code public/}
     * @param settings the site's; null for pages of somebody else
     * @param reviews takes what only a person can judge; null where nobody is asked
     */
    public PageRun(
            PageChecks checks,
            Path folder,
            String prefix,
            SiteSettings settings,
            Problems problems,
            Problems reviews) {
        this.checks = checks;
        this.folder = folder;
        this.prefix = prefix;
        this.settings = settings == null ? null : settings.forPages();
        this.looks = new Looks(folder, this.settings);
        this.problems = problems;
        this.reviews = reviews;
        this.levels =
                (settings == null ? List.<CheckLevel>of() : settings.pageChecks())
                        .stream()
                                .collect(
                                        Collectors.toMap(
                                                CheckLevel::check, level -> level, (a, b) -> a));
    }

    /** Checks one page. */
    public Checked check(String path) {
        byte[] bytes = read(folder, path);
        String text = settings == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return check(path, new Written(text.toCharArray(), text.length(), bytes));
    }

    private Checked check(String path, Written written) {
        HtmlPage page = page(path, written, false);
        List<Finding> findings = findings(page);
        if (page.isShort() && (!findings.isEmpty() || page.isTooShort())) {
            page = page(path, written, true);
            findings = findings(page);
        }
        if (findings.isEmpty()) {
            page.pieces().forEach(piece -> piece.learn(this::shared));
        } else {
            report(page, written.bytes(), findings);
        }
        PageFacts facts = PageFacts.of(page, this::shared);
        pages.put(path, () -> facts);
        if (!facts.isLasting()) {
            unsettled = true;
        }
        return new Checked(findings.isEmpty() && facts.isLasting(), facts);
    }

    /**
     * @param whole whether nothing is to be left out
     */
    HtmlPage page(String path, Written written, boolean whole) {
        return new HtmlPage(path, parse(written, whole), settings, looks);
    }

    private List<Finding> findings(HtmlPage page) {
        return checks.findings(page).stream()
                .filter(finding -> reviews != null || finding.severity() != null)
                .toList();
    }

    private String shared(String text) {
        String known = texts.get(text);
        return known == null ? texts.computeIfAbsent(text, same -> same) : known;
    }

    /** Checks a file that was made if it is a page. */
    public Checked checkPage(String path) {
        return isPage(path) ? check(path) : NO_PAGE;
    }

    /** The same, where it need not be read again. */
    public Checked checkPage(String path, Written written) {
        return isPage(path) ? check(path, written) : NO_PAGE;
    }

    private static boolean isPage(String path) {
        return path.endsWith(".html");
    }

    /** Takes a page as checked on which an earlier run found nothing. */
    public void recall(String path, Supplier<Object> facts) {
        if (isPage(path)) {
            pages.put(path, () -> ((PageFacts) facts.get()).sharing(this::shared));
        }
    }

    /**
     * Checks what concerns several pages; whether nothing was found, and nothing would be as long
     * as the facts of all pages, the names of all files and the settings are the same.
     */
    public boolean finish() {
        return finish(folder);
    }

    /**
     * The same, where the files of pages that were recalled are in another folder.
     *
     * @param site where all files are
     */
    public boolean finish(Path site) {
        Map<String, PageFacts> facts = new ConcurrentSkipListMap<>();
        // Those of pages that were recalled are read only now.
        Processors.each(
                List.copyOf(pages.entrySet()),
                page -> facts.put(page.getKey(), page.getValue().get()));
        PageCollection all = new PageCollection(facts, path -> isFile(site, path), settings);
        Map<String, Queue<SiteFinding>> found = new ConcurrentSkipListMap<>();
        for (SiteCheck check : checks.siteChecks()) {
            Rule rule = checks.rules().get(check.rule().id());
            check.check(
                    all,
                    (page, link, what, fix) ->
                            found.computeIfAbsent(page, each -> new ConcurrentLinkedQueue<>())
                                    .add(new SiteFinding(rule, link, what, fix)));
        }
        if (!found.isEmpty()) {
            unsettled = true;
        }
        Processors.each(
                List.copyOf(found.entrySet()),
                page -> report(site, page.getKey(), page.getValue()));
        return !unsettled;
    }

    private static byte[] read(Path folder, String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFile(Path site, String path) {
        try {
            return Files.isRegularFile(site.resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Document parse(Written written, boolean whole) {
        Document page = settings == null ? null : tidy.read(written, whole);
        return page == null ? PageElement.in(parse(written.bytes(), false)) : page;
    }

    /** Our own pages are UTF-8; others say what they are. */
    private Document parse(byte[] bytes, boolean positions) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(bytes),
                    settings == null ? null : "UTF-8",
                    "",
                    Parser.htmlParser().setTrackPosition(positions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(HtmlPage page, byte[] bytes, List<Finding> findings) {
        List<Element> elements = page.document().getAllElements();
        Map<Element, Integer> places = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            places.put(elements.get(i), i);
        }
        // Positions cost time, so only a page that needs them is read with them.
        List<Element> positioned = parse(bytes, true).getAllElements();
        for (Finding finding : findings) {
            Integer place = finding.element() == null ? null : places.get(finding.element());
            int line =
                    place == null || place >= positioned.size() ? 1 : line(positioned.get(place));
            add(
                    finding.rule(),
                    severity(finding, page),
                    page.path(),
                    line,
                    finding.what(),
                    finding.fix());
        }
    }

    /**
     * What was issued may be published as it is: no error (what is within our own templates is).
     */
    private Severity severity(Finding finding, HtmlPage page) {
        boolean issued =
                settings != null && finding.element() != null && page.isIssued(finding.element());
        return issued && finding.severity() == Severity.ERROR
                ? Severity.WARNING
                : finding.severity();
    }

    private static int line(Element element) {
        return Math.max(1, element.sourceRange().start().lineNumber());
    }

    /** Reads a page once more, however many links on it lead nowhere. */
    private void report(Path site, String page, Collection<SiteFinding> findings) {
        List<Element> elements = parse(read(site, page), true).getAllElements();
        Map<String, Element> byValue = new HashMap<>();
        for (Element element : elements) {
            for (Attribute attribute : element.attributes()) {
                byValue.putIfAbsent(attribute.getValue().strip(), element);
            }
        }
        for (SiteFinding finding : findings) {
            int line = finding.link() == null ? 1 : line(finding.link(), byValue, elements);
            Rule rule = finding.rule();
            add(rule, rule.severity(), page, line, finding.what(), finding.fix());
        }
    }

    /** The line of a link, which may be one of several in an attribute. */
    private static int line(String link, Map<String, Element> byValue, List<Element> elements) {
        Element whole = byValue.get(link);
        return whole != null
                ? line(whole)
                : elements.stream()
                        .filter(
                                element ->
                                        element.attributes().asList().stream()
                                                .anyMatch(each -> each.getValue().contains(link)))
                        .findFirst()
                        .map(PageRun::line)
                        .orElse(1);
    }

    private void add(Rule rule, Severity severity, String page, int line, String what, String fix) {
        CheckLevel level = levels.get(rule.id());
        if (level != null && level.off()) {
            return;
        }
        boolean lowered = level != null || severity != Severity.ERROR;
        Severity given = lowered ? Severity.WARNING : Severity.ERROR;
        (severity == null ? reviews : problems)
                .add(
                        new Problem(
                                rule.id(),
                                given,
                                prefix + page,
                                line,
                                severity == null ? "［需人工核对］" + what : what,
                                fix));
    }
}
